#include "core/base/redactor.h"
#include "core/credentials/credentialstore.h"
#include "core/credentials/keeporhold.h"
#include "core/credentials/memorystore.h"
#include "tests/support/refusingkeychain.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Without any keychain: memory, and a session that has no bus.
class TestCredentialStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    }

    void memoryKeepsAnyBytes_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("words") << QByteArray("correct horse") << QString();
        QTest::newRow("with NUL") << QByteArray("a\0b\0", 4) << QString();
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80\n\r") << QString();
        QTest::newRow("largest") << QByteArray(64 * 1024, 'x') << QString();
        QTest::newRow("too large") << QByteArray(64 * 1024 + 1, 'x') << u"credentials.tooLarge"_s;
        QTest::newRow("empty") << QByteArray() << u"credentials.empty"_s;
    }
    void memoryKeepsAnyBytes()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QString, outcome);
        for (const auto &store : {CredentialStore::memory(), CredentialStore::system()}) {
            const auto kept = store->write(u"key"_s, secret, {});
            QCOMPARE(kept ? QString() : kept.error().code, outcome);
            if (!kept)
                continue;
            QCOMPARE(*kept, CredentialStore::Kept::Memory);
            QCOMPARE(store->read(u"key"_s, {}).value(), secret);
            MOORING_OK(store->write(u"other"_s, "another", {}));
            QCOMPARE(store->read(u"key"_s, {}).value(), secret);
            MOORING_OK(store->remove(u"key"_s, {}));
            QCOMPARE(store->read(u"key"_s, {}).error().code, u"credentials.absent"_s);
            QCOMPARE(store->lastState(), CredentialStore::State::Absent);
        }
    }

    void whatIsHeldIsForThisSession()
    {
        for (const auto &store : {CredentialStore::memory(), CredentialStore::system()}) {
            MOORING_OK(store->hold(u"key"_s, "for now"));
            QCOMPARE(store->read(u"key"_s, {}).value(), QByteArray("for now"));
            QCOMPARE(store->hold(u"key"_s, {}).error().code, u"credentials.empty"_s);
        }
        QCOMPARE(CredentialStore::system()->read(u"key"_s, {}).error().code, u"credentials.absent"_s);
    }

    void whatAKeychainRefusesIsHeld_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"credentials.locked", "credentials.denied", "credentials.hung", "credentials.failed"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void whatAKeychainRefusesIsHeld()
    {
        QFETCH(QString, code);
        RefusingKeychain store(Error::failed(code, u"It did not."_s));
        const auto kept = keepOrHold(store, u"key"_s, "secret", {});
        MOORING_OK(kept);
        QCOMPARE(kept->where, CredentialStore::Kept::Memory);
        QCOMPARE(kept->reason.value_or(Error()).code, code);
        QCOMPARE(store.read(u"key"_s, {}).value(), QByteArray("secret"));
        QCOMPARE(keepOrHold(store, u"key"_s, {}, {}).error().code, u"credentials.empty"_s);
    }

    void noKeychainAndACancelAreNoFailures()
    {
        MemoryStore memory;
        const auto kept = keepOrHold(memory, u"key"_s, "secret", {});
        MOORING_OK(kept);
        QCOMPARE(kept->where, CredentialStore::Kept::Memory);
        QVERIFY(!kept->reason);
        RefusingKeychain canceled(Error::canceled());
        QCOMPARE(keepOrHold(canceled, u"key"_s, "secret", {}).error().kind, ErrorKind::Canceled);
        QVERIFY(!canceled.find(u"key"_s));
    }

    void noBusIsAbsentAndQuick()
    {
        const auto store = CredentialStore::system();
        QCOMPARE(store->lastState(), CredentialStore::State::Unknown);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store->probe({}), CredentialStore::State::Absent);
        QVERIFY(timer.elapsed() < 1000);
    }

    void aSecretIsNeverSaidToBeGoneWithoutAKeychain()
    {
        QCOMPARE(CredentialStore::system()->read(u"never"_s, {}).error().code, u"credentials.absent"_s);
        QCOMPARE(CredentialStore::system()->remove(u"never"_s, {}).error().code, u"credentials.absent"_s);
    }

    void whatPassesIsRedacted()
    {
        Redactor::instance().clear();
        MOORING_OK(CredentialStore::memory()->write(u"k"_s, "canary-in-memory", {}));
        QCOMPARE(Redactor::instance().redact(QByteArray("it is canary-in-memory!")), QByteArray("it is ***!"));
        MOORING_OK(CredentialStore::system()->write(u"k"_s, "canary-in-system", {}));
        QCOMPARE(Redactor::instance().redact(QByteArray("it is canary-in-system!")), QByteArray("it is ***!"));
    }

    void aCanceledCallEndsAtOnce()
    {
        const CancelToken canceled;
        canceled.cancel();
        QElapsedTimer timer;
        timer.start();
        const auto read = CredentialStore::system()->read(u"key"_s, canceled);
        QVERIFY(!read);
        QVERIFY(timer.elapsed() < 1000);
    }

    void everyStateHasItsText()
    {
        QStringList texts;
        for (const auto state :
             {CredentialStore::State::Ready, CredentialStore::State::Locked, CredentialStore::State::Denied,
              CredentialStore::State::Absent, CredentialStore::State::Hung, CredentialStore::State::Unknown}) {
            QVERIFY(!toText(state).isEmpty());
            QVERIFY(!texts.contains(toText(state)));
            texts << toText(state);
        }
    }
};

QTEST_GUILESS_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
