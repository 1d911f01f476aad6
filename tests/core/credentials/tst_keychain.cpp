#include "core/credentials/credentialstore.h"
#include "tests/core/credentials/keyringsession.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>

#include <csignal>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using State = CredentialStore::State;

namespace {

QByteArray textOf(const Result<QByteArray> &secret)
{
    return secret ? *secret : "error " + secret.error().code.toUtf8();
}

template <class T>
QString codeOf(const Result<T> &result)
{
    return result ? u"no error"_s : result.error().code;
}

} // namespace

/// With a real gnome-keyring on a bus of its own: main() runs the program again in such a session.
class TestKeychain : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<CredentialStore> m_store;
    const CancelToken m_cancel;

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(hasKeyringPrograms(), "dbus-run-session and gnome-keyring-daemon"); }

    void init()
    {
        m_store = CredentialStore::system();
        if (keyringPid() == 0)
            QVERIFY(unlockKeyring());
        QCOMPARE(m_store->probe(m_cancel), State::Ready);
    }

    void bytesComeBackExactly_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("words") << QByteArray("correct horse battery");
        QTest::newRow("NUL inside and at the end") << QByteArray("a\0b\0", 4);
        QTest::newRow("newlines") << QByteArray("\nline\r\n");
        QTest::newRow("emoji") << QByteArray("\xf0\x9f\x98\x80 key");
        QTest::newRow("not normalised") << QByteArray("e\xcc\x81");
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80");
        QTest::newRow("looks like base64") << QByteArray("YWJjZA==");
        QTest::newRow("64 KiB") << QByteArray(64 * 1024, '\xaa');
    }
    void bytesComeBackExactly()
    {
        QFETCH(QByteArray, secret);
        const auto kept = m_store->write(u"exact"_s, secret, m_cancel);
        MOORING_OK(kept);
        QCOMPARE(*kept, CredentialStore::Kept::Keychain);
        const auto again = CredentialStore::system()->read(u"exact"_s, m_cancel); // another store: not from a memory
        MOORING_OK(again);
        QCOMPARE(*again, secret);
    }

    void keysAreDistinctAndCanBeReplacedAndRemoved()
    {
        MOORING_OK(m_store->write(u"one"_s, "first", m_cancel));
        MOORING_OK(m_store->write(u"two"_s, "second", m_cancel));
        MOORING_OK(m_store->write(u"one"_s, "third", m_cancel));
        QCOMPARE(textOf(m_store->read(u"one"_s, m_cancel)), QByteArray("third"));
        QCOMPARE(textOf(m_store->read(u"two"_s, m_cancel)), QByteArray("second"));
        MOORING_OK(m_store->remove(u"one"_s, m_cancel));
        MOORING_OK(m_store->remove(u"one"_s, m_cancel)); // was not there
        QCOMPARE(codeOf(m_store->read(u"one"_s, m_cancel)), u"credentials.missing"_s);
        QCOMPARE(m_store->lastState(), State::Ready);
    }

    void lockedIsNeverReadAsDeleted()
    {
        MOORING_OK(m_store->write(u"kept"_s, "behind the lock", m_cancel));
        lockKeyring();
        QCOMPARE(m_store->probe(m_cancel), State::Locked);
        QCOMPARE(codeOf(m_store->read(u"kept"_s, m_cancel)), u"credentials.locked"_s);
        QCOMPARE(codeOf(m_store->read(u"was never there"_s, m_cancel)), u"credentials.locked"_s);
        QCOMPARE(codeOf(m_store->write(u"new"_s, "secret", m_cancel)), u"credentials.locked"_s);
        QCOMPARE(codeOf(m_store->remove(u"kept"_s, m_cancel)), u"credentials.locked"_s);
        endKeyring(); // a running one is only unlocked by its dialog
        QVERIFY(unlockKeyring());
        QCOMPARE(textOf(m_store->read(u"kept"_s, m_cancel)), QByteArray("behind the lock"));
    }

    void hungHasALimitAndRecovers()
    {
        MOORING_OK(m_store->write(u"kept"_s, "before the pause", m_cancel));
        const qint64 pid = keyringPid();
        QVERIFY(pid > 0);
        QCOMPARE(kill(pid_t(pid), SIGSTOP), 0);
        QElapsedTimer timer;
        timer.start();
        const auto read = m_store->read(u"kept"_s, m_cancel);
        const qint64 waited = timer.elapsed();
        const State state = m_store->lastState();
        const CancelToken canceled;
        canceled.cancel();
        timer.restart();
        (void)m_store->read(u"kept"_s, canceled);
        const qint64 waitedCanceled = timer.elapsed();
        kill(pid_t(pid), SIGCONT);
        QCOMPARE(read.error().code, u"credentials.hung"_s);
        QCOMPARE(state, State::Hung);
        QVERIFY2(waited < 7000, qPrintable(QString::number(waited)));
        QVERIFY2(waitedCanceled < 1000, qPrintable(QString::number(waitedCanceled)));
        QTRY_COMPARE_WITH_TIMEOUT(m_store->probe(m_cancel), State::Ready, 10000);
        QCOMPARE(textOf(m_store->read(u"kept"_s, m_cancel)), QByteArray("before the pause"));
    }

    void hungInTheMiddleOfACall()
    {
        MOORING_OK(m_store->write(u"kept"_s, "value", m_cancel));
        const qint64 pid = keyringPid();
        std::atomic<bool> stop = false;
        std::unique_ptr<QThread> pauser(
            QThread::create([&] { // pauses it again and again, so that calls are hit at any place
                while (!stop) {
                    kill(pid_t(pid), SIGSTOP);
                    QThread::msleep(30);
                    kill(pid_t(pid), SIGCONT);
                    QThread::msleep(7);
                }
            }));
        pauser->start();
        for (int i = 0; i < 10; ++i) {
            const auto read = m_store->read(u"kept"_s, m_cancel);
            if (read.ok() ? *read != "value" : read.error().code != u"credentials.hung")
                qWarning() << "read" << i << (read ? QString() : read.error().code);
            QVERIFY(read.ok() ? *read == "value" : read.error().code == u"credentials.hung");
        }
        stop = true;
        pauser->wait();
        QCOMPARE(textOf(m_store->read(u"kept"_s, m_cancel)), QByteArray("value"));
    }

    void aNewDaemonIsUsedWithoutRestartingUs()
    {
        MOORING_OK(m_store->write(u"kept"_s, "survives", m_cancel));
        endKeyring();
        QVERIFY(unlockKeyring());
        QTRY_COMPARE_WITH_TIMEOUT(m_store->probe(m_cancel), State::Ready, 5000);
        QCOMPARE(textOf(m_store->read(u"kept"_s, m_cancel)), QByteArray("survives"));
    }

    void nothingIsKeptInClear()
    {
        const QByteArray canary = "canary-8f3a61-plain";
        MOORING_OK(m_store->write(u"canary"_s, canary, m_cancel));
        int files = 0;
        QDirIterator found(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            files += content.isEmpty() ? 0 : 1;
            for (const QByteArray &form : {canary, canary.toBase64(), canary.toHex(), QByteArray("canary-8f3a61")})
                QVERIFY2(!content.contains(form), qPrintable(file.fileName()));
        }
        QVERIFY2(files > 0, "the keyring's own file was not found: the sweep looked at the wrong place");
    }

    void cleanupTestCase() { endKeyring(); }
};

/// The same program on a bus that knows no keychain.
class TestAbsent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryIsUsedAndSaidSo()
    {
        const CancelToken cancel;
        const auto store = CredentialStore::system();
        QCOMPARE(store->probe(cancel), State::Absent);
        QCOMPARE(codeOf(store->read(u"key"_s, cancel)), u"credentials.absent"_s);
        QCOMPARE(store->write(u"key"_s, "canary-in-no-file", cancel).valueOr(CredentialStore::Kept::Keychain),
                 CredentialStore::Kept::Memory);
        QCOMPARE(textOf(store->read(u"key"_s, cancel)), QByteArray("canary-in-no-file"));
        QDirIterator found(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("canary-in-no-file"));
        }
        MOORING_OK(store->remove(u"key"_s, cancel));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments().mid(1);
    TestKeychain keychain;
    TestAbsent absent;
    if (keyringMode() == u"absent")
        return QTest::qExec(&absent, app.arguments());
    if (keyringMode() == u"keyring" || !hasKeyringPrograms())
        return QTest::qExec(&keychain, app.arguments());
    return runInKeyringSession(u"keyring"_s, true, arguments) | runInKeyringSession(u"absent"_s, false, arguments);
}

#include "tst_keychain.moc"
