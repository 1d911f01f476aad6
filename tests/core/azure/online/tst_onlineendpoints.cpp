#include "core/azure/online/onlineendpoints.h"
#include "core/inference/loadmeasuring.h"
#include "tests/support/labprofile.h"

#include <QFile>

#include <atomic>
#include <mutex>
#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Log = EndpointRunner::Log;

namespace {

const QByteArray kKey = "practice-key-of-practice-online";

struct Bench
{
    std::mutex mutex; ///< guards what the lab's thread writes
    QStringList asked;
    std::vector<LabRequest> scored;
    LabProfile lab{[this](const QString &kind, const LabRequest &request, const LabReply &) {
        const std::lock_guard lock(mutex);
        asked << kind + u' ' + QString::fromLatin1(request.method) + u' ' + request.path.section(u'/', -2);
        if (kind == u"online")
            scored.push_back(request);
    }};
    OnlineEndpoints online{openMlBy(*lab.workspace, *lab.signIn), *lab.workspace, u"lab"_s};
    RecordingContext context;

    Bench() { online.setPause(50ms); }
    int count(const QString &words)
    {
        const std::lock_guard lock(mutex);
        return int(
            std::count_if(asked.begin(), asked.end(), [&](const QString &each) { return each.contains(words); }));
    }
    QByteArray logOf(const QString &name, Log log, LogOf of = {})
    {
        QByteArray all;
        const auto read = online.readLog(name, log, of, false,
                                         [&all](const QByteArray &bytes) {
                                             all += bytes;
                                             return true;
                                         },
                                         {});
        return read ? all : read.error().text().toUtf8();
    }
};

} // namespace

/// Online endpoints of the practice lab: what they are, asked and followed.
class TestOnlineEndpoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { bench = std::make_unique<Bench>(); }
    void cleanup()
    {
        bench->lab.keepTraffic(u"online-"_s + QString::fromLatin1(QTest::currentTestFunction()));
        bench.reset();
    }

    void lists()
    {
        const EndpointList list = bench->online.list({});
        QVERIFY2(!list.problem, qPrintable(list.problem.value_or(Error()).text()));
        QCOMPARE(list.endpoints.size(), size_t(3));
        const EndpointRecord &good = list.endpoints[0], &cluster = list.endpoints[1], &failed = list.endpoints[2];
        QCOMPARE(good.name, u"practice-online"_s);
        QCOMPARE(good.state, EndpointState::Running);
        QCOMPARE(good.servingLabel(), u"blue"_s);
        QCOMPARE(good.version(1)->share, 90);
        QVERIFY(good.scoringUri().startsWith(u"https://localhost:"_s));
        QCOMPARE(cluster.maker, u"Azure ML, Kubernetes"_s);
        QCOMPARE(failed.state, EndpointState::Failed);
        QVERIFY2(failed.reason.contains(u"model.json is not there"_s), qPrintable(failed.reason)); // the deepest
        QCOMPARE(bench->count(u"/listKeys"_s) + bench->count(u"k8s/token"_s), 0);
        QVERIFY(!bench->lab.everythingKept().contains("practice-variable")); // of a deployment's environment
    }

    void scores()
    {
        const ScoringRequest request{R"({"data":[[1,2]]})"};
        const auto call = bench->online.score(u"practice-online"_s, 2, request, bench->context);
        MOORING_OK(call);
        QCOMPARE(call->status, 200);
        QCOMPARE(call->versionLabel(), u"green"_s);
        QVERIFY2(call->body.contains(R"("deployment":"green")"), call->body.constData());
        QVERIFY(call->request.headers.empty());
        QCOMPARE(bench->scored.size(), size_t(1));
        QCOMPARE(bench->scored[0].header("azureml-model-deployment"), QByteArray("green"));
        QCOMPARE(bench->scored[0].bearer().toUtf8(), kKey);

        const auto split = bench->online.score(u"practice-online"_s, 0, request, bench->context);
        MOORING_OK(split);
        QCOMPARE(split->versionLabel(), u"blue"_s); // as the answer says
        QVERIFY(bench->scored[1].header("azureml-model-deployment").isEmpty());
        QVERIFY(compareAnswers(call->body, split->body).size() == 1);

        const auto calls = bench->online.calls(u"practice-online"_s, 1);
        QCOMPARE(calls->size(), size_t(1));
        QCOMPARE(calls->front().id, split->id);
        QCOMPARE(bench->count(u"listKeys"_s), 2); // each time anew: it is not kept
        QVERIFY(!bench->lab.everythingKept().contains(kKey));
        QVERIFY(!bench->context.text().contains(QString::fromLatin1(kKey)));
    }

    void scoresWithAToken()
    {
        const auto call = bench->online.score(u"practice-online-k8s"_s, 1, {"{}"}, bench->context);
        MOORING_OK(call);
        QCOMPARE(call->status, 200);
        QCOMPARE(bench->count(u"practice-online-k8s/token"_s), 1);
        const QByteArray token = bench->scored[0].bearer().toUtf8();
        QVERIFY(token.size() > 20 && !bench->lab.everythingKept().contains(token));
    }

    void aFailedDeploymentsAnswerIsAnAnswer()
    {
        const auto call = bench->online.score(u"practice-online-failed"_s, 1, {"{}"}, bench->context);
        MOORING_OK(call);
        QCOMPARE(call->status, 503);
    }

    void whatIsNotThere()
    {
        QCOMPARE(bench->online.refresh(u"nobody"_s, {}).error().code, u"endpoint.unknown"_s);
        QCOMPARE(bench->online.score(u"nobody"_s, 0, {"{}"}, bench->context).error().code, u"endpoint.unknown"_s);
        QCOMPARE(bench->online.score(u"practice-online"_s, 9, {"{}"}, bench->context).error().code,
                 u"endpoint.noVersion"_s);
        QCOMPARE(bench->online.refresh(u"../computes"_s, {}).error().code, u"endpoint.unknown"_s);
        QCOMPARE(bench->online.watchUsage(u"practice-online"_s, {}, {}).error().code, u"endpoint.noUsage"_s);
        const Error refusal = OnlineEndpoints::readOnly(bench->online.refresh(u"practice-online"_s, {}).value());
        QCOMPARE(refusal.kind, ErrorKind::Usage);
        QVERIFY2(refusal.text().contains(u"others made"_s), qPrintable(refusal.text()));
    }

    void samples()
    {
        const auto sample = bench->online.samplePayload(u"practice-online"_s, {}, EndpointBench::SampleFrom::Anywhere);
        MOORING_OK(sample);
        QVERIFY(sample->request.body.contains("\"data\""));
        QCOMPARE(bench->online.samplePayload(u"practice-online"_s, {}, EndpointBench::SampleFrom::Files).error().code,
                 u"endpoint.noSample"_s);
    }

    void logs()
    {
        const QByteArray log = bench->logOf(u"practice-online"_s, Log::Server);
        QVERIFY2(log.contains("nothing is executed") && log.contains("Listening"), log.constData());
        QVERIFY(bench->logOf(u"practice-online"_s, Log::Build).contains("Model and code are there"));
        const QByteArray broken = bench->logOf(u"practice-online-failed"_s, Log::Server);
        QVERIFY2(broken.contains("FileNotFoundError"), broken.constData());
        MOORING_OK(bench->online.score(u"practice-online"_s, 2, {"{}"}, bench->context));
        QVERIFY(!bench->logOf(u"practice-online"_s, Log::Server).contains("POST /score"));
        QVERIFY(bench->logOf(u"practice-online"_s, Log::Server, LogOf::one(2)).contains("POST /score 200"));
        QCOMPARE(bench->online.readLog(u"practice-online"_s, Log::Server, LogOf::one(7), false, {}, {}).error().code,
                 u"endpoint.noVersion"_s);
    }

    void followsALog()
    {
        QByteArray all;
        std::mutex mutex;
        CancelToken cancel;
        std::thread reader([&] {
            const auto ended = bench->online.readLog(
                u"practice-online"_s, Log::Server, LogOf::one(2), true,
                [&](const QByteArray &bytes) {
                    const std::lock_guard lock(mutex);
                    all += bytes;
                    return true;
                },
                cancel);
            QCOMPARE(ended.error().kind, ErrorKind::Canceled);
        });
        const auto has = [&](int requests) {
            const std::lock_guard lock(mutex);
            return all.count("POST /score") == requests;
        };
        for (int i = 1; i <= 3; ++i) {
            MOORING_OK(bench->online.score(u"practice-online"_s, 2, {"{}"}, bench->context));
            QTRY_VERIFY_WITH_TIMEOUT(has(i), 10000);
        }
        cancel.cancel();
        reader.join();
        QCOMPARE(all.count("Listening"), 1); // each line once
    }

    void followsALogInAFile()
    {
        CancelToken cancel;
        QString path;
        std::atomic<bool> hasFile = false;
        std::thread reader([&] {
            (void)bench->online.followLogFile(
                u"practice-online"_s, Log::Server, LogOf::one(1),
                [&](const QString &given) {
                    path = given;
                    hasFile = true;
                },
                cancel);
        });
        const auto text = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasFile && text().contains("Listening"), 10000);
        cancel.cancel();
        reader.join();
    }

    /// With TLS, as everywhere outside of a lab.
    void measuresALoad()
    {
        LoadSettings settings = parseLoad(u"4"_s).value();
        settings.request = {"{}"};
        settings.duration = 1s;
        const auto measured = measureLoad(bench->online, u"practice-online"_s, 1, settings, bench->context);
        MOORING_OK(measured);
        QVERIFY2(measured->report.requests > 10, toBytes(measured->report.toJson()).constData());
        QCOMPARE(measured->report.errors, 0);
        QCOMPARE(bench->scored.back().header("azureml-model-deployment"), QByteArray("blue"));
    }

    void aLoadTrustsNobodyElse()
    {
        MOORING_OK(bench->online.withVersion(
            u"practice-online"_s, 0, bench->context, [](ServerAddress server, int) -> Result<> {
                LoadSettings settings = parseLoad(u"2"_s).value();
                settings.request = {"{}"};
                settings.duration = 300ms;
                settings.server = server;
                settings.server.caPem.clear(); // the system does not know the lab's authority
                settings.path = server.path.toLatin1();
                const auto report = runLoad(settings, {});
                if (!report)
                    return report.error();
                return report->errors == report->requests && report->requests > 0
                           ? Result<>()
                           : Result<>(Error::failed(u"test"_s, u"It was trusted."_s));
            }));
        QVERIFY(bench->scored.empty());
    }

    void theLastKnownOnes()
    {
        QVERIFY(!bench->online.list({}).problem);
        QTRY_VERIFY(bench->lab.everythingKept().contains("practice-online")); // written by the store's thread
        bench->lab.lab.lab.reset();                                           // no network
        const EndpointList list = bench->online.list({});
        QVERIFY(list.problem && list.problem->kind == ErrorKind::NotReachable);
        QVERIFY(list.seenAt.has_value());
        QCOMPARE(list.endpoints.size(), size_t(3));
        QCOMPARE(list.endpoints[0].state, EndpointState::Unknown);
        QVERIFY(list.endpoints[0].reason.contains(u"this is how it was at"_s));
        const auto one = bench->online.refresh(u"practice-online"_s, {});
        MOORING_OK(one);
        QCOMPARE(one->state, EndpointState::Unknown);
        QCOMPARE(bench->online.score(u"practice-online"_s, 0, {"{}"}, bench->context).error().kind,
                 ErrorKind::NotReachable);
    }

private:
    std::unique_ptr<Bench> bench;
};

QTEST_GUILESS_MAIN(TestOnlineEndpoints)
#include "tst_onlineendpoints.moc"
