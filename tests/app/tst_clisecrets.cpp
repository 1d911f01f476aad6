#include "tests/app/cli.h"
#include "tests/support/sshserver.h"

#include "core/base/files.h"

#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>

#include <atomic>
#include <mutex>
#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// Looks for secrets where others could read them: in the words and the environment of all processes while it lives,
/// and in files.
class Sweep
{
public:
    explicit Sweep(const QByteArrayList &secrets)
    {
        for (const QByteArray &secret : secrets) {
            const QString text = QString::fromUtf8(secret);
            m_forms << secret << secret.toBase64().left(secret.size() * 4 / 3) << secret.toHex()
                    << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        }
        m_thread = std::thread([this] {
            while (!m_stop) {
                lookAtProcesses();
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        });
    }
    ~Sweep()
    {
        m_stop = true;
        m_thread.join();
    }

    bool isIn(const QByteArray &bytes) const
    {
        return std::any_of(m_forms.begin(), m_forms.end(),
                           [&](const QByteArray &form) { return bytes.contains(form); });
    }
    QStringList processes()
    {
        const std::lock_guard lock(m_mutex);
        return m_processes;
    }
    int looks() const { return m_looks; }
    QStringList files(const QString &folder, const QDateTime &since = {})
    {
        QStringList found;
        QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            const QFileInfo info = all.fileInfo();
            // Pipes and sockets are no regular files; what is older was written by nobody of this test.
            if (!info.isFile() || info.size() > 64 * 1024 * 1024 || (since.isValid() && info.lastModified() < since))
                continue;
            if (isIn(path.toUtf8()) || isIn(readWholeFile(path).valueOr({})))
                found << path;
        }
        return found;
    }

private:
    void lookAtProcesses()
    {
        ++m_looks;
        for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            if (!pid[0].isDigit())
                continue;
            for (const char *name : {"cmdline", "environ"}) {
                QFile file(u"/proc/%1/%2"_s.arg(pid, QString::fromLatin1(name)));
                if (!file.open(QIODevice::ReadOnly) || !isIn(file.readAll()))
                    continue;
                const std::lock_guard lock(m_mutex);
                const QString where = file.fileName();
                if (!m_processes.contains(where))
                    m_processes << where;
            }
        }
    }

    QByteArrayList m_forms;
    std::mutex m_mutex;
    QStringList m_processes;
    std::atomic<int> m_looks{0};
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

QByteArray canary(const char *what)
{
    return QByteArray("Canary+") + what + '+' + QByteArray::number(QRandomGenerator::global()->generate64(), 36);
}

} // namespace

/// A password, a passphrase and an answer to a prompt, used from the attach to the end of a run: nobody else can read
/// them, and nothing keeps them.
class TestCliSecrets : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "OpenSSH's server");
        MOORING_NEEDS(TestAccount::possible(), "root, to make accounts");
        const QString config = m_folder.filePath(u"config"_s);
        qputenv("MOORING_SSH_CONFIG", config.toUtf8());
        MOORING_OK(writeFileAtomically(
            config, "Host *\n  UserKnownHostsFile none\n  GlobalKnownHostsFile none\n  IdentityAgent none\n"));
    }

    void theSweepFindsWhatIsThere()
    {
        const QByteArray secret = canary("itself");
        Sweep sweep({secret});
        QTemporaryDir folder;
        MOORING_OK(makeFolder(folder.filePath(u"a"_s)));
        MOORING_OK(writeFileAtomically(folder.filePath(u"a/b"_s), "x" + secret.toBase64()));
        QCOMPARE(sweep.files(folder.path()), QStringList{folder.filePath(u"a/b"_s)});
        QProcess process;
        process.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
        process.start(u"sh"_s, {u"-c"_s, u"sleep 20; : "_s + QString::fromUtf8(secret)});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(!sweep.processes().isEmpty());
        process.kill();
        process.waitForFinished();
    }

    void nothingIsLeftAnywhere_data()
    {
        QTest::addColumn<bool>("prompted");
        QTest::newRow("password") << false;
        QTest::newRow("passphrase, then an answer to a prompt") << true;
    }
    void nothingIsLeftAnywhere()
    {
        QFETCH(bool, prompted);
        const QByteArray password = canary("password"), passphrase = canary("passphrase");
        const TestAccount account(u"/bin/sh"_s, password);
        QVERIFY(account.ok());
        SshServer server;
        const SshKeyPair key = SshKeyPair::make(server.path(u"id"_s), u"ed25519"_s, QString::fromUtf8(passphrase));
        server.authorize(key.publicLine);
        if (prompted) {
            server.configure(u"AuthenticationMethods publickey,keyboard-interactive"_s);
            server.usePam(
                "auth required pam_unix.so\naccount required pam_permit.so\nsession required pam_permit.so\n");
        }
        QVERIFY2(server.start(), qPrintable(server.log()));
        const Cli cli;
        const QString source = cli.source(
            u"go.sh"_s, "env >outputs/env\ni=0; while [ $i -lt 40 ]; do i=$((i+1)); echo line $i; sleep 0.03; done\n");
        QStringList secrets{u"--secret"_s, u"password=-"_s};
        QByteArray input = password + '\n';
        if (prompted) {
            secrets = QStringList{u"--secret"_s, u"passphrase=-"_s} + secrets;
            input.prepend(passphrase + '\n');
        }

        const QDateTime begun = QDateTime::currentDateTime().addSecs(-1);
        Sweep sweep({password, passphrase});
        QByteArray shown;
        const auto run = [&](const QStringList &words) {
            const CommandOutput output = cli.run(words, input);
            shown += output.output + output.errors;
            return output.exitCode;
        };
        const int attached =
            run(QStringList{u"attach"_s, u"ssh"_s, u"box"_s, u"--accept-host-key"_s, server.fingerprint(), u"--set"_s,
                            u"address=%1@127.0.0.1:%2"_s.arg(account.name()).arg(server.port()), u"--set"_s,
                            prompted ? u"keyFile="_s + key.file : u"signIn=password"_s} +
                secrets);
        QVERIFY2(attached == 0, shown.right(3000).constData());
        const int ran = run(
            QStringList{u"run"_s, u"go.sh"_s, u"--source"_s, source, u"--target"_s, u"box"_s, u"--follow"_s} + secrets);
        QVERIFY2(ran == 0 && shown.contains("line 40\n"), shown.right(3000).constData());
        QCOMPARE(run(QStringList{u"check"_s, u"box"_s} + secrets), 0);
        (void)run({u"--json"_s, u"show"_s, u"box"_s});
        (void)run({u"--json"_s, u"runs"_s});
        // A wrong one is a secret too: somebody's other password, perhaps.
        const QByteArray wrong = canary("wrong");
        Sweep second({wrong});
        const CommandOutput refused = cli.run(QStringList{u"check"_s, u"box"_s} + secrets, wrong + '\n' + wrong + '\n');
        QVERIFY(refused.exitCode != 0);

        QCOMPARE(sweep.processes() + second.processes(), QStringList());
        QVERIFY(sweep.looks() > 20);
        QVERIFY2(!sweep.isIn(shown) && !second.isIn(refused.output + refused.errors), "it was printed");
        for (Sweep *each : {&sweep, &second}) {
            QCOMPARE(each->files(cli.profile()), QStringList()); // database, logs, copies
            QCOMPARE(each->files(cli.folder()), QStringList());
            QCOMPARE(each->files(account.home()), QStringList());
            QCOMPARE(each->files(server.path({})), QStringList()); // the server's log too
            QCOMPARE(each->files(QDir::tempPath(), begun), QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_clisecrets.moc"
