#include "core/azure/mlruns/codeupload.h"
#include "core/azure/mlruns/mlenvironment.h"
#include "core/azure/mlruns/mljob.h"
#include "core/azure/mlruns/mllog.h"
#include "core/azure/mlruns/mlmetrics.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

Json parse(const QByteArray &text) { return Json::parse(text.toStdString(), nullptr, false); }

RunSettings settingsOf(const QString &script)
{
    RunSettings settings;
    settings.source = u"/work/프로젝트"_s;
    settings.script = script;
    settings.target = u"cpu"_s;
    return settings;
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

} // namespace

/// The shapes of jobs, code, environments and metrics, without a service.
class TestMlJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodies()
    {
        RunSettings settings = settingsOf(u"train.py"_s);
        settings.arguments = QStringList{u"--name"_s, u"it's $HOME"_s};
        settings.variables = {{u"K"_s, u"v"_s}};
        settings.timeLimitSeconds = 60;
        const auto body = jobBody(settings, u"first"_s, {u"/code"_s, u"/env"_s, u"/cpu"_s});
        MOORING_OK(body);
        Json properties = (*body)["properties"];
        QCOMPARE(stringAt(properties, "command"), u"python train.py --name 'it'\\''s $HOME'"_s);
        properties.erase("command");
        QCOMPARE(toBytes(properties),
                 QByteArray(R"({"jobType":"Command","displayName":"first","experimentName":"Default",)"
                            R"("codeId":"/code","environmentId":"/env","computeId":"/cpu",)"
                            R"("properties":{"mooring.script":"train.py"},)"
                            R"("environmentVariables":{"K":"v"},)"
                            R"("limits":{"jobLimitsType":"Command","timeout":"PT60S"}})"));
        QCOMPARE(stringAt((*jobBody(settingsOf(u"go.sh"_s), u"x"_s, {}))["properties"], "command"), u"sh go.sh"_s);
        settings.arguments = QStringList{u"${{inputs.a}}"_s};
        QCOMPARE(jobBody(settings, u"x"_s, {}).error().code, u"azure.expression"_s);
    }

    void states_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("state");
        const std::map<QString, QString> others{{u"Starting"_s, u"Preparing"_s}, {u"Provisioning"_s, u"Preparing"_s},
                                                {u"Paused"_s, u"Queued"_s},      {u"NotResponding"_s, u"Unknown"_s},
                                                {u"Dreaming"_s, u"Unknown"_s},   {QString(), u"Unknown"_s}};
        for (const auto &[status, state] : others)
            QTest::newRow(qPrintable(status + u'.')) << status << state;
        for (const char *same : {"NotStarted", "Preparing", "Queued", "Running", "Finalizing", "CancelRequested",
                                 "Completed", "Failed", "Canceled"})
            QTest::newRow(same) << QString::fromLatin1(same) << QString::fromLatin1(same);
    }
    void states()
    {
        QFETCH(QString, status);
        const auto run =
            runOf({{"name", "r1"}, {"properties", {{"status", toStd(status)}, {"computeId", "/a/b/computes/cpu"}}}});
        QVERIFY(run);
        QTEST(toWord(run->state), "state");
        QCOMPARE(run->settings.target, u"cpu"_s);
        QCOMPARE(run->state == RunState::Unknown, !run->reason.isEmpty());
    }

    void oddJobs()
    {
        for (const char *text : {"null", "[]", "{}", R"({"name":5})"})
            QVERIFY2(!runOf(parse(text)), text);
        QVERIFY(runOf(parse(R"({"name":"a","properties":[1]})")));
        QVERIFY(runOf(parse(R"({"name":"a","properties":{"status":{},"properties":5,"computeId":null}})")));
    }

    /// The numbers of azure-ai-ml's own hash, made with hashlib over the same two files.
    void hashLikeTheOthers()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"train.py"_s), "print(1)\n");
        write(folder.filePath(u"B/data.csv"_s), "1,2\n");
        const auto hash = codeHash(folder.path(), {u"train.py"_s, u"B/data.csv"_s}, {});
        MOORING_OK(hash);
        QCryptographicHash expected(QCryptographicHash::Sha256);
        for (const char *part : {"2", "#B/data.csv#4", "#train.py#9", "1,2\n", "print(1)\n"})
            expected.addData(QByteArray(part));
        QCOMPARE(*hash, expected.result().toHex());
        QCOMPARE(*codeHash(folder.path(), {u"B/data.csv"_s, u"train.py"_s}, {}), *hash);
        QVERIFY(!codeHash(folder.path(), {u"gone"_s}, {}));
    }

    void environments()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"requirements.txt"_s),
              "# ours\nnumpy==1.26\n\ntorch[extra] >=2; python_version > '3'\n");
        write(folder.filePath(u"env.yml"_s), "dependencies: [python=3.11]\n");
        using Kind = EnvironmentChoice::Kind;
        const auto pip = environmentBody({Kind::File, folder.filePath(u"requirements.txt"_s)}, folder.path());
        MOORING_OK(pip);
        const QString conda = stringAt(*pip, "condaFile");
        QVERIFY(conda.contains(u"- numpy==1.26\n"_s));
        QVERIFY(conda.contains(u"torch[extra] >=2; python_version > '3'"_s));
        QVERIFY(!conda.contains(u"ours"_s));
        QCOMPARE(stringAt(*environmentBody({Kind::File, folder.filePath(u"env.yml"_s)}, folder.path()), "condaFile"),
                 u"dependencies: [python=3.11]\n"_s);
        QCOMPARE(stringAt(*environmentBody({Kind::Image, u"a/b:1"_s}, folder.path()), "image"), u"a/b:1"_s);
        QVERIFY(!stringAt(*environmentBody({}, folder.path()), "image").isEmpty());
        QCOMPARE(environmentBody({Kind::Python, u"python3"_s}, folder.path()).error().code, u"run.pythonElsewhere"_s);
        QCOMPARE(environmentBody({Kind::File, u"env.yml"_s}, folder.path())->dump(), // a file of the source folder
                 environmentBody({Kind::File, folder.filePath(u"env.yml"_s)}, u"/"_s)->dump());
        const auto none = environmentBody({Kind::File, u"none.yml"_s}, folder.path());
        QCOMPARE(none.error().code, u"environment.fileMissing"_s);
        QVERIFY(none.error().message.contains(folder.filePath(u"none.yml"_s)));

        write(folder.filePath(u"all.txt"_s), "-r requirements.txt\nscipy # of late\n");
        const QString all = stringAt(*environmentBody({Kind::File, u"all.txt"_s}, folder.path()), "condaFile");
        QVERIFY2(all.contains(u"- numpy==1.26\n"_s) && all.contains(u"- scipy\n"_s), qPrintable(all));
        QVERIFY(!all.contains(u"requirements.txt"_s));                          // that file is not sent
        write(folder.filePath(u"odd.lock"_s), "dependencies: [python=3.12]\n"); // its content says what it is
        QCOMPARE(stringAt(*environmentBody({Kind::File, u"odd.lock"_s}, folder.path()), "condaFile"),
                 u"dependencies: [python=3.12]\n"_s);
        write(folder.filePath(u"held.txt"_s), "-c requirements.txt\nscipy\n");
        QCOMPARE(environmentBody({Kind::File, u"held.txt"_s}, folder.path()).error().code,
                 u"environment.constraints"_s);
        write(folder.filePath(u"own.txt"_s), "-e .\n");
        QVERIFY(!environmentBody({Kind::File, u"own.txt"_s}, folder.path()));
    }

    void whichLog_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("common runtime") << QStringList{u"system_logs/x.log"_s, u"user_logs/std_log.txt"_s} << u"std"_s
                                        << u"user_logs/std_log.txt"_s;
        QTest::newRow("processes") << QStringList{u"user_logs/std_log_process_1.txt"_s,
                                                  u"user_logs/std_log_process_0.txt"_s}
                                   << u"std"_s << u"user_logs/std_log_process_0.txt"_s;
        QTest::newRow("old") << QStringList{u"azureml-logs/20_image_build_log.txt"_s,
                                            u"azureml-logs/70_driver_log.txt"_s}
                             << u"std"_s << u"azureml-logs/70_driver_log.txt"_s;
        QTest::newRow("build") << QStringList{u"azureml-logs/20_image_build_log.txt"_s,
                                              u"azureml-logs/70_driver_log.txt"_s}
                               << u"build"_s << u"azureml-logs/20_image_build_log.txt"_s;
        QTest::newRow("none") << QStringList{u"../../etc/passwd"_s} << u"std"_s << QString();
    }
    void whichLog()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, kind);
        std::map<QString, QUrl> logs;
        for (const QString &name : names)
            logs[name] = QUrl(u"https://x"_s);
        QTEST(MlLog::choose(logs, kind), "chosen");
    }

    void metricsOfAPage()
    {
        RunMetrics metrics;
        addMetrics(parse(R"({"value":[{"name":"loss","createdUtc":"2026-11-23T01:00:00.000Z","cells":[{"loss":0.5}]},
            {"name":"loss","cells":[{"loss":"NaN"}]},{"name":"table","cells":[{"a":1,"b":"text"},{"a":2}]},
            {"name":"odd","cells":5},7,{"cells":[3,null]}]})"),
                   metrics);
        QCOMPARE(metrics.metrics[u"loss"_s].size(), size_t(2));
        QCOMPARE(metrics.metrics[u"loss"_s].front().value, 0.5);
        QCOMPARE(metrics.metrics[u"loss"_s].back().step, qint64(1));
        QVERIFY(std::isnan(metrics.metrics[u"loss"_s].back().value));
        QCOMPARE(metrics.metrics[u"table/a"_s].size(), size_t(2));
        addMetrics(parse("[]"), metrics);
        addMetrics(parse(R"({"value":{}})"), metrics);
    }
};

QTEST_GUILESS_MAIN(TestMlJob)
#include "tst_mljob.moc"
