#include "tests/app/cli.h"

#include "core/base/files.h"

#include <QDir>
#include <QFile>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Endpoints from the command line, with the real inference server.
class TestCliEndpoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_TESTENV "/.complete")), "the Python packages of the tests");
    }

    void theSampleIsServed()
    {
        Cli cli;
        const QString sample = stringAt(cli.json({u"init"_s, u"--sample"_s}), "sample");
        QCOMPARE(
            cli.run({u"run"_s, u"train.py"_s, u"--source"_s, sample, u"--follow"_s, u"--quiet"_s, u"--"_s, u"--fast"_s})
                .exitCode,
            0);
        const QString run = stringAt(cli.json({u"runs"_s})[0], "run");
        const QString code = cli.folder() + u"/code"_s;
        QDir().mkpath(code);
        QVERIFY(QFile::copy(sample + u"/score.py"_s, code + u"/score.py"_s));
        const QStringList deploy{u"deploy"_s,   u"bearing"_s,
                                 u"--model"_s,  u"run:"_s + run + u"/model"_s,
                                 u"--source"_s, code,
                                 u"--score"_s,  u"score.py"_s,
                                 u"--python"_s, QStringLiteral(MOORING_TESTENV "/bin/python"),
                                 u"--to"_s,     u"process"_s};
        const Json deployed = cli.json(deploy);
        QCOMPARE(stringAt(deployed, "state"), u"running"_s);
        QCOMPARE(stringAt(deployed, "version"), u"1"_s);
        QVERIFY(intAt(deployed, "pid") > 0);
        QCOMPARE(stringAt(deployed, "scoringUri"), u"http://127.0.0.1:%1/score"_s.arg(intAt(deployed, "port")));
        QCOMPARE(stringAt(cli.error(deploy, 2), "code"), u"endpoint.exists"_s);

        const Json list = cli.json({u"endpoints"_s});
        QCOMPARE(list.size(), size_t(1));
        for (const char *key : {"endpoint", "state", "scoringUri", "port", "to", "version", "owner"})
            QVERIFY2(list[0].contains(key), key);
        QCOMPARE(stringAt(list[0], "owner"), u"mooring"_s);

        const auto answer = cli.run({u"test"_s, u"bearing"_s}); // its own sample
        QCOMPARE(answer.exitCode, 0);
        QVERIFY2(answer.output.startsWith("{\"predictions\""), answer.output + answer.errors);
        const QByteArray body = "{\"data\":[[1,1,1,45,35,0.5]]}";
        const auto piped = cli.run({u"test"_s, u"bearing"_s, u"--data"_s, u"-"_s, u"--json"_s}, body);
        const Json call = Json::parse(piped.output.toStdString(), nullptr, false);
        QCOMPARE(intAt(call, "status"), 200);
        QVERIFY(call["headers"].is_object() && call["body"].is_string() && call["ms"].is_number());

        QFile script(code + u"/score.py"_s);
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QByteArray good = script.readAll();
        MOORING_OK(writeFileAtomically(
            script.fileName(), QByteArray(good).replace("    global model\n", "    global model\n    {}['x']\n")));
        const Json broken = cli.error({u"reload"_s, u"bearing"_s}, 1);
        QCOMPARE(stringAt(broken, "cause"), u"KeyError: 'x'"_s);
        QCOMPARE(stringAt(broken["detail"], "file"), script.fileName());
        QCOMPARE(intAt(broken["detail"], "line"), 17);
        QVERIFY(cli.run({u"endpoint-logs"_s, u"bearing"_s}).output.contains("KeyError"));
        MOORING_OK(writeFileAtomically(script.fileName(), QByteArray(good).replace("round(probability, 6)", "-1")));
        QCOMPARE(stringAt(cli.json({u"reload"_s, u"bearing"_s}), "state"), u"running"_s);
        const Json compared = cli.json({u"test"_s, u"bearing"_s, u"--against"_s, u"1"_s, u"--repeat"_s, u"3"_s});
        QVERIFY(compared.contains("same") && !boolAt(compared, "same", true));
        QCOMPARE(compared["calls"].size(), size_t(3));
        QCOMPARE(stringAt(compared["against"], "version"), u"1"_s);
        QCOMPARE(stringAt(compared["differences"][0], "path"), u"/predictions/0/probability"_s);

        QCOMPARE(stringAt(cli.json({u"stop"_s, u"bearing"_s}), "state"), u"stopped"_s);
        QCOMPARE(stringAt(cli.error({u"test"_s, u"bearing"_s}, 3), "code"), u"endpoint.notRunning"_s);
        QCOMPARE(stringAt(cli.json({u"restart"_s, u"bearing"_s}), "state"), u"running"_s);
        QCOMPARE(stringAt(cli.json({u"undeploy"_s, u"bearing"_s}), "endpoint"), u"bearing"_s);
        QCOMPARE(cli.json({u"endpoints"_s}).dump(), std::string("[]"));
        QCOMPARE(stringAt(cli.error({u"undeploy"_s, u"bearing"_s}, 2), "code"), u"endpoint.unknown"_s);
    }

    void wrongLines_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("code");
        QTest::newRow("no name") << QStringList{u"deploy"_s} << u"endpoint.nameNeeded"_s;
        QTest::newRow("bad name") << QStringList{u"deploy"_s, u"a b"_s, u"--model"_s, u"."_s} << u"endpoint.badName"_s;
        QTest::newRow("no model") << QStringList{u"deploy"_s, u"ab"_s} << u"endpoint.modelNeeded"_s;
        QTest::newRow("two environments")
            << QStringList{u"deploy"_s, u"ab"_s, u"--env"_s, u"x"_s, u"--python"_s, u"y"_s}
            << u"endpoint.oneEnvironment"_s;
        QTest::newRow("somewhere") << QStringList{u"deploy"_s, u"ab"_s, u"--to"_s, u"moon"_s}
                                   << u"endpoint.badRunner"_s;
        QTest::newRow("aci") << QStringList{u"deploy"_s, u"ab"_s, u"--to"_s, u"aci"_s} << u"endpoint.needsWorkspace"_s;
        QTest::newRow("unknown") << QStringList{u"test"_s, u"ab"_s} << u"endpoint.unknown"_s;
        QTest::newRow("log as JSON") << QStringList{u"endpoint-logs"_s, u"ab"_s} << u"usage.jsonLog"_s;
    }
    void wrongLines()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, code);
        Cli cli;
        QCOMPARE(stringAt(cli.error(words, 2), "code"), code);
    }
};

QTEST_GUILESS_MAIN(TestCliEndpoint)
#include "tst_cliendpoint.moc"
