#include "tests/support/sshserver.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace mooring::test;

/// The fixture itself, by OpenSSH's own client: what it promises is what the tests of SSH stand on.
class TestSshServer : public QObject
{
    Q_OBJECT

    static QByteArray ssh(const SshServer &server, const QString &user, const QString &keyFile, const QString &command)
    {
        QFile known(server.path(u"known"_s));
        if (!known.open(QIODevice::WriteOnly) || known.write(server.knownHosts()) <= 0)
            return "known_hosts could not be written";
        known.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"ssh"_s,
                      {u"-F"_s, u"/dev/null"_s, u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"IdentitiesOnly=yes"_s, u"-o"_s,
                       u"IdentityAgent=none"_s, u"-o"_s, u"UserKnownHostsFile="_s + known.fileName(), u"-i"_s, keyFile,
                       u"-p"_s, QString::number(server.port()), user + u"@127.0.0.1"_s, command});
        process.closeWriteChannel();
        process.waitForFinished(20000);
        return process.readAll();
    }

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(SshServer::available(), "openssh-server is not installed"); }

    void letsAKeyIn()
    {
        SshServer server;
        const SshKeyPair key = SshKeyPair::make(server.path(u"id"_s));
        server.authorize(key.publicLine);
        server.useHostKeys({u"ed25519"_s, u"rsa"_s});
        QVERIFY2(server.start(), qPrintable(server.log()));
        QCOMPARE(ssh(server, SshServer::userName(), key.file, u"echo $((6*7))"_s), "42\n");
        QCOMPARE(ssh(server, SshServer::userName(), key.file, u"echo $HOME"_s), server.home().toUtf8() + '\n');
        QVERIFY(server.attempts() > 0);
        server.authorizeNobody();
        QVERIFY(ssh(server, SshServer::userName(), key.file, u"true"_s).contains("Permission denied"));
        QVERIFY(server.restart(true));
        server.authorize(key.publicLine);
        QCOMPARE(ssh(server, SshServer::userName(), key.file, u"echo again"_s), "again\n");
    }

    void killsWhatASessionLeft()
    {
        SshServer server;
        const SshKeyPair key = SshKeyPair::make(server.path(u"id"_s));
        server.authorize(key.publicLine);
        QVERIFY2(server.start(), qPrintable(server.log()));
        const QByteArray pid =
            ssh(server, SshServer::userName(), key.file, u"setsid sleep 300 </dev/null >/dev/null 2>&1 & echo $!"_s)
                .trimmed();
        QVERIFY2(pid.toLongLong() > 1, pid.constData());
        server.killEverything();
        QTRY_VERIFY(!QFile::exists(u"/proc/"_s + QString::fromLatin1(pid) + u"/cwd"_s) ||
                    QFile(u"/proc/"_s + QString::fromLatin1(pid) + u"/cmdline"_s).size() == 0);
    }

    void makesAnAccount()
    {
        MOORING_NEEDS(TestAccount::possible(), "only root can make accounts");
        SshServer server;
        const SshKeyPair key = SshKeyPair::make(server.path(u"id"_s));
        server.authorize(key.publicLine);
        QVERIFY2(server.start(), qPrintable(server.log()));
        QString name;
        {
            TestAccount account(u"/bin/sh"_s, "secret word");
            QVERIFY(account.ok());
            name = account.name();
            QVERIFY(account.write(u".config/note"_s, "hello"));
            QCOMPARE(ssh(server, name, key.file, u"cat ~/.config/note; echo; id -un"_s),
                     "hello\n" + name.toUtf8() + '\n');
        }
        QVERIFY(ssh(server, name, key.file, u"true"_s).contains("Permission denied"));
    }
};

QTEST_GUILESS_MAIN(TestSshServer)
#include "tst_sshserver.moc"
