#include "core/azure/online/onlineendpoints.h"
#include "core/inference/loadgenerator.h"
#include "tests/support/mlbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// JSON with single quotes in place of double ones.
QByteArray quoted(const char *text) { return QByteArray(text).replace('\'', '"'); }

const QByteArray kKey = "CANARY-endpoint-key";

QByteArray endpointOf(const QByteArray &scoringUri, const QByteArray &authMode = "Key")
{
    return quoted("{'name':'e1','location':'l','properties':{'authMode':'") + authMode +
           quoted("','provisioningState':'Succeeded','scoringUri':'") + scoringUri + quoted("','swaggerUri':'") +
           scoringUri + quoted("','traffic':{'blue':100}}}");
}

const QByteArray kDeployments = quoted(
    "{'value':[{'name':'blue','properties':{'endpointComputeType':'Managed','provisioningState':'Succeeded'}}]}");

/// Made once: that takes its time.
const TestCertificate &sharedCertificate()
{
    static const TestCertificate certificate;
    return certificate;
}

/// A resource manager that says what a test wants of one endpoint, and the place where that one is scored.
struct Bench
{
    QByteArray list, endpoint, deployments = kDeployments, keys = quoted("{'primaryKey':'") + kKey + quoted("'}"), log;
    int status = 200; ///< of everything about endpoints
    std::function<WebAnswer(const WebAsk &)> scoring = [](const WebAsk &) { return WebAnswer::json("[1]"); };
    const TestCertificate &certificate = sharedCertificate();
    WebServer server{[this](const WebAsk &ask) { return scoring(ask); }, &certificate};
    WebServer other{[](const WebAsk &) { return WebAnswer::json("[2]"); }};
    MlBench ml;
    std::shared_ptr<MlClient> client;
    std::unique_ptr<OnlineEndpoints> online;

    Bench()
    {
        ml.service.first = [this](const WebAsk &ask) {
            const QByteArray path = ask.path();
            if (!path.contains("/onlineEndpoints"))
                return WebAnswer{0, {}};
            if (status != 200)
                return WebAnswer::json(quoted("{'error':{'code':'AuthorizationFailed','message':'No.'}}"), status);
            if (path.endsWith("/listKeys") || path.endsWith("/token"))
                return WebAnswer::json(keys);
            if (path.endsWith("/getLogs"))
                return WebAnswer::json(log);
            if (path.endsWith("/deployments"))
                return WebAnswer::json(deployments);
            return WebAnswer::json(path.endsWith("/onlineEndpoints") ? list : endpoint);
        };
        // The bench's cloud, with trust in the certificate of the scoring place.
        Cloud cloud = ml.signIn.cloud();
        cloud.caPem = certificate.certificate;
        const auto account = ml.signIn.service->accountFor(u"bench"_s).value();
        client = std::make_shared<MlClient>(
            ml.client->workspace(),
            ArmClient(cloud, ml.signIn.service->client(cloud).value(), ml.signIn.service->tokens(account)));
        online = std::make_unique<OnlineEndpoints>([this](const QString &) { return Result(client); },
                                                   *ml.signIn.workspace, u"lab"_s);
        endpoint = endpointOf(scoringUri());
        list = quoted("{'value':[") + endpoint + "]}";
    }
    QByteArray scoringUri() const { return server.base() + "/score"; }
    Result<ScoringCall> score(int version = 0) { return online->score(u"e1"_s, version, {"{}"}, ml.context); }
    QByteArray heard(const WebServer &one) const
    {
        QByteArray all;
        for (const WebAsk &ask : one.asked())
            all += ask.all();
        return all;
    }
};

} // namespace

/// Answers and scoring places that mean harm, or are broken.
class TestOnlineHostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { bench = std::make_unique<Bench>(); }
    void cleanup() { bench.reset(); }

    void theKeyGoesWhereTheResourceManagerSays()
    {
        const auto call = bench->score();
        MOORING_OK(call);
        QCOMPARE(call->body, QByteArray("[1]"));
        QVERIFY(bench->heard(bench->server).contains("Bearer " + kKey));
        QVERIFY(!bench->heard(bench->server).contains("CANARY-access")); // never our own token with it
    }

    void noRedirectIsFollowed_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void noRedirectIsFollowed()
    {
        QFETCH(int, status);
        const QByteArray place = bench->other.base() + "/score";
        bench->scoring = [status, place](const WebAsk &) { return WebAnswer{status, {}, {{"Location", place}}}; };
        const auto call = bench->score();
        MOORING_OK(call);
        QCOMPARE(call->status, status); // it is shown as what it is
        QCOMPARE(bench->other.count(), 0);
        LoadSettings settings = parseLoad(u"2"_s).value();
        settings.request = {"{}"};
        settings.duration = std::chrono::milliseconds(200);
        const auto measured = bench->online->withVersion(u"e1"_s, 0, bench->ml.context,
                                                         [&](const ServerAddress &server, int) -> Result<> {
                                                             settings.server = server;
                                                             const auto report = runLoad(settings, {});
                                                             return report ? Result<>() : report.error();
                                                         });
        MOORING_OK(measured);
        QCOMPARE(bench->other.count(), 0);
    }

    void whereNothingIsSent_data()
    {
        QTest::addColumn<QByteArray>("uri");
        QTest::addColumn<QString>("code");
        QTest::newRow("without TLS elsewhere")
            << QByteArray("http://scores.example.com/score") << u"endpoint.notHttps"_s;
        QTest::newRow("none") << QByteArray() << u"endpoint.noAddress"_s;
        QTest::newRow("a user") << QByteArray("https://a:b@scores.example.com/") << u"endpoint.badAddress"_s;
        QTest::newRow("nonsense") << QByteArray("::::") << u"endpoint.badAddress"_s;
    }
    void whereNothingIsSent()
    {
        QFETCH(QByteArray, uri);
        bench->endpoint = endpointOf(uri);
        const auto call = bench->score();
        QTEST(call.error().code, "code");
        for (const WebAsk &ask : bench->ml.signIn.server->asked())
            QVERIFY(!ask.path().endsWith("/listKeys")); // the key is not even asked for
    }

    void ourTokenStaysInTheCloud()
    {
        bench->endpoint = endpointOf("https://scores.example.com/score", "AADToken");
        QCOMPARE(bench->score().error().code, u"endpoint.tokenElsewhere"_s);
        bench->endpoint = endpointOf(bench->scoringUri(), "AADToken");
        const auto call = bench->score();
        MOORING_OK(call);
        QVERIFY(bench->heard(bench->server).contains("Bearer CANARY-access"));
        bench->endpoint = endpointOf(bench->scoringUri(), "Handshake");
        QCOMPARE(bench->score().error().code, u"endpoint.unknownAuth"_s);
    }

    void theDescriptionIsAskedForAtHomeAlone()
    {
        bench->endpoint = endpointOf(bench->scoringUri());
        bench->endpoint.replace(quoted("'swaggerUri':'") + bench->scoringUri(),
                                quoted("'swaggerUri':'") + bench->other.base() + "/swagger.json");
        QCOMPARE(bench->online->samplePayload(u"e1"_s, {}, EndpointBench::SampleFrom::Anywhere).error().code,
                 u"endpoint.noSample"_s);
        QCOMPARE(bench->other.count() + bench->server.count(), 0);
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("code");
        QTest::newRow("no key") << QByteArray("{}") << u"endpoint.noKey"_s;
        QTest::newRow("null") << QByteArray("null") << u"endpoint.noKey"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"endpoint.noKey"_s;
        QTest::newRow("a number") << quoted("{'primaryKey':7}") << u"endpoint.noKey"_s;
        QTest::newRow("cut off") << quoted("{'primaryKey':'x") << u"azure.notJson"_s;
        QTest::newRow("a page") << QByteArray("<html>") << u"azure.notJson"_s;
        QTest::newRow("a line break") << quoted("{'primaryKey':'x\\r\\nEvil: 1'}") << u"endpoint.badKey"_s;
    }
    void brokenAnswers()
    {
        QFETCH(QByteArray, keys);
        bench->keys = keys;
        QTEST(bench->score().error().code, "code");
        QCOMPARE(bench->server.count(), 0);
    }

    void theSecondKeyDoesToo()
    {
        bench->keys = quoted("{'primaryKey':null,'secondaryKey':'CANARY-second'}");
        MOORING_OK(bench->score());
        QVERIFY(bench->heard(bench->server).contains("Bearer CANARY-second"));
    }

    void aListThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<int>("endpoints"); ///< -1: an error
        QTest::newRow("empty") << quoted("{'value':[]}") << 0;
        QTest::newRow("what is none among them")
            << quoted("{'value':[5,null,'x',{},{'name':'a'},{'name':'b','properties':{}}]}") << 1;
        QTest::newRow("no list") << quoted("{'value':{}}") << -1;
        QTest::newRow("nothing") << QByteArray() << -1;
        QTest::newRow("cut off") << quoted("{'value':[{'name':'a'") << -1;
        QTest::newRow("deep") << quoted("{'value':") + QByteArray(100'000, '[') << -1;
        QTest::newRow("next elsewhere") << QByteArray(
                                               quoted("{'value':[],'nextLink':'https://elsewhere.example.com/next'}"))
                                        << -1;
    }
    void aListThatIsNone()
    {
        QFETCH(QByteArray, list);
        QFETCH(int, endpoints);
        bench->list = list;
        const EndpointList all = bench->online->list({});
        QCOMPARE(all.problem.has_value(), endpoints < 0);
        QCOMPARE(int(all.endpoints.size()), std::max(0, endpoints));
    }

    void withoutTheRight()
    {
        bench->status = 403;
        const EndpointList all = bench->online->list({});
        QVERIFY(all.problem && all.endpoints.empty() && !all.seenAt);
        QCOMPARE(all.problem->code, u"azure.forbidden"_s);
        QVERIFY2(all.problem->text().contains(u"could not be listed"_s), qPrintable(all.problem->text()));
    }

    void logsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("null") << quoted("{'content':null}") << QByteArray();
        QTest::newRow("a number") << quoted("{'content':7}") << QByteArray();
        QTest::newRow("nothing") << QByteArray("{}") << QByteArray();
        QTest::newRow("no last line end") << quoted("{'content':'a\\nb'}") << QByteArray("a\nb");
        QTest::newRow("times of its own")
            << quoted("{'content':'2026-11-30T10:00:00Z x\\n'}") << QByteArray("2026-11-30T10:00:00Z x\n");
    }
    void logsThatAreNone()
    {
        QFETCH(QByteArray, log);
        bench->log = log;
        QByteArray all;
        MOORING_OK(bench->online->readLog(u"e1"_s, EndpointRunner::Log::Server, {}, false,
                                          [&all](const QByteArray &bytes) {
                                              all += bytes;
                                              return true;
                                          },
                                          {}));
        QTEST(all, "text");
    }

    void aReasonIsAskedForAtTheResourceManagerAlone()
    {
        bench->deployments = quoted("{'value':[{'name':'blue','properties':{'provisioningState':'Failed','properties':{"
                                    "'AzureAsyncOperationUri':'") +
                             bench->other.base() + quoted("/operation'}}}]}");
        const auto record = bench->online->refresh(u"e1"_s, {});
        MOORING_OK(record);
        QCOMPARE(record->reason, u"The deployment blue failed."_s);
        QCOMPARE(bench->other.count(), 0);
    }

private:
    std::unique_ptr<Bench> bench;
};

QTEST_GUILESS_MAIN(TestOnlineHostile)
#include "tst_onlinehostile.moc"
