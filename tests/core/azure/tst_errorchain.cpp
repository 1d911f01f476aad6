#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

/// What a refusal says, in every shape that a service of Azure uses, and in none.
class TestErrorChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("serverCode");
        const auto row = [](const char *name, const QByteArray &body, const QString &cause, const QString &code) {
            QTest::newRow(name) << body << cause << code;
        };
        row("envelope", R"({"error":{"code":"ResourceNotFound","message":"No such thing."}})", u"No such thing."_s,
            u"ResourceNotFound"_s);
        row("details",
            R"({"error":{"code":"A","message":"outer","details":[{"code":"B","message":"side"},{"code":"C","message":"middle","details":[{"code":"D","message":"deepest"}]}]}})",
            u"deepest"_s, u"D"_s);
        row("inner error", R"({"error":{"code":"UserError","message":"m","innerError":{"code":"Timeout"}}})", u"m"_s,
            u"Timeout"_s);
        row("JSON in a message",
            R"({"error":{"code":"DeploymentFailed","message":"{\u0022error\u0022:{\u0022code\u0022:\u0022Quota\u0022,\u0022message\u0022:\u00220 cores left\u0022}}"}})",
            u"0 cores left"_s, u"Quota"_s);
        row("provisioning errors of the schema", R"({"provisioningErrors":[{"error":{"code":"X","message":"why"}}]})",
            u"why"_s, u"X"_s);
        row("provisioning errors of the service",
            R"({"provisioningErrors":[{"code":"InternalServerError","message":"outer","error":{"code":"InternalServerError","statusCode":500,"message":"again","details":[{"code":"T","message":"Connection failed to establish within 30000 milliseconds."}]}}]})",
            u"Connection failed to establish within 30000 milliseconds."_s, u"T"_s);
        row("OAuth", R"({"error":"invalid_grant","error_description":"AADSTS70000: expired"})",
            u"AADSTS70000: expired"_s, u"invalid_grant"_s);
        row("Batch", R"({"code":"JobNotFound","message":{"lang":"en-US","value":"No job."}})", u"No job."_s,
            u"JobNotFound"_s);
        row("Databricks", R"({"error_code":"INVALID_STATE","message":"not now"})", u"not now"_s, u"INVALID_STATE"_s);
        row("blob",
            R"(<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Signature.</Message></Error>)",
            u"Signature."_s, u"AuthenticationFailed"_s);
        row("blob, as the service writes it",
            "<?xml version=\"1.0\"?><Error><Code>BlobNotFound</Code><Message>There is no such "
            "blob.\nRequestId:0a1b\nTime:2026-11-30T17:55:24.520Z</Message></Error>",
            u"There is no such blob."_s, u"BlobNotFound"_s);
        row("empty", "", u"HTTP 400"_s, QString());
        row("a page", "<html><body>Bad Gateway</body></html>", u"HTTP 400"_s, QString());
        row("no object", "[1,2]", u"HTTP 400"_s, QString());
        row("wrong types", R"({"error":{"code":5,"message":["x"],"details":{"a":1}}})", u"HTTP 400"_s, QString());
        row("cut off", R"({"error":{"code":"A","mess)", u"HTTP 400"_s, QString());
        row("a secret in it", R"({"error":{"code":"A","message":"see https:\/\/x/y?sv=1&sig=abcdef%3D"}})",
            u"see https://x/y?sv=1&sig=***"_s, u"A"_s);
    }
    void shapes()
    {
        QFETCH(QByteArray, body);
        WebReply reply;
        reply.status = 400;
        reply.body = body;
        reply.url = QUrl(u"https://host/path?sig=secret"_s);
        const Error error = errorOf(reply, u"It failed."_s);
        QTEST(error.cause, "cause");
        QTEST(stringAt(error.detail, "serverCode"), "serverCode");
        QCOMPARE(error.message, u"It failed."_s);
        QVERIFY(!toBytes(error.detail).contains("secret"));
    }

    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("kind");
        QTest::newRow("401") << 401 << u"azure.unauthorized"_s << int(ErrorKind::SignIn);
        QTest::newRow("403") << 403 << u"azure.forbidden"_s << int(ErrorKind::Failed);
        QTest::newRow("404") << 404 << u"azure.notFound"_s << int(ErrorKind::Failed);
        QTest::newRow("409") << 409 << u"azure.conflict"_s << int(ErrorKind::Failed);
        QTest::newRow("429") << 429 << u"azure.throttled"_s << int(ErrorKind::Failed);
        QTest::newRow("503") << 503 << u"azure.unavailable"_s << int(ErrorKind::NotReachable);
        QTest::newRow("418") << 418 << u"azure.refused"_s << int(ErrorKind::Failed);
    }
    void statuses()
    {
        QFETCH(int, status);
        WebReply reply;
        reply.status = status;
        reply.headers = {{"X-Ms-Request-Id", "r1"}, {"x-ms-correlation-request-id", "c1"}};
        reply.clientRequestId = u"mine"_s;
        const Error error = errorOf(reply, {});
        QTEST(error.code, "code");
        QTEST(int(error.kind), "kind");
        QCOMPARE(stringAt(error.detail, "requestId"), u"r1"_s);
        QCOMPARE(stringAt(error.detail, "correlationId"), u"c1"_s);
        QCOMPARE(stringAt(error.detail, "clientRequestId"), u"mine"_s);
    }

    void whoCanHelp_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("words");
        QTest::newRow("a resource") << u"https://host/x?api-version=1"_s << u"owns the resource"_s;
        QTest::newRow("an address that is signed") << u"https://host/x?sp=r&sig=abc"_s << u"address that Azure gave"_s;
    }
    void whoCanHelp()
    {
        QFETCH(QString, url);
        QFETCH(QString, words);
        WebReply reply;
        reply.status = 403;
        reply.url = QUrl(url);
        const Error error = errorOf(reply, {});
        QVERIFY2(error.fix.contains(words), qPrintable(error.fix));
    }

    void aWrongClockIsNamed()
    {
        WebReply reply;
        reply.status = 401;
        reply.headers = {{"Date", "Mon, 23 Nov 2015 01:00:00 GMT"}};
        QVERIFY2(errorOf(reply, {}).fix.contains(u"clock"), qPrintable(errorOf(reply, {}).fix));
    }

    void hostileDepthIsAnError()
    {
        QCOMPARE(parseJson(QByteArray(100000, '[')).error().code, u"azure.tooDeep"_s);
        QCOMPARE(parseJson(QByteArray(100000, '[') + QByteArray(100000, ']')).error().code, u"azure.tooDeep"_s);
        const QByteArray brackets = "\"" + QByteArray(1000, '[') + "\"";
        MOORING_OK(parseJson(brackets)); // in a text they are nothing
        QByteArray nested;
        for (int i = 0; i < 30; ++i)
            nested += R"({"error":{"message":"m","details":[)";
        QVERIFY(errorChain(nested).empty()); // cut off
    }

    void bytesThatAreNotUtf8()
    {
        const auto value = parseJson("{\"a\":\"\xff\xfe b\"}");
        MOORING_OK(value);
        QVERIFY(stringAt(*value, "a").endsWith(u" b"));
    }

    void aPageWith200SaysSo()
    {
        WebReply reply;
        reply.status = 200;
        reply.url = QUrl(u"https://host/"_s);
        reply.body = " <!DOCTYPE html><html>Sign in to the network</html>";
        const auto json = jsonOf(reply);
        QVERIFY(!json);
        QCOMPARE(json.error().code, u"azure.notJson"_s);
        QVERIFY(json.error().message.contains(u"web page"));
    }
};

QTEST_GUILESS_MAIN(TestErrorChain)
#include "tst_errorchain.moc"
