#include "core/base/clock.h"
#include "core/runs/runrecord.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

RunRecord completeRun()
{
    RunRecord run;
    run.id = u"train-20260101-000000-abcdef"_s;
    run.name = u"train-007"_s;
    run.settings.source = u"/home/somebody/bearing"_s;
    run.settings.script = u"train.py"_s;
    run.settings.arguments = QStringList{u"--lr"_s, u"0.1"_s, u"\U0001f600"_s};
    run.settings.target = u"lab"_s;
    run.settings.timeLimitSeconds = 60;
    run.state = RunState::Failed;
    run.exitCode = 137;
    run.signal = u"SIGKILL"_s;
    run.reason = u"The run was ended by SIGKILL."_s;
    run.createdAt = fromEpochMs(1'767'225'600'001);
    run.startedAt = fromEpochMs(1'767'225'601'000);
    run.endedAt = fromEpochMs(1'767'225'604'500);
    run.outputSize = 0;
    run.pid = 4711;
    run.host = u"workbench"_s;
    run.environment = {{"kind", "venv"}, {"key", "3f2a"}};
    run.snapshot = {{"files", 3}, {"totalSize", 1234}, {"sha256", "00"}};
    run.phases = Json::array(
        {{{"phase", "run"}, {"startedAt", "2026-01-01T00:00:01.000Z"}, {"endedAt", nullptr}, {"note", nullptr}}});
    return run;
}

QStringList keysOf(const Json &object)
{
    QStringList keys;
    for (const auto &item : object.items())
        keys << fromStd(item.key());
    return keys;
}

} // namespace

class TestRunRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theListHasExactlyItsKeys()
    {
        const QStringList promised{u"run"_s,       u"name"_s,     u"experiment"_s, u"target"_s,    u"script"_s,
                                   u"state"_s,     u"exitCode"_s, u"signal"_s,     u"reason"_s,    u"createdAt"_s,
                                   u"startedAt"_s, u"endedAt"_s,  u"durationMs"_s, u"outputSize"_s};
        RunRecord run = completeRun();
        QCOMPARE(keysOf(run.toListJson()), promised);
        run.state = RunState::Unknown;
        run.unknownSince = fromEpochMs(1'767'225'605'000);
        QCOMPARE(keysOf(run.toListJson()), promised + QStringList{u"unknownSince"_s});
        QCOMPARE(stringAt(run.toListJson(), "unknownSince"), u"2026-01-01T00:00:05.000Z"_s);
    }

    void showRunAddsToTheList()
    {
        const Json json = completeRun().toFullJson();
        for (const char *key : {"run", "settings", "environment", "snapshot", "pid", "host"})
            QVERIFY2(json.contains(key), key);
        QCOMPARE(intAt(json["snapshot"], "files"), 3);
        QCOMPARE(intAt(json, "pid"), 4711);
    }

    void theUnknownIsNullAndNeverEmpty()
    {
        RunRecord run;
        run.id = run.name = u"x"_s;
        const Json json = run.toFullJson();
        for (const char *key : {"experiment", "script", "exitCode", "signal", "reason", "createdAt", "startedAt",
                                "endedAt", "durationMs", "outputSize", "environment", "snapshot", "pid", "host"})
            QVERIFY2(json.contains(key) && json[key].is_null(), key);
        run.outputSize = 0;
        run.exitCode = 0;
        QVERIFY(run.toListJson()["outputSize"] == 0); // nothing and not known are two things
        QVERIFY(run.toListJson()["exitCode"] == 0);
    }

    void theStoreGivesBackEverything()
    {
        for (RunRecord run : {completeRun(), [] {
                                  RunRecord r;
                                  r.id = u"x"_s;
                                  r.name = u"n"_s;
                                  r.settings.source = u"/s"_s;
                                  r.settings.script = u"a.py"_s;
                                  return r;
                              }()}) {
            run.unknownSince = fromEpochMs(5);
            const auto back = RunRecord::fromStoreJson(Json::parse(toBytes(run.toStoreJson()).toStdString()));
            MOORING_OK(back);
            QCOMPARE(toBytes(back->toStoreJson()), toBytes(run.toStoreJson()));
            QVERIFY(back->settings == run.settings);
            QCOMPARE(back->createdAt, run.createdAt);
            QCOMPARE(back->unknownSince, run.unknownSince);
            QCOMPARE(back->exitCode, run.exitCode);
        }
    }

    void badRecordsAreErrors_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("good");
        const QByteArray settings = R"("settings":{"source":"/s","script":"a.py"})";
        QTest::newRow("null") << QByteArray("null") << false;
        QTest::newRow("array") << QByteArray("[]") << false;
        QTest::newRow("empty") << QByteArray("{}") << false;
        QTest::newRow("no state") << QByteArray(R"({"run":"x",)") + settings + "}" << false;
        QTest::newRow("unknown state") << QByteArray(R"({"run":"x","state":"Sleeping",)") + settings + "}" << false;
        QTest::newRow("id of another type") << QByteArray(R"({"run":7,"state":"Failed",)") + settings + "}" << false;
        QTest::newRow("no settings") << QByteArray(R"({"run":"x","state":"Failed"})") << false;
        QTest::newRow("settings of another type")
            << QByteArray(R"({"run":"x","state":"Failed","settings":[1]})") << false;
        QTest::newRow("least") << QByteArray(R"({"run":"x","state":"Failed",)") + settings + "}" << true;
        QTest::newRow("rest of other types")
            << QByteArray(
                   R"({"run":"x","state":"Failed","exitCode":"no","pid":1.5,"phases":{},"snapshot":3,"createdAt":"yesterday",)") +
                   settings + "}"
            << true;
        QTest::newRow("exit code out of range")
            << QByteArray(R"({"run":"x","state":"Failed","exitCode":99999999999,)") + settings + "}" << true;
    }
    void badRecordsAreErrors()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, good);
        const auto run = RunRecord::fromStoreJson(Json::parse(json.toStdString()));
        QCOMPARE(run.ok(), good);
        if (!good) {
            QCOMPARE(run.error().code, u"run.badRecord"_s);
            return;
        }
        QCOMPARE(run->id, u"x"_s);
        QVERIFY(!run->exitCode && !run->pid && !run->createdAt);
        QVERIFY(run->phases.is_array() && run->snapshot.is_null());
    }

    void durations_data()
    {
        QTest::addColumn<RunState>("state");
        QTest::addColumn<int>("endedAfter"); // ms; -1: not seen
        QTest::addColumn<int>("expected");   // -1: nothing, -2: still counting
        QTest::newRow("ended") << RunState::Completed << 3500 << 3500;
        QTest::newRow("clock set back") << RunState::Completed << -5000 << 0;
        QTest::newRow("end not seen") << RunState::Failed << -1 << -1;
        QTest::newRow("unknown") << RunState::Unknown << -1 << -1;
        QTest::newRow("running") << RunState::Running << -1 << -2;
    }
    void durations()
    {
        QFETCH(RunState, state);
        QFETCH(int, endedAfter);
        QFETCH(int, expected);
        RunRecord run;
        run.state = state;
        QVERIFY(!run.durationMs());
        run.startedAt = nowUtc().addMSecs(-10'000);
        if (endedAfter != -1)
            run.endedAt = run.startedAt->addMSecs(endedAfter);
        if (expected == -1)
            QVERIFY(!run.durationMs());
        else if (expected == -2)
            QVERIFY(*run.durationMs() >= 10'000);
        else
            QCOMPARE(*run.durationMs(), qint64(expected));
    }

    void theExperimentIsTheFolderUnlessNamed_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("expected");
        QTest::newRow("named") << u"/a/b"_s << u"mine"_s << u"mine"_s;
        QTest::newRow("folder") << u"/a/b"_s << QString() << u"b"_s;
        QTest::newRow("folder with a slash") << u"/a/b/"_s << QString() << u"b"_s;
        QTest::newRow("none") << QString() << QString() << QString();
    }
    void theExperimentIsTheFolderUnlessNamed()
    {
        QFETCH(QString, source);
        QFETCH(QString, named);
        QFETCH(QString, expected);
        RunRecord run;
        run.settings.source = source;
        run.settings.experiment = named;
        QCOMPARE(run.experiment(), expected);
    }
};

QTEST_GUILESS_MAIN(TestRunRecord)
#include "tst_runrecord.moc"
