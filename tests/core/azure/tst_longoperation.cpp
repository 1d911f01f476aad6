#include "core/azure/arm/longoperation.h"
#include "tests/support/signinbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kReal251 =
    R"({"properties":{"provisioningState":"Failed","provisioningErrors":[{"code":"InternalServerError","message":"outer","error":{"code":"InternalServerError","statusCode":500,"message":"again","details":[{"code":"T","message":"Connection failed to establish within 30000 milliseconds."}]}}]}})";

} // namespace

/// Operations that take long, in every way that a service of Azure reports them.
class TestLongOperation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ends_data()
    {
        QTest::addColumn<int>("status");                // of the PUT
        QTest::addColumn<QByteArray>("head");           // "Name" of the header with the address; empty: none
        QTest::addColumn<QList<QByteArray>>("answers"); // of the address, or of the resource; a number alone: a status
        QTest::addColumn<QByteArray>("resource");       // at the end
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("cause");
        using List = QList<QByteArray>;
        const QByteArray good = R"({"properties":{"provisioningState":"Succeeded"},"name":"x"})";
        const auto row = [](const char *name, int status, const QByteArray &head, const List &answers,
                            const QByteArray &resource, const QString &code = {}, const QString &cause = {}) {
            QTest::newRow(name) << status << head << answers << resource << code << cause;
        };
        row("async", 201, "Azure-AsyncOperation",
            {R"({"status":"InProgress","percentComplete":40})", R"({"status":"Whatever"})",
             R"({"status":"Succeeded"})"},
            good);
        row("async fails", 201, "Azure-AsyncOperation",
            {R"({"status":"Failed","error":{"code":"Q","message":"no quota"}})"},
            R"({"properties":{"provisioningState":"Failed"}})", u"azure.operationFailed"_s, u"no quota"_s);
        row("async fails, the resource knows why", 201, "Azure-AsyncOperation", {R"({"status":"Failed"})"}, kReal251,
            u"azure.operationFailed"_s, u"Connection failed to establish within 30000 milliseconds."_s);
        row("async says yes, the resource says no", 201, "Azure-AsyncOperation", {R"({"status":"Succeeded"})"},
            kReal251, u"azure.operationFailed"_s, u"Connection failed to establish within 30000 milliseconds."_s);
        row("schema's errors", 201, "Azure-AsyncOperation", {R"({"status":"Failed"})"},
            R"({"properties":{"provisioningState":"Failed","provisioningErrors":[{"error":{"code":"A","message":"why"}}]}})",
            u"azure.operationFailed"_s, u"why"_s);
        row("canceled", 201, "Azure-AsyncOperation", {R"({"status":"Canceled"})"}, good, u"azure.operationFailed"_s,
            u"Canceled"_s);
        row("cancelled, with two l", 202, "Operation-Location", {R"({"state":"Cancelled"})"}, good,
            u"azure.operationFailed"_s, u"Cancelled"_s);
        row("model management", 202, "Operation-Location", {R"({"state":"Running"})", R"({"state":"Succeeded"})"},
            good);
        row("location", 202, "Location", {"202", "200"}, good);
        row("location fails", 202, "Location", {"202", "409"}, good, u"azure.conflict"_s, u"HTTP 409"_s);
        row("none", 200, "", {R"({"properties":{"provisioningState":"Creating"}})", good}, good);
        row("none, done at once", 200, "", {}, good);
        row("no state at all", 200, "", {}, "{}");
        row("202 and nothing else", 202, "", {R"({"properties":{"provisioningState":"Updating"}})"}, good);
        row("status is a number", 201, "Azure-AsyncOperation", {R"({"status":5})", R"({"status":"Succeeded"})"}, good);
        row("a page", 201, "Azure-AsyncOperation", {"<html></html>"}, good, u"azure.notJson"_s);
        row("gone", 201, "Azure-AsyncOperation", {"404"}, good, u"azure.notFound"_s, u"HTTP 404"_s);
    }
    void ends()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, head);
        QFETCH(QList<QByteArray>, answers);
        QFETCH(QByteArray, resource);
        QFETCH(QString, code);
        QByteArray base;
        SignInBench bench([&](const WebAsk &ask) {
            if (ask.method == "PUT")
                return WebAnswer{status,
                                 answers.isEmpty() ? resource : "{\"properties\":{\"provisioningState\":\"Creating\"}}",
                                 head.isEmpty() ? WebHeaders() : WebHeaders{{head, base + "/op?t=1&s=a%2Bb"}}};
            if (ask.path() == "/op" || head.isEmpty()) {
                const QByteArray next = answers.isEmpty() ? resource : answers.takeFirst();
                const WebHeaders headers{{"Retry-After", "0"}};
                if (next.toInt() > 0)
                    return WebAnswer{next.toInt(), {}, headers};
                return WebAnswer{200, next, headers};
            }
            return WebAnswer::json(resource);
        });
        base = bench.server->base();
        const Account account = bench.signIn();
        const ArmClient client(bench.cloud(), bench.service->client(bench.cloud()).value(),
                               bench.service->tokens(account));
        const auto begun = client.send({"PUT", u"/thing"_s, u"1"_s, {}, Json::object()}, {});
        MOORING_OK(begun);
        LongOperation operation;
        operation.what = u"It failed."_s;
        operation.resource = {"GET", u"/thing"_s, u"1"_s, u"It could not be read."_s};
        operation.pause = std::chrono::milliseconds(10);
        RecordingContext context;
        const auto end = followOperation(client, *begun, operation, context);
        QCOMPARE(end ? QString() : end.error().code, code);
        if (!end && !end.error().cause.isEmpty() && code != u"azure.notJson")
            QTEST(end.error().cause, "cause");
        for (const WebAsk &ask : bench.asked("/op"))
            QCOMPARE(ask.target, "/op?t=1&s=a%2Bb"); // unchanged: it is signed
        QVERIFY(!context.lines.empty());
    }

    void deletes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("withAddress");
        QTest::newRow("204") << 204 << false;
        QTest::newRow("200") << 200 << false;
        QTest::newRow("202") << 202 << false;
        QTest::newRow("202 with an address") << 202 << true;
    }
    void deletes()
    {
        QFETCH(int, status);
        QFETCH(bool, withAddress);
        QByteArray base;
        std::atomic<int> n = 0;
        SignInBench bench([&](const WebAsk &ask) {
            if (ask.method == "DELETE")
                return WebAnswer{
                    status, {}, withAddress ? WebHeaders{{"Azure-AsyncOperation", base + "/op"}} : WebHeaders()};
            if (ask.path() == "/op")
                return WebAnswer::json(++n < 3 ? R"({"status":"Deleting"})" : R"({"status":"Succeeded"})");
            return ++n < 3 ? WebAnswer::json(R"({"properties":{"provisioningState":"Deleting"}})") : WebAnswer{404, {}};
        });
        base = bench.server->base();
        const Account account = bench.signIn();
        const ArmClient client(bench.cloud(), bench.service->client(bench.cloud()).value(),
                               bench.service->tokens(account));
        const auto begun = client.send({"DELETE", u"/thing"_s, u"1"_s, {}}, {});
        MOORING_OK(begun);
        LongOperation operation;
        operation.resource = {"GET", u"/thing"_s, u"1"_s, {}};
        operation.pause = std::chrono::milliseconds(10);
        operation.isDelete = true;
        RecordingContext context;
        MOORING_OK(followOperation(client, *begun, operation, context));
        QCOMPARE(n > 0, status == 202);
    }

    void aStatusElsewhereIsNotAsked()
    {
        const WebServer second([](const WebAsk &) { return WebAnswer::json(R"({"status":"Succeeded"})"); });
        SignInBench bench([&](const WebAsk &) {
            return WebAnswer{201, "{}", {{"Azure-AsyncOperation", second.base() + "/op"}}};
        });
        const Account account = bench.signIn();
        const ArmClient client(bench.cloud(), bench.service->client(bench.cloud()).value(),
                               bench.service->tokens(account));
        const auto begun = client.send({"PUT", u"/thing"_s, u"1"_s, {}, Json::object()}, {});
        LongOperation operation;
        operation.resource = {"GET", u"/thing"_s, u"1"_s, {}};
        operation.pause = std::chrono::milliseconds(10);
        RecordingContext context;
        QCOMPARE(followOperation(client, *begun, operation, context).error().code, u"azure.otherHost"_s);
        QCOMPARE(second.count(), 0);
    }

    void cancelEndsTheWatching()
    {
        QByteArray base;
        RecordingContext context;
        SignInBench bench([&](const WebAsk &ask) {
            if (ask.method == "PUT")
                return WebAnswer{201, "{}", {{"Azure-AsyncOperation", base + "/op"}}};
            context.cancelToken().cancel();
            return WebAnswer::json(R"({"status":"Running"})");
        });
        base = bench.server->base();
        const Account account = bench.signIn();
        const ArmClient client(bench.cloud(), bench.service->client(bench.cloud()).value(),
                               bench.service->tokens(account));
        const auto begun = client.send({"PUT", u"/thing"_s, u"1"_s, {}, Json::object()}, {});
        LongOperation operation;
        operation.resource = {"GET", u"/thing"_s, u"1"_s, {}};
        operation.pause = std::chrono::milliseconds(10);
        QCOMPARE(followOperation(client, *begun, operation, context).error().kind, ErrorKind::Canceled);
    }
};

QTEST_GUILESS_MAIN(TestLongOperation)
#include "tst_longoperation.moc"
