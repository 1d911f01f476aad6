#include "tests/support/signinbench.h"

#include <QDirIterator>
#include <QFile>

namespace mooring::test {

using namespace Qt::StringLiterals;

SignInBench::SignInBench(Handler other) : m_other(std::move(other))
{
    workspace = profile.open();
    server = std::make_unique<WebServer>([this](const WebAsk &ask) { return answer(ask); });
    service = std::make_unique<SignInService>(*workspace, *credentials);
    (void)service->clouds().add(cloud());
}

Cloud SignInBench::cloud() const
{
    Cloud cloud;
    cloud.name = u"bench"_s;
    cloud.resourceManager = QUrl(QString::fromLatin1(server->base()));
    cloud.audience = u"https://management.example/"_s;
    cloud.login = cloud.resourceManager;
    cloud.ml = cloud.resourceManager;
    return cloud;
}

Account SignInBench::signIn()
{
    SignInRequest request;
    request.cloud = u"bench"_s;
    request.tenant = u"t1"_s;
    request.method = SignInMethod::ServicePrincipal;
    request.clientId = u"app-1"_s;
    request.secret = "CANARY-client-secret";
    const auto account = service->signIn(request, {});
    if (!account)
        qWarning("%s", qPrintable(account.error().text()));
    return account.valueOr({});
}

std::vector<WebAsk> SignInBench::asked(const QByteArray &path) const
{
    std::vector<WebAsk> found;
    for (const WebAsk &ask : server->asked()) {
        if (ask.path().endsWith(path))
            found.push_back(ask);
    }
    return found;
}

QByteArray SignInBench::everythingKept() const
{
    QByteArray all;
    QDirIterator files(profile.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

WebAnswer SignInBench::answer(const WebAsk &ask)
{
    if (ask.path().endsWith("/oauth2/v2.0/token"))
        return token(ask);
    if (ask.path().endsWith("/oauth2/v2.0/devicecode"))
        return WebAnswer::json(
            R"({"user_code":"ABC-123","device_code":"CANARY-device","verification_uri":"https://microsoft.com/devicelogin","expires_in":900,"interval":1,"message":"Open it."})");
    return m_other ? m_other(ask) : WebAnswer{404, {}};
}

WebAnswer SignInBench::token(const WebAsk &ask)
{
    if (!refusal.isEmpty())
        return WebAnswer::json(refusal, 400);
    if (ask.body.contains("device_code") && pending-- > 0)
        return WebAnswer::json(R"({"error":"authorization_pending","error_description":"wait"})", 400);
    const QByteArray n = QByteArray::number(++issued);
    const QByteArray claims = QByteArray(R"({"preferred_username":"kim@contoso.example","tid":"t1"})")
                                  .toBase64(QByteArray::Base64UrlEncoding);
    const QByteArray refresh =
        ask.body.contains("client_credentials")
            ? QByteArray()
            : R"(,"refresh_token":"CANARY-refresh-)" + n + R"(","id_token":"x.)" + claims + R"(.CANARY-id")";
    return WebAnswer::json(R"({"token_type":"Bearer","access_token":"CANARY-access-)" + n + R"(","expires_in":)" +
                           QByteArray::number(lifeSeconds) + refresh + "}");
}

} // namespace mooring::test
