#include "core/azure/cloud/cloudbook.h"
#include "core/azure/cloud/clouddiscovery.h"
#include "tests/support/signinbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

Cloud builtin(const QString &name)
{
    for (const Cloud &cloud : builtinClouds()) {
        if (cloud.isNamed(name))
            return cloud;
    }
    return {};
}

QByteArray entry(const QByteArray &base, const QByteArray &more = {})
{
    return R"({"name":"x","resourceManager":")" + base +
           R"(","portal":"https:\/\/portal.x/","batch":"https:\/\/batch.x/","authentication":{"loginEndpoint":")" +
           base +
           R"(/login/","audiences":["https:\/\/aud.x/"],"tenant":"common"},"suffixes":{"storage":"store.x","acrLoginServer":"acr.x"})" +
           more + "}";
}

} // namespace

/// Which clouds there are, what is asked of one that is new, and where a token may go.
class TestCloud : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeAreBuiltIn()
    {
        const auto clouds = builtinClouds();
        QCOMPARE(clouds.size(), size_t(3));
        QCOMPARE(clouds[0].name, u"public"_s);
        QCOMPARE(clouds[0].scope(), u"https://management.azure.com/.default"_s);
        QCOMPARE(builtin(u"AzureUSGovernment"_s).login.host(), u"login.microsoftonline.us"_s);
        QCOMPARE(builtin(u"china"_s).resourceManager.host(), u"management.chinacloudapi.cn"_s);
        for (const Cloud &cloud : clouds) {
            QVERIFY(cloud.builtin && !cloud.isAdfs());
            QCOMPARE(cloud.resourceManager.scheme(), u"https"_s);
        }
    }

    void whereATokenMayGo_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("may");
        const auto row = [](const QString &url, bool may) { QTest::newRow(qPrintable(url)) << url << may; };
        row(u"https://management.azure.com/x"_s, true);
        row(u"https://MANAGEMENT.azure.com:443/x"_s, true);
        row(u"https://koreacentral.api.azureml.ms/history"_s, true);
        row(u"https://api.azureml.ms/"_s, true);
        row(u"http://management.azure.com/x"_s, false);
        row(u"https://management.azure.com:8443/x"_s, false);
        row(u"https://koreacentral.api.azureml.ms:8443/"_s, false);
        row(u"http://koreacentral.api.azureml.ms/"_s, false);
        row(u"https://evilapi.azureml.ms/"_s, false);
        row(u"https://api.azureml.ms.evil.example/"_s, false);
        row(u"https://me@management.azure.com/"_s, false);
        row(u"https://login.microsoftonline.com/"_s, false);
        row(u"https://acc.blob.core.windows.net/"_s, false);
        row(u"https://management.usgovcloudapi.net/"_s, false);
        row(u"http://localhost/"_s, false);
        row(QString(), false);
    }
    void whereATokenMayGo()
    {
        QFETCH(QString, url);
        QTEST(builtin(u"public"_s).mayCarryToken(QUrl(url)), "may");
    }

    void whereFilesMayBe_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("may");
        const auto row = [](const QString &url, bool may) { QTest::newRow(qPrintable(url)) << url << may; };
        row(u"https://acc.blob.core.windows.net/c/f?sig=x"_s, true);
        row(u"http://acc.blob.core.windows.net/c"_s, false);
        row(u"https://acc.blob.core.windows.net.evil/c"_s, false);
        row(u"https://127.0.0.1/c"_s, false);
        row(u"https://169.254.169.254/"_s, false);
        row(u"file:///etc/passwd"_s, false);
    }
    void whereFilesMayBe()
    {
        QFETCH(QString, url);
        QTEST(builtin(u"public"_s).mayHoldFiles(QUrl(url)), "may");
    }

    void metadata_data()
    {
        QTest::addColumn<QByteArray>("body"); // BASE is the server's
        QTest::addColumn<QString>("audience");
        QTest::addColumn<QString>("code");
        QTest::newRow("one object") << entry("BASE") << u"https://aud.x/"_s << QString();
        QTest::newRow("a list") << QByteArray("[" + entry("https://other.example") + "," + entry("BASE") + "]")
                                << u"https://aud.x/"_s << QString();
        QTest::newRow("a list of one") << QByteArray("[" + entry("BASE") + "]") << u"https://aud.x/"_s << QString();
        QTest::newRow("2015")
            << QByteArray(
                   R"({"portalEndpoint":"https:\/\/p/","authentication":{"loginEndpoint":"https:\/\/adfs.x/adfs","audiences":["https:\/\/m.x/1"]}})")
            << u"https://m.x/1"_s << QString();
        QTest::newRow("a list of others") << QByteArray("[" + entry("https://a.b") + "," + entry("https://c.d") + "]")
                                          << QString() << u"cloud.noMetadata"_s;
        QTest::newRow("no login") << QByteArray("{}") << QString() << u"cloud.badAddress"_s;
        QTest::newRow("login on another computer without TLS")
            << QByteArray(R"({"authentication":{"loginEndpoint":"http:\/\/evil.example/"}})") << QString()
            << u"cloud.badAddress"_s;
        QTest::newRow("wrong types") << QByteArray(R"({"authentication":[],"suffixes":5})") << QString()
                                     << u"cloud.badAddress"_s;
        QTest::newRow("a number") << QByteArray("5") << QString() << u"cloud.noMetadata"_s;
        QTest::newRow("a page") << QByteArray("<html>hello</html>") << QString() << u"azure.notJson"_s;
        QTest::newRow("empty") << QByteArray() << QString() << u"cloud.noMetadata"_s;
    }
    void metadata()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QByteArray base;
        const WebServer server([&](const WebAsk &) { return WebAnswer::json(QByteArray(body).replace("BASE", base)); });
        base = server.base();
        CloudRequest request;
        request.name = u"mine"_s;
        request.resourceManager = server.url();
        const auto cloud = discoverCloud(request, {});
        QCOMPARE(cloud ? QString() : cloud.error().code, code);
        if (!cloud)
            return;
        QTEST(cloud->audience, "audience");
        QVERIFY(cloud->tenant.isEmpty());
        QVERIFY(server.asked().front().header("Authorization").isEmpty());
        QCOMPARE(server.asked().front().target, "/metadata/endpoints?api-version=2022-09-01");
    }

    void olderVersionsAreTried()
    {
        QByteArray base;
        const WebServer server([&](const WebAsk &ask) {
            return ask.query("api-version") == "2019-05-01" ? WebAnswer::json("[" + entry(base) + "]")
                                                            : WebAnswer::json(R"({"error":{"code":"NoVersion"}})", 400);
        });
        base = server.base();
        CloudRequest request;
        request.name = u"mine"_s;
        request.resourceManager = server.url();
        MOORING_OK(discoverCloud(request, {}));
        QCOMPARE(server.count(), 2);
    }

    void withoutMetadataTheLoginIsEnough()
    {
        const WebServer server([](const WebAsk &) { return WebAnswer{404, {}}; });
        CloudRequest request;
        request.name = u"mine"_s;
        request.resourceManager = server.url();
        QCOMPARE(discoverCloud(request, {}).error().code, u"cloud.noMetadata"_s);
        request.login = QUrl(u"https://login.example/adfs/"_s);
        const auto cloud = discoverCloud(request, {});
        MOORING_OK(cloud);
        QVERIFY(cloud->isAdfs());
    }

    void theBook()
    {
        const TemporaryProfile profile;
        const auto workspace = profile.open();
        CloudBook book(*workspace);
        CloudRequest request;
        request.name = u"mine"_s;
        request.resourceManager = QUrl(u"https://rm.example/"_s);
        request.caPem = "-----BEGIN CERTIFICATE-----";
        const Json document = Json::parse(entry("https://rm.example").toStdString());
        const Cloud mine = cloudFromMetadata(request, document).value();
        MOORING_OK(book.add(mine));
        MOORING_OK(book.add(mine)); // the same again
        const auto found = book.find(u"MINE"_s);
        MOORING_OK(found);
        QCOMPARE(found->caPem, request.caPem);
        QCOMPARE(found->storageSuffix, u"store.x"_s);
        QCOMPARE(found->resourceManager.toString(), u"https://rm.example"_s);
        Cloud other = mine;
        other.audience = u"https://elsewhere/"_s;
        QCOMPARE(book.add(other).error().code, u"cloud.nameTaken"_s);
        other.name = u"AzureCloud"_s;
        QCOMPARE(book.add(other).error().code, u"cloud.nameTaken"_s);
        QCOMPARE(book.find({})->name, u"public"_s);
        QCOMPARE(book.find(u"min"_s).error().code, u"cloud.unknown"_s);
        QVERIFY(book.find(u"min"_s).error().fix.contains(u"mine"));
        QCOMPARE(book.remove(u"public"_s).error().code, u"cloud.builtin"_s);
        MOORING_OK(book.remove(u"mine"_s));
        QCOMPARE(book.all()->size(), size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestCloud)
#include "tst_cloud.moc"
