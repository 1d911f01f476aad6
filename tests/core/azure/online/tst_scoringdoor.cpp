#include "core/azure/online/scoringdoor.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

Cloud publicCloud()
{
    for (const Cloud &each : builtinClouds()) {
        if (each.name == u"public")
            return each;
    }
    return {};
}

Cloud loopbackCloud()
{
    Cloud cloud;
    cloud.name = u"lab"_s;
    cloud.resourceManager = QUrl(u"https://localhost:41000"_s);
    cloud.ml = QUrl(u"https://localhost:41001"_s);
    return cloud;
}

} // namespace

/// Where a key and where our own token may go.
class TestScoringDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<bool>("isLab");
        QTest::addColumn<QString>("code"); ///< empty: it may be asked
        QTest::addColumn<bool>("ourToken");
        const auto row = [](const char *name, const QString &uri, bool isLab, const QString &code, bool ourToken) {
            QTest::newRow(name) << uri << isLab << code << ourToken;
        };
        const QString bad = u"endpoint.badAddress"_s, plain = u"endpoint.notHttps"_s;
        row("managed", u"https://a.koreacentral.inference.ml.azure.com/score"_s, false, {}, true);
        row("upper case", u"https://A.KoreaCentral.Inference.ML.Azure.com/score"_s, false, {}, true);
        row("of another place", u"https://scores.example.com/score"_s, false, {}, false);
        row("ends alike", u"https://xinference.ml.azure.com/score"_s, false, {}, false);
        row("begins alike", u"https://inference.ml.azure.com.example.com/score"_s, false, {}, false);
        row("another port", u"https://a.inference.ml.azure.com:8443/score"_s, false, {}, false);
        row("Kubernetes, https", u"https://20.1.2.3/api/v1/endpoint/a/score"_s, false, {}, false);
        row("Kubernetes, http", u"http://20.1.2.3/api/v1/endpoint/a/score"_s, false, plain, false);
        row("managed, http", u"http://a.koreacentral.inference.ml.azure.com/score"_s, false, plain, false);
        row("this computer", u"https://localhost/score"_s, false, bad, false);
        row("this computer, http", u"http://127.0.0.1:5001/score"_s, false, bad, false);
        row("with a user", u"https://key@a.inference.ml.azure.com/score"_s, false, bad, false);
        row("a file", u"file:///etc/passwd"_s, false, bad, false);
        row("another scheme", u"ftp://a.inference.ml.azure.com/score"_s, false, plain, false);
        row("no address", u"score"_s, false, bad, false);
        row("empty", QString(), false, bad, false);
        row("line break", u"https://a.inference.ml.azure.com/\r\nX: y"_s, false, bad, false);
        row("lab", u"https://localhost:42000/a/score"_s, true, {}, true);
        row("lab without TLS", u"http://127.0.0.1:42000/score"_s, true, {}, false);
        row("out of the lab", u"http://scores.example.com/score"_s, true, plain, false);
    }
    void addresses()
    {
        QFETCH(QString, uri);
        QFETCH(bool, isLab);
        QFETCH(QString, code);
        const Cloud cloud = isLab ? loopbackCloud() : publicCloud();
        const auto server = scoringAddress(uri, cloud);
        QCOMPARE(server ? QString() : server.error().code, code);
        if (server)
            QTEST(mayCarryOurToken(*server, cloud), "ourToken");
    }

    void takesTheAddressApart()
    {
        const auto server = scoringAddress(u"https://a.example.com/api/v1/endpoint/a%20b/score?x=1"_s, publicCloud());
        MOORING_OK(server);
        QCOMPARE(server->host, u"a.example.com"_s);
        QCOMPARE(server->port, 443);
        QCOMPARE(server->path, u"/api/v1/endpoint/a%20b/score?x=1"_s);
        QVERIFY(server->isTls && server->key.isEmpty());
        QCOMPARE(scoringAddress(u"https://a.example.com:8443"_s, publicCloud())->path, u"/"_s);
    }

    void audience() { QCOMPARE(scoringScope(publicCloud()), u"https://ml.azure.com/.default"_s); }
};

QTEST_GUILESS_MAIN(TestScoringDoor)
#include "tst_scoringdoor.moc"
