#include "core/azure/signin/pkce.h"
#include "core/azure/signin/signinservice.h"
#include "core/base/files.h"
#include "core/base/redactor.h"
#include "core/credentials/memorystore.h"
#include "tests/support/signinbench.h"

#include <QCryptographicHash>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

SignInRequest request(SignInMethod method)
{
    SignInRequest request;
    request.cloud = u"bench"_s;
    request.method = method;
    return request;
}

/// A browser: goes where the sign-in would send it, on a thread of its own.
class Browser
{
public:
    ~Browser()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    /// `ways`: queries of the way back, tried in order; STATE is the right one.
    OpenBrowser opening(const QList<QByteArray> &ways)
    {
        return [this, ways](const QUrl &url) {
            asked = QUrlQuery(url);
            m_thread = std::thread([this, ways] {
                const QString back = asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded);
                const QByteArray state = asked.queryItemValue(u"state"_s, QUrl::FullyDecoded).toUtf8();
                for (QByteArray way : ways) {
                    WebRequest request;
                    request.url = QUrl::fromEncoded(back.toLatin1() + way.replace("STATE", state));
                    request.limit = std::chrono::seconds(10);
                    const auto reply = WebClient(WebTransport::make().value()).send(request, {});
                    statuses << (reply ? reply->status : -1);
                }
            });
        };
    }
    QUrlQuery asked;
    QList<int> statuses;

private:
    std::thread m_thread;
};

/// A program `az` on PATH that does what `script` says.
class PretendCli
{
public:
    explicit PretendCli(const QByteArray &script) : m_path(qgetenv("PATH"))
    {
        (void)writeFileAtomically(m_folder.filePath(u"az"_s), "#!/bin/sh\n" + script, 0755);
        qputenv("PATH", m_folder.path().toUtf8() + ":" + m_path);
    }
    ~PretendCli() { qputenv("PATH", m_path); }

private:
    QTemporaryDir m_folder;
    QByteArray m_path;
};

/// Locked, until it is opened.
class LockedKeychain : public MemoryStore
{
public:
    bool isOpen = false;
    Result<Kept> write(const QString &key, const QByteArray &secret, const CancelToken &) override
    {
        if (!isOpen)
            return Error::of(ErrorKind::SignIn, u"credentials.locked"_s, u"The keychain is locked."_s);
        keep(key, secret);
        return Kept::Keychain;
    }
    Result<> hold(const QString &key, const QByteArray &secret) override
    {
        keep(key, secret);
        return {};
    }
};

} // namespace

/// The five ways to sign in, each with its refusals.
class TestSignIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Redactor::instance().clear(); }

    void browser()
    {
        SignInBench bench;
        SignInRequest wanted = request(SignInMethod::Browser);
        {
            Browser browser;
            // Somebody else's way back, a picture for the tab, a wrong state: none of them ends or decides it.
            wanted.openBrowser = browser.opening(
                {"/favicon.ico", "/?code=evil&state=wrong", "/?code=evil", "/?code=CANARY-code%2B1&state=STATE"});
            const auto account = bench.service->signIn(wanted, {});
            MOORING_OK(account);
            QCOMPARE(account->account, u"kim@contoso.example"_s);
            QCOMPARE(account->tenant, u"t1"_s);
            QCOMPARE(account->method, SignInMethod::Browser);
            QVERIFY(account->expiresAt.has_value());
            const auto first = [&](const char *key) {
                return browser.asked.queryItemValue(QString::fromLatin1(key), QUrl::FullyDecoded);
            };
            QCOMPARE(first("response_type"), u"code"_s);
            QCOMPARE(first("code_challenge_method"), u"S256"_s);
            QVERIFY(first("scope").contains(u"https://management.example//.default"_s)); // the double slash stays
            QVERIFY(first("scope").contains(u"offline_access"_s));
            QVERIFY(first("redirect_uri").startsWith(u"http://localhost:"_s));
            const QUrlQuery form(QString::fromUtf8(bench.asked("/token").front().body));
            const auto sent = [&](const char *key) {
                return form.queryItemValue(QString::fromLatin1(key), QUrl::FullyDecoded);
            };
            QCOMPARE(sent("code"), u"CANARY-code+1"_s);
            QCOMPARE(sent("redirect_uri"), first("redirect_uri"));
            QCOMPARE(QCryptographicHash::hash(sent("code_verifier").toLatin1(), QCryptographicHash::Sha256)
                         .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                     first("code_challenge").toLatin1());
            QVERIFY(!form.hasQueryItem(u"client_secret"_s));
            QCOMPARE(bench.asked("/token").front().path(), "/organizations/oauth2/v2.0/token");
        }
        QVERIFY(!bench.everythingKept().contains("CANARY"));
    }

    void browserStatuses()
    {
        SignInBench bench;
        SignInRequest wanted = request(SignInMethod::Browser);
        QList<int> statuses;
        {
            Browser browser;
            wanted.openBrowser = browser.opening({"/favicon.ico", "/?code=x&state=wrong", "/?code=x&state=STATE"});
            MOORING_OK(bench.service->signIn(wanted, {}));
            while (browser.statuses.size() < 3)
                QTest::qWait(5);
            statuses = browser.statuses;
        }
        QCOMPARE(statuses, (QList<int>{404, 400, 200}));
    }

    void refusedInTheBrowser()
    {
        SignInBench bench;
        SignInRequest wanted = request(SignInMethod::Browser);
        Browser browser;
        wanted.openBrowser = browser.opening({"/?error=access_denied&error_description=AADSTS65004%3A+no&state=STATE"});
        const auto account = bench.service->signIn(wanted, {});
        QVERIFY(!account);
        QCOMPARE(account.error().code, u"signin.refused"_s);
        QCOMPARE(account.error().kind, ErrorKind::SignIn);
        QCOMPARE(account.error().cause, u"AADSTS65004: no"_s);
        QVERIFY(bench.service->accounts()->empty());
    }

    void cancelInTheBrowser()
    {
        SignInBench bench;
        const CancelToken cancel;
        SignInRequest wanted = request(SignInMethod::Browser);
        wanted.openBrowser = [&](const QUrl &) { cancel.cancel(); };
        QCOMPARE(bench.service->signIn(wanted, cancel).error().kind, ErrorKind::Canceled);
    }

    void deviceCode()
    {
        SignInBench bench;
        bench.pending = 1;
        SignInRequest wanted = request(SignInMethod::DeviceCode);
        QString shown;
        wanted.showCode = [&](const DeviceCode &code) { shown = code.userCode + u' ' + code.address; };
        MOORING_OK(bench.service->signIn(wanted, {}));
        QCOMPARE(shown, u"ABC-123 https://microsoft.com/devicelogin"_s);
        QCOMPARE(bench.asked("/token").size(), size_t(2));
        QVERIFY(bench.asked("/token").front().body.contains("device_code=CANARY-device"));
        QVERIFY(!bench.everythingKept().contains("CANARY"));
    }

    void deviceCodeDeclined()
    {
        SignInBench bench;
        bench.refusal = R"({"error":"authorization_declined","error_description":"AADSTS: declined"})";
        SignInRequest wanted = request(SignInMethod::DeviceCode);
        wanted.showCode = [](const DeviceCode &) {};
        QCOMPARE(bench.service->signIn(wanted, {}).error().code, u"signin.refused"_s);
        const CancelToken cancel;
        wanted.showCode = [&](const DeviceCode &) { cancel.cancel(); };
        QCOMPARE(bench.service->signIn(wanted, cancel).error().kind, ErrorKind::Canceled);
    }

    void servicePrincipal()
    {
        SignInBench bench;
        const Account account = bench.signIn();
        QCOMPARE(account.account, u"app-1"_s);
        QCOMPARE(account.tenant, u"t1"_s);
        const QByteArray body = bench.asked("/token").front().body;
        QVERIFY(body.contains("grant_type=client_credentials"));
        QVERIFY(body.contains("scope=https%3A%2F%2Fmanagement.example%2F%2F.default"));
        QCOMPARE(bench.asked("/token").front().path(), "/t1/oauth2/v2.0/token");
        SignInRequest noTenant = request(SignInMethod::ServicePrincipal);
        noTenant.clientId = u"app"_s;
        noTenant.secret = "secret";
        QCOMPARE(bench.service->signIn(noTenant, {}).error().code, u"signin.tenantNeeded"_s);
        QVERIFY(!bench.everythingKept().contains("CANARY"));
        QVERIFY(Redactor::instance().redact(QByteArray("CANARY-client-secret CANARY-access-1")) == "*** ***");
    }

    void azureCli_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("code");
        QTest::newRow("good")
            << QByteArray(
                   R"(echo "$@" > "$0.args"; echo '{"accessToken":"CANARY-cli","expires_on":4102444800,"tenant":"t9"}')")
            << QString();
        QTest::newRow("old")
            << QByteArray(
                   R"(echo '{"accessToken":"CANARY-cli","expiresOn":"2099-01-01 00:00:00.000000","tenant":"t9"}')")
            << QString();
        QTest::newRow("not signed in") << QByteArray("echo 'Please run az login' >&2; exit 1") << u"signin.azureCli"_s;
        QTest::newRow("warnings first") << QByteArray("printf 'WARNING: An update is there.\\nERROR: AADSTS70043: The "
                                                      "refresh token has expired.\\naz login\\n' >&2; exit 1")
                                        << u"signin.azureCli"_s;
        QTest::newRow("no JSON") << QByteArray("echo hello") << u"signin.azureCli"_s;
        QTest::newRow("no token") << QByteArray("echo '{}'") << u"signin.azureCli"_s;
        QTest::newRow("no time") << QByteArray(R"(echo '{"accessToken":"x"}')") << u"signin.azureCli"_s;
    }
    void azureCli()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, code);
        const PretendCli az(script);
        SignInBench bench;
        const auto account = bench.service->signIn(request(SignInMethod::AzureCli), {});
        QCOMPARE(account ? QString() : account.error().code, code);
        if (account)
            QCOMPARE(account->tenant, u"t9"_s);
        else if (script.contains("ERROR: "))
            QCOMPARE(account.error().cause, u"AADSTS70043: The refresh token has expired."_s);
        QVERIFY(!bench.everythingKept().contains("CANARY"));
    }

    void azureCliHasALimit()
    {
        const PretendCli az("exec sleep 60");
        SignInBench bench;
        SignInRequest wanted = request(SignInMethod::AzureCli);
        wanted.patience = std::chrono::milliseconds(300);
        QElapsedTimer timer;
        timer.start();
        const auto account = bench.service->signIn(wanted, {});
        QCOMPARE(account.error().code, u"signin.timeLimit"_s);
        QCOMPARE(account.error().kind, ErrorKind::TimeLimit);
        QVERIFY(timer.elapsed() < 10000);
    }

    void browserHasALimit()
    {
        SignInBench bench;
        SignInRequest wanted = request(SignInMethod::Browser);
        wanted.openBrowser = [](const QUrl &) {};
        wanted.patience = std::chrono::milliseconds(200);
        QCOMPARE(bench.service->signIn(wanted, {}).error().code, u"signin.timeLimit"_s);
    }

    void metadataAddresses()
    {
        qunsetenv("AZURE_POD_IDENTITY_AUTHORITY_HOST");
        QCOMPARE(metadataAddress(), QUrl(u"http://169.254.169.254"_s));
        qputenv("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://127.0.0.1:1234/");
        QCOMPARE(metadataAddress(), QUrl(u"http://127.0.0.1:1234/"_s));
        qunsetenv("AZURE_POD_IDENTITY_AUTHORITY_HOST");
    }

    /// It goes on for the session, and is kept as soon as the keychain takes it.
    void aKeychainThatRefusesEndsNoSignIn()
    {
        LockedKeychain keychain;
        SignInBench bench;
        SignInService service(*bench.workspace, keychain);
        SignInRequest wanted = request(SignInMethod::DeviceCode);
        wanted.showCode = [](const DeviceCode &) {};
        bench.lifeSeconds = 60; // renewed at its first use
        const auto account = service.signIn(wanted, {});
        MOORING_OK(account);
        QVERIFY(!account->isKept);
        QCOMPARE(account->notKept, u"The keychain is locked."_s);
        const QString scope = bench.cloud().scope();
        MOORING_OK(service.tokens(*account)->token(scope, {}));
        QVERIFY(!service.accounts()->front().isKept);
        keychain.isOpen = true;
        MOORING_OK(service.tokens(*account)->token(scope, {}));
        QVERIFY(service.accounts()->front().isKept);
        QVERIFY(service.accounts()->front().notKept.isEmpty());
        QVERIFY(!bench.everythingKept().contains("CANARY"));
    }

    void managedIdentity_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("good")
            << 200
            << QByteArray(
                   R"({"access_token":"CANARY-msi","expires_in":"3600","refresh_token":"","token_type":"Bearer"})")
            << QString();
        QTest::newRow("none") << 400
                              << QByteArray(R"({"error":"invalid_request","error_description":"Identity not found"})")
                              << u"signin.noManagedIdentity"_s;
        QTest::newRow("empty") << 200 << QByteArray("{}") << u"signin.badToken"_s;
        QTest::newRow("a page") << 200 << QByteArray("<html>") << u"azure.notJson"_s;
    }
    void managedIdentity()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const WebServer server([&](const WebAsk &) { return WebAnswer::json(body, status); });
        const WebClient client(WebTransport::make().value());
        const auto reply =
            tokenOfManagedIdentity(client, u"https://management.azure.com/.default"_s, u"me"_s, {}, server.url());
        QTEST(reply ? QString() : reply.error().code, "code");
        const WebAsk ask = server.asked().front();
        QCOMPARE(ask.header("Metadata"), "true");
        QCOMPARE(ask.query("resource"), "https://management.azure.com");
        QCOMPARE(ask.query("client_id"), "me");
    }

    void tokensOfTheService_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << QByteArray(R"({"access_token":"abc","token_type":"bearer","expires_in":60})") << true;
        QTest::newRow("other type") << QByteArray(R"({"access_token":"abc","token_type":"mac"})") << false;
        QTest::newRow("line break") << QByteArray(R"({"access_token":"a\r\nX-Evil: 1"})") << false;
        QTest::newRow("number") << QByteArray(R"({"access_token":5})") << false;
        QTest::newRow("list") << QByteArray("[]") << false;
        QTest::newRow("null") << QByteArray("null") << false;
        QTest::newRow("life is huge") << QByteArray(R"({"access_token":"abc","expires_in":9223372036854775807})")
                                      << true;
        QTest::newRow("life is negative") << QByteArray(R"({"access_token":"abc","expires_in":-5})") << true;
    }
    void tokensOfTheService()
    {
        QFETCH(QByteArray, body);
        QTEST(readTokenReply(Json::parse(body.toStdString())).ok(), "good");
    }

    void signingOut()
    {
        SignInBench bench;
        const Account account = bench.signIn();
        MOORING_OK(bench.credentials->read(account.secretKey(), {}));
        QCOMPARE(bench.service->signOut(u"nobody"_s, {}).error().code, u"signin.unknown"_s);
        MOORING_OK(bench.service->signOut({}, {}));
        QVERIFY(bench.service->accounts()->empty());
        QVERIFY(!bench.credentials->read(account.secretKey(), {}));
        QCOMPARE(bench.service->signOut({}, {}).error().code, u"signin.unknown"_s);
        QCOMPARE(bench.service->accountFor(u"bench"_s).error().code, u"signin.needed"_s);
    }

    void signingInAgainReplaces()
    {
        SignInBench bench;
        const Account first = bench.signIn();
        QCOMPARE(bench.signIn().id, first.id);
        QCOMPARE(bench.service->accounts()->size(), size_t(1));
    }

    void claimsOfChallenges_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("claims");
        QTest::newRow("good") << QByteArray(R"(Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ==")")
                              << QByteArray(R"({"a":1})");
        QTest::newRow("none") << QByteArray("Bearer") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("broken") << QByteArray(R"(Bearer claims="%%%")") << QByteArray();
    }
    void claimsOfChallenges()
    {
        QFETCH(QByteArray, header);
        QTEST(claimsChallenge(header), "claims");
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
