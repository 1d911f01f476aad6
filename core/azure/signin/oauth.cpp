#include "core/azure/signin/oauth.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/base/clock.h"
#include "core/base/redactor.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SignIn", text); }

QString codeOf(const QString &oauth)
{
    if (oauth == u"authorization_pending")
        return u"signin.pending"_s;
    if (oauth == u"slow_down")
        return u"signin.slowDown"_s;
    if (oauth == u"invalid_grant" || oauth == u"interaction_required" || oauth == u"login_required" ||
        oauth == u"consent_required")
        return u"signin.again"_s;
    return u"signin.refused"_s;
}

/// Seconds, as a number or as text (the metadata service writes all as text).
qint64 secondsAt(const Json &value, const char *key)
{
    if (const auto number = optionalIntAt(value, key))
        return *number;
    return stringAt(value, key).toLongLong();
}

} // namespace

bool AccessToken::isGoodFor(std::chrono::seconds ahead) const
{
    return !value.isEmpty() && nowUtc().addSecs(ahead.count()) < expiresAt;
}

QUrl OAuthAuthority::at(const QString &entra, const QString &adfs) const
{
    const QString tenant = m_tenant.isEmpty() ? u"organizations"_s : m_tenant;
    const QByteArray path = m_cloud.isAdfs()
                                ? "/oauth2/" + adfs.toLatin1()
                                : "/" + pathSegment(tenant).toLatin1() + "/oauth2/v2.0/" + entra.toLatin1();
    return QUrl::fromEncoded(m_cloud.login.toEncoded() + path);
}

QUrl OAuthAuthority::tokenUrl() const { return at(u"token"_s, u"token"_s); }
QUrl OAuthAuthority::authorizeUrl() const { return at(u"authorize"_s, u"authorize"_s); }
QUrl OAuthAuthority::deviceCodeUrl() const { return at(u"devicecode"_s, u"devicecode"_s); }

void OAuthAuthority::addScope(QUrlQuery &form, const QString &scope, bool offline) const
{
    if (m_cloud.isAdfs()) {
        const QString end = u"/.default"_s;
        form.addQueryItem(u"resource"_s, scope.endsWith(end) ? scope.chopped(end.size()) : scope);
        return;
    }
    form.addQueryItem(u"scope"_s, offline ? scope + u" openid profile offline_access"_s : scope);
}

QByteArray formBody(const QUrlQuery &form)
{
    QByteArray body;
    for (const auto &[name, value] : form.queryItems(QUrl::FullyDecoded)) {
        if (!body.isEmpty())
            body += '&';
        body += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return body;
}

Result<Json> postForm(const WebClient &client, const QUrl &url, const QUrlQuery &form, const CancelToken &cancel)
{
    WebRequest request;
    request.method = "POST";
    request.url = url;
    request.body = formBody(form);
    request.contentType = "application/x-www-form-urlencoded";
    request.headers = {{"Accept", "application/json"}};
    request.bodyLimit = 1024 * 1024;
    const auto reply = client.send(request, cancel);
    if (!reply)
        return reply.error();
    if (reply->isSuccess())
        return jsonOf(*reply);
    Error error = errorOf(*reply, tr("The sign-in was refused."));
    const QString word = stringAt(error.detail, "serverCode");
    if (reply->status < 500 && reply->status != 429) {
        error.kind = ErrorKind::SignIn;
        error.code = codeOf(word);
        error.fix = error.code == u"signin.again" ? tr("Sign in again: mooring signin.") : QString();
    }
    return error;
}

Result<TokenReply> requestToken(const WebClient &client, const QUrl &url, const QUrlQuery &form,
                                const CancelToken &cancel)
{
    const auto json = postForm(client, url, form, cancel);
    if (!json)
        return json.error();
    return readTokenReply(*json);
}

Result<TokenReply> readTokenReply(const Json &value)
{
    TokenReply reply;
    reply.access.value = stringAt(value, "access_token").toUtf8();
    const qint64 life = secondsAt(value, "expires_in");
    const QString type = stringAt(value, "token_type");
    const bool isPlain =
        std::all_of(reply.access.value.begin(), reply.access.value.end(), [](char c) { return c > ' ' && c < 127; });
    if (reply.access.value.isEmpty() || !isPlain ||
        (!type.isEmpty() && type.compare(u"Bearer", Qt::CaseInsensitive) != 0))
        return Error::of(ErrorKind::SignIn, u"signin.badToken"_s, tr("The sign-in gave no token that can be used."));
    Redactor::instance().add(reply.access.value);
    reply.access.expiresAt = nowUtc().addSecs(std::clamp<qint64>(life, 0, 7 * 86'400));
    reply.refreshToken = stringAt(value, "refresh_token").toUtf8();
    Redactor::instance().add(reply.refreshToken);
    if (const qint64 left = secondsAt(value, "refresh_token_expires_in"); left > 0)
        reply.refreshEndsAt = nowUtc().addSecs(std::min<qint64>(left, 3650 * qint64(86'400)));
    reply.identity = claimsOf(stringAt(value, "id_token").toUtf8());
    Redactor::instance().add(stringAt(value, "id_token").toUtf8());
    if (reply.identity.empty())
        reply.identity = claimsOf(reply.access.value);
    return reply;
}

Json claimsOf(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() < 2)
        return Json::object();
    const auto claims = parseJson(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding));
    return claims && claims->is_object() ? *claims : Json::object();
}

QString accountName(const Json &claims)
{
    for (const char *key : {"preferred_username", "upn", "unique_name", "email", "name", "appid"}) {
        const QString name = stringAt(claims, key).simplified().left(200);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace mooring
