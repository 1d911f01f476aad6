#include "tests/app/cli.h"
#include "tests/support/sshserver.h"

#include "core/base/files.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Attaching a machine over SSH from the command line, as far as its key is concerned, against a real sshd.
class TestCliAttach : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A server with a home of its own for what runs leave, and the words that attach it.
    struct Box
    {
        SshServer server;
        SshKeyPair key = SshKeyPair::make(server.path(u"id"_s));
        bool start()
        {
            server.authorize(key.publicLine);
            return server.start();
        }
        QStringList attach(const QStringList &more = {}) const
        {
            return QStringList{u"attach"_s,
                               u"ssh"_s,
                               u"box"_s,
                               u"--set"_s,
                               u"address=%1@127.0.0.1:%2"_s.arg(SshServer::userName()).arg(server.port()),
                               u"--set"_s,
                               u"keyFile="_s + key.file,
                               u"--set"_s,
                               u"workFolder="_s + server.path(u"work"_s)} +
                   more;
        }
    };
    static Json last(const QByteArray &lines)
    {
        return Json::parse(lines.trimmed().split('\n').last().toStdString(), nullptr, false);
    }
    static Json rungOf(const Json &document, const char *id)
    {
        for (const Json &rung : document.value("rungs", Json::array())) {
            if (rung.value("id", "") == id)
                return rung;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "OpenSSH's server");
        const QString config = m_folder.filePath(u"config"_s);
        qputenv("MOORING_SSH_CONFIG", config.toUtf8());
        MOORING_OK(writeFileAtomically(
            config, "Host *\n  UserKnownHostsFile none\n  GlobalKnownHostsFile none\n  IdentityAgent none\n"));
    }

    void anUnknownKeyIsRefusedWhereNobodyCanBeAsked()
    {
        Box box;
        QVERIFY2(box.start(), qPrintable(box.server.log()));
        Cli cli;
        const auto output = cli.run(QStringList{u"--json"_s, u"--quiet"_s} + box.attach());
        QVERIFY2(output.exitCode == 4, output.errors.constData());
        const Json error = last(output.errors)["error"];
        QCOMPARE(stringAt(error, "code"), u"ssh.hostKeyUnknown"_s);
        QCOMPARE(stringAt(error["detail"]["hostKey"], "fingerprint"), box.server.fingerprint());
        QCOMPARE(stringAt(error["detail"]["hostKey"], "verdict"), u"unknown"_s);
        const Json document = last(output.output);
        QCOMPARE(boolAt(document, "attached", true), false);
        const Json rung = rungOf(document, "hostKey");
        QCOMPARE(stringAt(rung, "verdict"), u"failed"_s);
        QCOMPARE(stringAt(rung["hostKey"], "fingerprint"), box.server.fingerprint());
        QCOMPARE(box.server.attempts(), 0);
        QCOMPARE(cli.json({u"targets"_s}).size(), size_t(1)); // this computer
    }

    void anotherKeyThanExpectedIsRefused()
    {
        Box box;
        QVERIFY2(box.start(), qPrintable(box.server.log()));
        Cli cli;
        const auto output =
            cli.run(QStringList{u"--json"_s} + box.attach({u"--accept-host-key"_s, u"SHA256:"_s + QString(43, u'A')}));
        QCOMPARE(output.exitCode, 4);
        QCOMPARE(stringAt(last(output.errors)["error"], "code"), u"ssh.hostKeyUnexpected"_s);
        QCOMPARE(box.server.attempts(), 0);
        QVERIFY(!QFile::exists(cli.profile() + u"/known_hosts"_s));
    }

    void mistakesTouchNothing()
    {
        Box box;
        Cli cli;
        QCOMPARE(stringAt(cli.error(box.attach({u"--accept-host-key"_s, u"MD5:00"_s}), 2), "code"),
                 u"trust.badFingerprint"_s);
        QCOMPARE(stringAt(cli.error(box.attach({u"--accept-new-host-key"_s, u"--accept-host-key"_s,
                                                u"SHA256:"_s + QString(43, u'A')}),
                                    2),
                          "code"),
                 u"usage.oneHostKey"_s);
        QVERIFY(!QFile::exists(cli.profile()));
    }

    /// Attached with the expected key, trained on, counted; then the machine shows another key.
    void fromTheExpectedKeyToAChangedOne()
    {
        Box box;
        QVERIFY2(box.start(), qPrintable(box.server.log()));
        Cli cli;
        const auto attached =
            cli.run(QStringList{u"--json"_s} + box.attach({u"--accept-host-key"_s, box.server.fingerprint()}));
        QVERIFY2(attached.exitCode == 0, attached.output + attached.errors);
        QCOMPARE(boolAt(last(attached.output), "attached"), true);
        QCOMPARE(cli.json({u"trust"_s, u"list"_s})[0]["runs"].dump(), std::string("0"));

        const QString source = cli.source(u"job.sh"_s, "echo hello\n");
        const auto ran =
            cli.run({u"run"_s, u"job.sh"_s, u"--source"_s, source, u"--target"_s, u"box"_s, u"--follow"_s});
        QVERIFY2(ran.exitCode == 0, ran.errors.constData());
        QVERIFY2(ran.output.contains("hello"), ran.output.constData());
        const Json known = cli.json({u"trust"_s, u"list"_s});
        QCOMPARE(known[0]["runs"].dump(), std::string("1"));
        QCOMPARE(stringAt(known[0], "fingerprint"), box.server.fingerprint());

        QVERIFY(box.server.restart(true));
        const int before = box.server.attempts();
        const auto checked = cli.run({u"--json"_s, u"check"_s, u"box"_s});
        QCOMPARE(checked.exitCode, 4);
        const Json error = last(checked.errors)["error"];
        QCOMPARE(stringAt(error, "code"), u"ssh.hostKeyChanged"_s);
        QVERIFY2(stringAt(error, "fix").contains(u"mooring trust remove"_s), qPrintable(stringAt(error, "fix")));
        QCOMPARE(stringAt(error["detail"]["hostKey"]["records"][0], "fingerprint"), stringAt(known[0], "fingerprint"));
        QCOMPARE(box.server.attempts(), before);
        const Json refused = cli.error({u"run"_s, u"job.sh"_s, u"--source"_s, source, u"--target"_s, u"box"_s}, 4);
        QCOMPARE(stringAt(refused, "code"), u"ssh.hostKeyChanged"_s);
        QCOMPARE(box.server.attempts(), before);
        // Removing is an act of its own; then it is a new machine.
        const QString host = u"127.0.0.1:%1"_s.arg(box.server.port());
        QCOMPARE(cli.run({u"trust"_s, u"remove"_s, host}).exitCode, 0);
        QCOMPARE(stringAt(last(cli.run({u"--json"_s, u"check"_s, u"box"_s}).errors)["error"], "code"),
                 u"ssh.hostKeyUnknown"_s);
        QCOMPARE(cli.run({u"trust"_s, u"add"_s, host, box.server.fingerprint()}).exitCode, 0);
        const auto again = cli.run({u"--json"_s, u"check"_s, u"box"_s});
        QVERIFY2(again.exitCode == 0, again.output + again.errors);
    }

    void aNewKeyIsTakenWhenAsked()
    {
        Box box;
        QVERIFY2(box.start(), qPrintable(box.server.log()));
        Cli cli;
        const auto output = cli.run(QStringList{u"--json"_s} + box.attach({u"--accept-new-host-key"_s}));
        QVERIFY2(output.exitCode == 0, output.output + output.errors);
        QCOMPARE(stringAt(cli.json({u"trust"_s, u"list"_s})[0], "fingerprint"), box.server.fingerprint());
    }
};

QTEST_GUILESS_MAIN(TestCliAttach)
#include "tst_cliattach.moc"
