#include "tests/app/cli.h"
#include "tests/support/sshserver.h"

#include "core/base/files.h"

#include <algorithm>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// What export writes is made again by import; what diagnose gathers has no secrets.
class TestCliExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "OpenSSH's server");
        const QString config = m_folder.filePath(u"config"_s);
        qputenv("MOORING_SSH_CONFIG", config.toUtf8());
        MOORING_OK(writeFileAtomically(
            config, "Host *\n  UserKnownHostsFile none\n  GlobalKnownHostsFile none\n  IdentityAgent none\n"));
    }

    void aTargetIsMadeAgainOnAnotherProfile()
    {
        SshServer server;
        const SshKeyPair key = SshKeyPair::make(server.path(u"id"_s));
        server.authorize(key.publicLine);
        QVERIFY2(server.start(), qPrintable(server.log()));
        Cli here;
        const auto attached =
            here.run({u"attach"_s, u"ssh"_s, u"box"_s, u"--set"_s,
                      u"address=%1@127.0.0.1:%2"_s.arg(SshServer::userName()).arg(server.port()), u"--set"_s,
                      u"keyFile="_s + key.file, u"--set"_s, u"workFolder="_s + server.path(u"work"_s),
                      u"--accept-host-key"_s, server.fingerprint()});
        QVERIFY2(attached.exitCode == 0, attached.output + attached.errors);
        const QString file = m_folder.filePath(u"box.yaml"_s);
        QCOMPARE(here.run({u"export"_s, u"box"_s, u"--as"_s, u"mooring"_s, u"--to"_s, file}).exitCode, 0);
        const QByteArray yaml = readWholeFile(file).valueOr({});
        QVERIFY2(yaml.contains("kind: ssh") && yaml.contains("hostKey: "), yaml.constData());

        const auto ssh = here.run({u"export"_s, u"box"_s, u"--as"_s, u"ssh"_s});
        QCOMPARE(ssh.exitCode, 0);
        QVERIFY2(ssh.output.startsWith("Host box\n  HostName 127.0.0.1\n"), ssh.output.constData());

        Cli there; // the key of the file is the expected one: nothing has to be accepted
        const auto imported = there.run({u"--json"_s, u"import"_s, file});
        QVERIFY2(imported.exitCode == 0, imported.output + imported.errors);
        const Json document = Json::parse(imported.output.toStdString(), nullptr, false);
        QCOMPARE(boolAt(document, "attached"), true);
        const Json before = here.json({u"show"_s, u"box"_s}), after = there.json({u"show"_s, u"box"_s});
        QCOMPARE(before["settings"].dump(), after["settings"].dump());
        QCOMPARE(stringAt(before, "identity"), stringAt(after, "identity"));
        QCOMPARE(stringAt(there.error({u"import"_s, file}, 2), "code"), u"target.nameTaken"_s);

        QVERIFY(server.restart(true)); // another key than the file says
        Cli elsewhere;
        QCOMPARE(elsewhere.run({u"import"_s, file}).exitCode, 4);

        const QString zip = m_folder.filePath(u"diagnosis.zip"_s);
        const Json list = here.json({u"diagnose"_s, u"--target"_s, u"box"_s, u"--to"_s, zip});
        QVERIFY(list.is_array());
        QVERIFY(std::any_of(list.begin(), list.end(), [](const Json &entry) {
            return stringAt(entry, "name") == u"target/provisioning.log" && intAt(entry, "size") > 100;
        }));
        QVERIFY(readWholeFile(zip).valueOr({}).startsWith("PK"));
    }

    void aRunIsMadeAgain()
    {
        Cli cli;
        const QString source = cli.source(u"job.sh"_s, "echo again\n");
        const auto first =
            cli.run({u"run"_s, u"job.sh"_s, u"--source"_s, source, u"--name"_s, u"first"_s, u"--follow"_s});
        QVERIFY2(first.exitCode == 0, first.errors.constData());
        const QString file = m_folder.filePath(u"run.yaml"_s);
        QCOMPARE(cli.run({u"export"_s, u"first"_s, u"--as"_s, u"mooring"_s, u"--to"_s, file}).exitCode, 0);
        const QByteArray job = cli.run({u"export"_s, u"first"_s, u"--as"_s, u"cli"_s}).output;
        QVERIFY2(job.startsWith("# az ml job create") && job.contains("\ncommand: \"sh job.sh\"\n"), job.constData());
        const QByteArray python = cli.run({u"export"_s, u"first"_s, u"--as"_s, u"sdk"_s}).output;
        QVERIFY2(python.contains("ScriptRunConfig("), python.constData());
        QCOMPARE(stringAt(cli.error({u"export"_s, u"first"_s, u"--as"_s, u"terraform"_s}, 2), "code"),
                 u"export.noWay"_s);
        const Json again = cli.json({u"import"_s, file}); // of the same name: "first" stands for two from now on
        QVERIFY(!stringAt(again, "run").isEmpty());
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QStringList{u"export"_s, u"--as"_s, u"ssh"_s} << u"export.needed"_s;
        QTest::newRow("unknown") << QStringList{u"export"_s, u"nobody"_s, u"--as"_s, u"ssh"_s} << u"run.unknown"_s;
        QTest::newRow("this computer") << QStringList{u"export"_s, u"local"_s, u"--as"_s, u"mooring"_s}
                                       << u"target.notAttachable"_s;
        QTest::newRow("no file") << QStringList{u"import"_s} << u"import.fileNeeded"_s;
        QTest::newRow("no place") << QStringList{u"diagnose"_s} << u"diagnose.fileNeeded"_s;
        QTest::newRow("unknown target") << QStringList{u"diagnose"_s, u"--target"_s, u"nobody"_s, u"--to"_s, u"x.zip"_s}
                                        << u"target.unknown"_s;
        QTest::newRow("run and target") << QStringList{u"diagnose"_s, u"--target"_s, u"a"_s,    u"--run"_s,
                                                       u"b"_s,        u"--to"_s,     u"x.zip"_s}
                                        << u"usage.wrong"_s;
    }
    void mistakes()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, code);
        Cli cli;
        QCOMPARE(stringAt(cli.error(words, 2), "code"), code);
    }

    void aFileThatIsNeither()
    {
        Cli cli;
        const QString file = m_folder.filePath(u"other.yaml"_s);
        MOORING_OK(writeFileAtomically(file, "kind: notebook\ntarget: x\n"));
        QCOMPARE(stringAt(cli.error({u"import"_s, file}, 2), "code"), u"kind.unknown"_s);
        MOORING_OK(writeFileAtomically(file, "kind: ssh\ntarget: x\nsettings:\n  adress: y\n"));
        QVERIFY(stringAt(cli.error({u"import"_s, file}, 2), "fix").contains(u"address"_s));
        QVERIFY(!QFile::exists(cli.profile()));
    }
};

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cliexport.moc"
