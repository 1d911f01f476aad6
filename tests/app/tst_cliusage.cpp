#include "tests/app/cli.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// What is typed wrong: exit codes, stable error words, and the nearest name.
class TestCliUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongLines_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("near"); // in the fix
        QTest::newRow("no command") << QStringList{} << u"usage.noCommand"_s << u"--help"_s;
        QTest::newRow("unknown command") << QStringList{u"runns"_s} << u"usage.unknownCommand"_s << u"runs"_s;
        QTest::newRow("unknown option") << QStringList{u"runs"_s, u"--limti"_s} << u"usage.unknownOption"_s
                                        << u"--limit"_s;
        QTest::newRow("unknown global option")
            << QStringList{u"runs"_s, u"--profle"_s} << u"usage.unknownOption"_s << u"--profile"_s;
        QTest::newRow("a word too many") << QStringList{u"show-run"_s, u"a"_s, u"b"_s} << u"usage.unexpected"_s
                                         << QString();
        QTest::newRow("limit is no number")
            << QStringList{u"runs"_s, u"--limit"_s, u"many"_s} << u"usage.wrong"_s << u"--help"_s;
        QTest::newRow("limit 0") << QStringList{u"runs"_s, u"--limit"_s, u"0"_s} << u"usage.wrong"_s << u"--help"_s;
        QTest::newRow("unknown state") << QStringList{u"runs"_s, u"--state"_s, u"Runing"_s} << u"runs.unknownState"_s
                                       << u"Running"_s;
        QTest::newRow("no script") << QStringList{u"run"_s} << u"run.scriptNeeded"_s << u"train.py"_s;
        QTest::newRow("two environments")
            << QStringList{u"run"_s, u"a.py"_s, u"--python"_s, u"python3"_s, u"--env"_s, u"r.txt"_s}
            << u"run.oneEnvironment"_s << QString();
        QTest::newRow("bad variable") << QStringList{u"run"_s, u"a.py"_s, u"--var"_s, u"novalue"_s}
                                      << u"run.badVariable"_s << QString();
        QTest::newRow("follow as JSON") << QStringList{u"run"_s, u"a.py"_s, u"--follow"_s} << u"usage.jsonFollow"_s
                                        << QString();
        QTest::newRow("log as JSON") << QStringList{u"logs"_s, u"x"_s} << u"usage.jsonLog"_s << QString();
        QTest::newRow("unknown workspace")
            << QStringList{u"--workspace"_s, u"other"_s, u"runs"_s} << u"workspace.unknown"_s << u"local"_s;
        QTest::newRow("no run named") << QStringList{u"cancel"_s} << u"run.needed"_s << u"mooring runs"_s;
        QTest::newRow("attach local") << QStringList{u"attach"_s, u"local"_s, u"x"_s} << u"target.notAttachable"_s
                                      << QString();
        QTest::newRow("attach a kind of Azure ML")
            << QStringList{u"attach"_s, u"hdinsight"_s, u"x"_s} << u"kind.needsAzureMl"_s << u"workspace add"_s;
        QTest::newRow("attach aci") << QStringList{u"attach"_s, u"aci"_s, u"x"_s} << u"target.notAttachable"_s
                                    << QString();
        QTest::newRow("attach aci without a name")
            << QStringList{u"attach"_s, u"aci"_s} << u"target.notAttachable"_s << QString();
        QTest::newRow("attach without a name")
            << QStringList{u"attach"_s, u"ssh"_s} << u"target.needed"_s << u"mooring attach ssh NAME"_s;
        QTest::newRow("check nothing") << QStringList{u"check"_s} << u"target.needed"_s << u"mooring targets"_s;
        QTest::newRow("attach a misspelt kind")
            << QStringList{u"attach"_s, u"lcoal"_s, u"x"_s} << u"kind.unknown"_s << u"local"_s;
        QTest::newRow("language") << QStringList{u"runs"_s, u"--lang"_s, u"fr"_s} << u"usage.wrong"_s << QString();
    }
    void wrongLines()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, code);
        QFETCH(QString, near);
        Cli cli;
        const Json error = cli.error(words, 2);
        QCOMPARE(stringAt(error, "code"), code);
        QVERIFY2(stringAt(error, "fix").contains(near), qPrintable(stringAt(error, "fix")));
        QVERIFY(!stringAt(error, "message").isEmpty());
    }

    void nothingIsCreatedByAMistake()
    {
        Cli cli;
        cli.run({u"runns"_s});
        cli.run({u"deploy"_s});
        cli.run({u"--help"_s});
        cli.run({u"--version"_s});
        QVERIFY(!QFileInfo::exists(cli.profile()));
    }

    void helpAndVersion()
    {
        Cli cli;
        const auto help = cli.run({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.output.contains("run"));
        QVERIFY(help.output.contains("diagnose"));
        const auto runHelp = cli.run({u"run"_s, u"--help"_s});
        QCOMPARE(runHelp.exitCode, 0);
        QVERIFY(runHelp.output.contains("--time-limit"));
        const auto version = cli.run({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.output.startsWith("mooring "));
        QVERIFY(version.output.contains("libssh2 1."));
    }

    void globalOptionsStandAnywhere()
    {
        Cli cli;
        QVERIFY(Json::parse(cli.run({u"kinds"_s, u"--json"_s}).output.toStdString()).is_array());
        QVERIFY(Json::parse(cli.run({u"--json"_s, u"kinds"_s}).output.toStdString()).is_array());
    }

    void secretsNeverStandInArguments()
    {
        Cli cli;
        const auto output = cli.run({u"check"_s, u"local"_s, u"--secret"_s, u"password=hunter2hunter2"_s});
        QCOMPARE(output.exitCode, 2);
        QVERIFY(!output.errors.contains("hunter2"));
        QVERIFY(output.errors.contains("env:VAR"));
    }

    void colorsNeverInAPipe()
    {
        Cli cli;
        QVERIFY(!cli.run({u"targets"_s}).output.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
