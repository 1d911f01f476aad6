#include "core/azure/arm/directory.h"
#include "tests/support/signinbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

ArmClient clientOf(SignInBench &bench)
{
    const Account account = bench.signIn();
    return ArmClient(bench.cloud(), bench.service->client(bench.cloud()).value(), bench.service->tokens(account));
}

ArmCall things() { return {"GET", u"/things"_s, u"1"_s, u"The things could not be listed."_s}; }

} // namespace

/// Calls with a token: where it goes, how often it is renewed, and lists that lie.
class TestArmClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesOfAList()
    {
        QByteArray base;
        SignInBench bench([&](const WebAsk &ask) {
            if (ask.query("page") == "2")
                return WebAnswer::json(R"({"value":[{"n":3},5,null]})");
            return WebAnswer::json(R"({"value":[{"n":1},{"n":2}],"nextLink":")" + base +
                                   R"(/things?api-version=1&page=2"})");
        });
        base = bench.server->base();
        const auto list = clientOf(bench).list(things(), {});
        MOORING_OK(list);
        QCOMPARE(list->size(), size_t(3));
        QCOMPARE(bench.asked("/things").back().target, "/things?api-version=1&page=2");
        QCOMPARE(bench.asked("/things").back().header("Authorization"), "Bearer CANARY-access-1");
    }

    void noSecondHostSeesTheToken()
    {
        const WebServer second([](const WebAsk &) { return WebAnswer::json(R"({"value":[]})"); });
        SignInBench bench([&](const WebAsk &) {
            return WebAnswer::json(R"({"value":[],"nextLink":")" + second.base() + R"(/more"})");
        });
        const ArmClient client = clientOf(bench);
        QCOMPARE(client.list(things(), {}).error().code, u"azure.otherHost"_s);
        ArmCall call = things();
        call.base = second.url();
        QCOMPARE(client.json(call, {}).error().code, u"azure.otherHost"_s);
        QCOMPARE(second.count(), 0);
    }

    void badLists_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("round") << QByteArray(R"({"value":[],"nextLink":"BASE/things?api-version=1&again"})")
                               << u"azure.badList"_s;
        QTest::newRow("no list") << QByteArray(R"({"value":{}})") << u"azure.badList"_s;
        QTest::newRow("null") << QByteArray("null") << u"azure.badList"_s;
        QTest::newRow("empty") << QByteArray() << u"azure.badList"_s;
        QTest::newRow("array") << QByteArray("[]") << u"azure.badList"_s;
        QTest::newRow("next is a number") << QByteArray(R"({"value":[],"nextLink":5})") << QString();
        QTest::newRow("next is relative") << QByteArray(R"({"value":[],"nextLink":"/things"})") << u"azure.otherHost"_s;
        QTest::newRow("page") << QByteArray("<html></html>") << u"azure.notJson"_s;
        QTest::newRow("deep") << QByteArray(200000, '[') << u"azure.tooDeep"_s;
    }
    void badLists()
    {
        QFETCH(QByteArray, body);
        QByteArray base;
        SignInBench bench([&](const WebAsk &) { return WebAnswer::json(QByteArray(body).replace("BASE", base)); });
        base = bench.server->base();
        const auto list = clientOf(bench).list(things(), {});
        QTEST(list ? QString() : list.error().code, "code");
    }

    void aRefusedTokenIsRenewedOnce()
    {
        SignInBench bench([](const WebAsk &ask) {
            return ask.header("Authorization") == "Bearer CANARY-access-1"
                       ? WebAnswer{401, {}, {{"WWW-Authenticate", "Bearer"}}}
                       : WebAnswer::json("{}");
        });
        const ArmClient client = clientOf(bench);
        MOORING_OK(client.json(things(), {}));
        QCOMPARE(bench.asked("/things").size(), size_t(2));
        QCOMPARE(bench.asked("/things").back().header("Authorization"), "Bearer CANARY-access-2");
    }

    /// The specification takes JSON only, also where there is nothing to say.
    void anEmptyPostIsNoForm()
    {
        SignInBench bench([](const WebAsk &) { return WebAnswer{202, {}}; });
        ArmCall call = things();
        call.method = "POST";
        MOORING_OK(clientOf(bench).send(call, {}));
        QCOMPARE(bench.asked("/things").front().header("Content-Type"), "application/json");
    }

    void noEndOfRefusals()
    {
        SignInBench bench([](const WebAsk &) { return WebAnswer{401, {}}; });
        const auto answer = clientOf(bench).json(things(), {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, u"azure.unauthorized"_s);
        QCOMPARE(answer.error().kind, ErrorKind::SignIn);
        QCOMPARE(bench.asked("/things").size(), size_t(2));
        QCOMPARE(bench.asked("/token").size(), size_t(2));
    }

    void theDirectory()
    {
        SignInBench bench([](const WebAsk &ask) {
            if (ask.path() == "/tenants")
                return WebAnswer::json(R"({"value":[{"tenantId":"t1","displayName":"Contoso"},{"x":1}]})");
            if (ask.path() == "/subscriptions")
                return WebAnswer::json(
                    R"({"value":[{"subscriptionId":"s1","displayName":"Lab","tenantId":"t1","state":"Someday"}]})");
            return WebAnswer::json(R"({"value":[{"name":"그룹","location":"koreacentral"},{"name":7}]})");
        });
        const ArmClient client = clientOf(bench);
        QCOMPARE(tenants(client, {})->size(), size_t(1));
        QCOMPARE(subscriptions(client, {})->front().state, u"Someday"_s);
        const auto groups = resourceGroups(client, u"s 1/../x"_s, {});
        MOORING_OK(groups);
        QCOMPARE(groups->size(), size_t(1));
        QCOMPARE(bench.asked("/resourcegroups").front().path(), "/subscriptions/s%201%2F..%2Fx/resourcegroups");
    }
};

QTEST_GUILESS_MAIN(TestArmClient)
#include "tst_armclient.moc"
