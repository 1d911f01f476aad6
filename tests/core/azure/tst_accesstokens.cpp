#include "core/azure/signin/signinservice.h"
#include "tests/support/signinbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

const QString kScope = u"https://management.example//.default"_s;

Account byDeviceCode(SignInBench &bench)
{
    SignInRequest request;
    request.cloud = u"bench"_s;
    request.method = SignInMethod::DeviceCode;
    request.showCode = [](const DeviceCode &) {};
    return bench.service->signIn(request, {}).valueOr({});
}

} // namespace

/// How long a token is used, and what happens when it is not good any more.
class TestAccessTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneIsUsedWhileItLasts()
    {
        SignInBench bench;
        const auto source = bench.service->tokens(bench.signIn());
        QCOMPARE(source->token(kScope, {})->value, "CANARY-access-1");
        QCOMPARE(source->token(kScope, {})->value, "CANARY-access-1");
        QCOMPARE(bench.asked("/token").size(), size_t(1));
        MOORING_OK(source->token(u"https://batch.example//.default"_s, {})); // one for each service
        QCOMPARE(bench.asked("/token").size(), size_t(2));
    }

    void renewedAheadOfItsEnd()
    {
        SignInBench bench;
        bench.lifeSeconds = 60; // less than what is left ahead
        const auto source = bench.service->tokens(bench.signIn());
        QCOMPARE(source->token(kScope, {})->value, "CANARY-access-2");
    }

    void refreshTokensAreExchanged()
    {
        SignInBench bench;
        const Account account = byDeviceCode(bench);
        const auto source = bench.service->tokens(account);
        MOORING_OK(source->renewed(kScope, "CANARY-access-1", {}, {}));
        QVERIFY(bench.asked("/token").back().body.contains("refresh_token=CANARY-refresh-1"));
        QCOMPARE(*bench.credentials->read(account.secretKey(), {}), "CANARY-refresh-2");
        MOORING_OK(source->renewed(kScope, "CANARY-access-2", {}, {}));
        QVERIFY(bench.asked("/token").back().body.contains("refresh_token=CANARY-refresh-2"));
        QVERIFY(!bench.everythingKept().contains("CANARY"));
    }

    void whoeverComesLateTakesTheNewOne()
    {
        SignInBench bench;
        const auto source = bench.service->tokens(bench.signIn());
        QCOMPARE(source->renewed(kScope, "CANARY-access-1", {}, {})->value, "CANARY-access-2");
        QCOMPARE(source->renewed(kScope, "CANARY-access-1", {}, {})->value, "CANARY-access-2");
        QCOMPARE(bench.asked("/token").size(), size_t(2));
    }

    void manyAtOnceAskOnce()
    {
        SignInBench bench;
        bench.signIn();
        const auto source = bench.service->tokens(bench.service->accounts()->front());
        std::vector<std::thread> threads;
        std::atomic<int> good = 0;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                if (source->renewed(kScope, "CANARY-access-1", {}, {}))
                    ++good;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(good.load(), 8);
        QCOMPARE(bench.asked("/token").size(), size_t(2));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QString>("code");
        QTest::newRow("expired") << QByteArray(R"({"error":"invalid_grant","error_description":"AADSTS700082"})")
                                 << QByteArray() << u"signin.again"_s;
        QTest::newRow("another proof") << QByteArray(R"({"error":"interaction_required","suberror":"basic_action"})")
                                       << QByteArray(R"({"access_token":{}})") << u"signin.claims"_s;
        QTest::newRow("wrong application")
            << QByteArray(R"({"error":"invalid_client"})") << QByteArray() << u"signin.refused"_s;
        QTest::newRow("nothing") << QByteArray("x") << QByteArray() << u"signin.refused"_s;
    }
    void refusals()
    {
        QFETCH(QByteArray, refusal);
        QFETCH(QByteArray, claims);
        SignInBench bench;
        const Account account = byDeviceCode(bench);
        bench.refusal = refusal;
        const auto token = bench.service->tokens(account)->renewed(kScope, "CANARY-access-1", claims, {});
        QVERIFY(!token);
        QTEST(token.error().code, "code");
        QCOMPARE(token.error().kind, ErrorKind::SignIn);
        // What signs in again is kept: the refusal may be a mistake of theirs.
        MOORING_OK(bench.credentials->read(account.secretKey(), {}));
        if (!claims.isEmpty())
            QVERIFY(bench.asked("/token").back().body.contains("claims="));
    }

    void noKeychainEntry()
    {
        SignInBench bench;
        const Account account = bench.signIn();
        MOORING_OK(bench.credentials->remove(account.secretKey(), {}));
        const auto token = bench.service->tokens(account)->renewed(kScope, "CANARY-access-1", {}, {});
        QCOMPARE(token.error().code, u"signin.again"_s);
    }

    void anotherTenantOfTheSamePerson()
    {
        SignInBench bench;
        const Account account = byDeviceCode(bench);
        MOORING_OK(bench.service->tokens(account, u"t2"_s)->token(kScope, {}));
        QCOMPARE(bench.asked("/token").back().path(), "/t2/oauth2/v2.0/token");
    }
};

QTEST_GUILESS_MAIN(TestAccessTokens)
#include "tst_accesstokens.moc"
