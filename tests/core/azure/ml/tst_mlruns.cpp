#include "core/azure/ml/mlassets.h"
#include "core/azure/mlruns/codeupload.h"
#include "core/azure/mlruns/mlsession.h"
#include "tests/support/mlbench.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// A workspace with a cluster, and a source folder.
struct RunsBench : MlBench
{
    QTemporaryDir source;
    MlRuns runs{client, *targets, *signIn.workspace};

    RunsBench()
    {
        service.computes[u"cpu"_s] = MlService::compute(u"cpu"_s, u"AmlCompute"_s, {});
        write(source.filePath(u"train.py"_s), "print(1)\n");
        write(source.filePath(u"data.csv"_s), "1,2\n");
        write(source.filePath(u"left.out"_s), "x");
        write(source.filePath(u".amlignore"_s), "*.out\n");
        runs.setPause(std::chrono::milliseconds(10));
    }
    RunSettings settings(const QString &target = u"cpu"_s) const
    {
        RunSettings settings;
        settings.source = source.path();
        settings.script = u"train.py"_s;
        settings.target = target;
        settings.experiment = u"실험 1"_s;
        return settings;
    }
    Result<RunRecord> submit() { return runs.submit(settings(), context); }
    int puts(const QString &what) const { return int(service.order.filter(u"PUT "_s + what).size()); }
};

} // namespace

/// Command jobs from the submission to the outputs.
class TestMlRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void submitAndSubmitAgain()
    {
        RunsBench bench;
        const auto run = bench.submit();
        MOORING_OK(run);
        QCOMPARE(run->state, RunState::Preparing);
        QCOMPARE(run->settings.target, u"cpu"_s);
        QCOMPARE(run->settings.script, u"train.py"_s);
        const Json job = bench.service.jobs[run->id]["properties"];
        QVERIFY(stringAt(job, "codeId").startsWith(QString::fromLatin1(MlService::workspacePath()) + u"/codes/"_s));
        QVERIFY(stringAt(job, "computeId").endsWith(u"/computes/cpu"_s));
        QVERIFY(bench.service.blobs.contains(u"code/src/train.py"_s));
        QCOMPARE(bench.service.blobs[u"code/src/data.csv"_s], QByteArray("1,2\n"));
        QVERIFY(!bench.service.blobs.contains(u"code/src/left.out"_s));
        int marks = 0;
        for (const auto &[path, mark] : bench.service.metadata)
            marks += mark == "completed";
        QCOMPARE(marks, 1);
        // GET of the job stands right before its PUT.
        const auto put = bench.service.order.indexOf(u"PUT/jobs/"_s + run->id);
        QCOMPARE(bench.service.order.value(put - 1), u"GET/jobs/"_s + run->id);
        for (const WebAsk &ask : bench.signIn.server->asked()) { // storage never sees the token
            if (ask.target.startsWith("/blob/"))
                QVERIFY(ask.header("Authorization").isEmpty());
        }

        const auto again = bench.submit();
        MOORING_OK(again);
        QVERIFY(again->id != run->id);
        QCOMPARE(bench.puts(u"codes"_s), 1);
        QCOMPARE(bench.puts(u"environments"_s), 1);
        QCOMPARE(stringAt(bench.service.jobs[again->id]["properties"], "codeId"), stringAt(job, "codeId"));
        write(bench.source.filePath(u"data.csv"_s), "1,3\n");
        MOORING_OK(bench.submit());
        QCOMPARE(bench.puts(u"codes"_s), 2);
        QVERIFY(!bench.signIn.everythingKept().contains("CANARY"));
        QVERIFY(!bench.context.text().contains(u"CANARY"_s));
        bench.keepTraffic(u"submit"_s);
    }

    /// What was sent from here comes back whole, for "run again"; of others what the job says.
    void settingsComeBack()
    {
        RunsBench bench;
        write(bench.source.filePath(u"requirements.txt"_s), "numpy\n");
        RunSettings wanted = bench.settings();
        wanted.arguments = QStringList{u"--epochs"_s, u"3 개"_s};
        wanted.environment = {EnvironmentChoice::Kind::File, u"requirements.txt"_s}; // of the source folder
        wanted.variables = {{u"K"_s, u"v"_s}};
        const auto run = bench.runs.submit(wanted, bench.context);
        MOORING_OK(run);
        const auto found = bench.runs.find(run->id, {});
        MOORING_OK(found);
        wanted.experiment = found->settings.experiment; // as Azure ML takes it
        QCOMPARE(found->settings, wanted);
        bench.service.jobs[u"theirs"_s] = bench.service.jobs[run->id];
        const auto theirs = bench.runs.find(u"theirs"_s, {});
        MOORING_OK(theirs);
        QVERIFY(theirs->settings.source.isEmpty());
        QCOMPARE(theirs->settings.variables, wanted.variables);
        QCOMPARE(theirs->settings.script, wanted.script);
    }

    void linksStayHere()
    {
        RunsBench bench;
        QVERIFY(QFile::link(u"train.py"_s, bench.source.filePath(u"link.py"_s)));
        const auto plan = planCode(bench.source.path(), bench.context);
        MOORING_OK(plan);
        QVERIFY(!plan->find("link.py") && plan->find("train.py"));
        QCOMPARE(plan->special.size(), size_t(1));
        MOORING_OK(bench.submit());
        QVERIFY(!bench.service.blobs.contains(u"code/src/link.py"_s));
    }

    void stoppedAtTheLastMoment_data()
    {
        QTest::addColumn<bool>("arrives");
        QTest::newRow("the job is there") << true;
        QTest::newRow("it never came") << false;
    }
    /// Nobody is told that nothing runs while something does.
    void stoppedAtTheLastMoment()
    {
        QFETCH(bool, arrives);
        RunsBench bench;
        bench.service.statuses = QStringList{u"Running"_s};
        bench.service.first = [&](const WebAsk &ask) {
            if (ask.method != "PUT" || !ask.path().contains("/jobs/"))
                return WebAnswer{0, {}};
            bench.context.cancelToken().cancel();
            QThread::msleep(500); // the wait ends first
            return arrives ? WebAnswer{0, {}} : WebAnswer{500, "{}"};
        };
        const auto run = bench.submit();
        QVERIFY(!run);
        QCOMPARE(run.error().kind, ErrorKind::Canceled);
        QCOMPARE(bench.service.jobs.size(), size_t(arrives ? 1 : 0));
        if (arrives)
            QVERIFY(!bench.service.order.filter(u"/cancel"_s).isEmpty());
    }

    void targetsThatTakeNoJobs_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"HDInsight", "Databricks", "DataLakeAnalytics", "AKS", "Quantum", "SynapseSpark"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void targetsThatTakeNoJobs()
    {
        QFETCH(QString, type);
        RunsBench bench;
        bench.service.computes[u"x1"_s] = MlService::compute(u"x1"_s, type, u"/r"_s);
        const auto run = bench.runs.submit(bench.settings(u"x1"_s), bench.context);
        QVERIFY(!run);
        QCOMPARE(run.error().code, u"run.targetCannot"_s);
        QVERIFY(bench.service.blobs.empty() && bench.service.jobs.empty());
    }

    void followed_data()
    {
        QTest::addColumn<bool>("ranges");
        QTest::addColumn<bool>("expires");
        QTest::newRow("ranges") << true << false;
        QTest::newRow("whole each time") << false << false;
        QTest::newRow("address expires") << true << true;
    }
    void followed()
    {
        QFETCH(bool, ranges);
        QFETCH(bool, expires);
        RunsBench bench;
        const auto run = bench.submit();
        MOORING_OK(run);
        bench.service.honoursRange = ranges;
        bench.service.statuses = QStringList{u"Running"_s, u"Running"_s, u"Running"_s, u"Completed"_s};
        bench.service.log = "one\n";
        int looks = 0;
        QByteArray whole = "one\ntwo 둘\r\x1b[1mthree\n";
        bench.service.first = [&](const WebAsk &ask) {
            if (ask.path().startsWith("/blob/logs/") && ++looks == 2) {
                bench.service.log = whole;
                if (expires)
                    bench.service.signature = "CANARY-sig-2";
            }
            return WebAnswer{0, {}};
        };
        MlLog log = bench.runs.log(*run, u"std"_s);
        log.setPace(0.001);
        QByteArray got;
        const auto ended = log.follow([&](const QByteArray &bytes) { got += bytes; }, [](const QString &) {}, {});
        MOORING_OK(ended);
        QCOMPARE(got, whole);
        QCOMPARE(ended->status, u"Completed"_s);
    }

    /// F12: a sign-in that ended is an error of the watching; nobody calls the run failed.
    void signInEndsWhileFollowing()
    {
        RunsBench bench;
        const auto run = bench.submit();
        MOORING_OK(run);
        bench.service.statuses = QStringList{u"Running"_s};
        int asked = 0;
        bench.service.first = [&](const WebAsk &ask) {
            return ask.path().endsWith("/details") && ++asked > 2 ? WebAnswer{401, {}} : WebAnswer{0, {}};
        };
        MlLog log = bench.runs.log(*run, u"std"_s);
        log.setPace(0.001);
        const auto ended = log.follow([](const QByteArray &) {}, [](const QString &) {}, {});
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::SignIn);
        QCOMPARE(asked, 4); // two good ones, the refused one and one more with a new token
        bench.service.first = {};
        QCOMPARE(bench.runs.find(run->id, {})->state, RunState::Preparing);
    }

    void logsOfAnotherHost()
    {
        RunsBench bench;
        const auto run = bench.submit();
        MOORING_OK(run);
        const WebServer second([](const WebAsk &) { return WebAnswer{200, "x"}; });
        bench.service.first = [&](const WebAsk &ask) {
            return ask.path().endsWith("/details")
                       ? WebAnswer::json(R"({"status":"Running","logFiles":{"a":5,"user_logs/std_log.txt":"http:)"
                                         "//evil.example/x?sig=1\"}}")
                       : WebAnswer{0, {}};
        };
        MlLog log = bench.runs.log(*run, u"std"_s);
        QCOMPARE(log.print([](const QByteArray &) {}, {}).error().code, u"azure.otherHost"_s);
        QCOMPARE(second.count(), 0);
    }

    void aFailedRunSaysWhy()
    {
        RunsBench bench;
        const auto run = bench.submit();
        MOORING_OK(run);
        bench.service.jobs[run->id]["properties"]["status"] = "Failed";
        bench.service.statuses = QStringList{u"Failed"_s};
        const auto now = bench.runs.find(run->id, {});
        MOORING_OK(now);
        QCOMPARE(now->state, RunState::Failed);
        QCOMPARE(now->reason, u"ZeroDivisionError: division by zero"_s);
        QCOMPARE(bench.runs.find(u"../x"_s, {}).error().code, u"run.unknown"_s);
    }

    void canceled()
    {
        RunsBench bench;
        const auto run = bench.submit();
        MOORING_OK(run);
        bench.service.statuses = QStringList{u"Running"_s};
        const auto now = bench.runs.cancelRun(run->id, std::chrono::seconds(5), bench.context);
        MOORING_OK(now);
        QCOMPARE(now->state, RunState::Canceled);
        bench.keepTraffic(u"cancel"_s);
    }

    void lists()
    {
        RunsBench bench;
        const auto one = bench.submit();
        const auto two = bench.submit();
        MOORING_OK(one);
        MOORING_OK(two);
        bench.service.jobs[two->id]["properties"]["status"] = "Failed";
        bench.service.jobs[u"pipeline"_s] = {{"properties", {{"jobType", "Pipeline"}, {"status", "Dreaming"}}}};
        QCOMPARE(bench.runs.runs({}, {}, 100, {})->size(), size_t(3));
        QCOMPARE(bench.runs.runs({}, {}, 1, {})->size(), size_t(1));
        QCOMPARE(bench.runs.runs(u"CPU"_s, {}, 100, {})->size(), size_t(2));
        QCOMPARE(bench.runs.runs({}, RunState::Failed, 100, {})->front().id, two->id);
        bench.keepTraffic(u"lists"_s);
    }

    void metricsAndTags()
    {
        RunsBench bench;
        const auto run = bench.submit();
        MOORING_OK(run);
        bench.service.metrics[run->id] = Json::parse(R"([{"name":"loss","cells":[{"loss":0.25}]}])");
        const auto metrics = metricsOf(bench.runs.history(*run), {});
        MOORING_OK(metrics);
        QCOMPARE(metrics->metrics.at(u"loss"_s).front().value, 0.25);
        QCOMPARE(metrics->tags.at(u"team"_s), u"lab"_s);
        bench.keepTraffic(u"metrics"_s);
    }

    void outputs()
    {
        RunsBench bench;
        const auto run = bench.submit();
        MOORING_OK(run);
        bench.service.artifacts =
            QStringList{u"outputs/model.bin"_s,  u"outputs/하위/a b.txt"_s, u"user_logs/std_log.txt"_s,
                        u"outputs/../../evil"_s, u"outputs//etc/passwd"_s,  u"outputs/"_s,
                        u"outputs/a\\b"_s};
        bench.service.blobs[u"run/outputs/model.bin"_s] = QByteArray(100'000, 'm');
        bench.service.blobs[u"run/outputs/하위/a b.txt"_s] = QByteArray("text");
        const auto listed = listMlOutputs(bench.runs.history(*run), {});
        MOORING_OK(listed);
        QCOMPARE(listed->size(), size_t(2));
        auto sized = *listed;
        askSizes(bench.runs.history(*run), sized, {});
        QCOMPARE(sized[0].size, std::optional<qint64>(100'000));
        QCOMPARE(sized[1].size, std::optional<qint64>(4));
        const QString folder = bench.source.filePath(u"fetched"_s);
        const auto fetched = fetchMlOutputs(bench.runs.history(*run), folder, bench.context);
        MOORING_OK(fetched);
        QCOMPARE(*fetched->front().size, qint64(100'000));
        QCOMPARE(fetched->front().sha256.size(), 64);
        QFile file(folder + u"/하위/a b.txt"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("text"));
        QCOMPARE(fetchMlOutputs(bench.runs.history(*run), folder, bench.context).error().code, u"outputs.exists"_s);
        bench.keepTraffic(u"outputs"_s);
    }

    void environmentsAndModels()
    {
        RunsBench bench;
        const QString ws = QString::fromLatin1(MlService::workspacePath());
        const auto answer = [&](const QString &path, const char *json) {
            bench.service.resources[(ws + path).toLower()] = Json::parse(json);
        };
        answer(u"/environments"_s, R"({"value":[{"name":"실험 env","properties":{"latestVersion":"2"},)"
                                   R"("systemData":{"lastModifiedBy":"kim"}}]})");
        answer(u"/environments/실험 env/versions"_s,
               R"({"value":[{"name":"1","properties":{"image":"a/b:1"},"systemData":)"
               R"({"createdAt":"2026-01-01T00:00:00Z"}},{"name":"2","properties":{"condaFile":"name: x"},)"
               R"("systemData":{"createdAt":"2026-02-01T00:00:00Z"}}]})");
        answer(u"/models"_s, R"({"value":[{"name":"bearings","properties":{"latestVersion":"7"}}]})");
        answer(u"/models/bearings/versions"_s,
               R"({"value":[{"name":"7","properties":{"modelType":"mlflow_model","modelUri":"azureml:x"}}]})");
        const auto environments = listMlAssets(*bench.client, MlAssetKind::Environments, {});
        MOORING_OK(environments);
        QCOMPARE(environments->size(), size_t(1));
        QCOMPARE(environments->front().latest, u"2"_s);
        QCOMPARE(environments->front().changedBy, u"kim"_s);
        const auto versions = listMlAssetVersions(*bench.client, MlAssetKind::Environments, u"실험 env"_s, {});
        MOORING_OK(versions);
        QCOMPARE(versions->size(), size_t(2));
        QCOMPARE(versions->front().version, u"2"_s); // the newest
        QCOMPARE(versions->front().condaFile, u"name: x"_s);
        QCOMPARE(versions->back().image, u"a/b:1"_s);
        const auto models = listMlAssets(*bench.client, MlAssetKind::Models, {});
        MOORING_OK(models);
        const auto model = listMlAssetVersions(*bench.client, MlAssetKind::Models, models->front().name, {});
        MOORING_OK(model);
        QCOMPARE(model->front().type, u"mlflow_model"_s);
        QCOMPARE(model->front().path, u"azureml:x"_s);
        QVERIFY(!listMlAssetVersions(*bench.client, MlAssetKind::Models, u"none"_s, {}));
        for (const char *odd : {R"({"properties":7})", R"({"name":""})", "7", R"({"name":[],"systemData":3})"}) {
            QVERIFY(!MlAsset::read(Json::parse(odd)));
            QVERIFY(!MlAssetVersion::read(Json::parse(odd)));
        }
        bench.keepTraffic(u"assets"_s);
    }

    void largeFilesGoInBlocks()
    {
        RunsBench bench;
        const QByteArray content = QByteArray(33 * 1024 * 1024, 'a') + "end";
        write(bench.source.filePath(u"big.bin"_s), content);
        MOORING_OK(bench.submit());
        QVERIFY(bench.service.blobs[u"code/src/big.bin"_s] == content);
    }
};

QTEST_GUILESS_MAIN(TestMlRuns)
#include "tst_mlruns.moc"
