#include "core/practice/signin/signinlab.h"

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QCryptographicHash>
#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDevicePolls = 1; // so many are answered with authorization_pending

QString at(const QUrlQuery &form, const char *name)
{
    return form.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
}

/// As Entra writes a refusal; `number` is that of AADSTS.
LabReply refusal(const char *error, int number, const QString &text, int status = 400)
{
    const QString trace = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString when = nowUtc().toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s);
    return LabReply::json(
        {{"error", error},
         {"error_description", toStd(u"AADSTS%1: %2 Trace ID: %3 Timestamp: %4"_s.arg(number).arg(text, trace, when))},
         {"error_codes", Json::array({number})},
         {"timestamp", toStd(when)},
         {"trace_id", toStd(trace)},
         {"correlation_id", toStd(trace)}},
        status);
}

/// What the token is for: the first scope with its "/.default", or the resource of AD FS.
QString audienceOf(const QUrlQuery &form, const QString &scope)
{
    const QString end = u"/.default"_s;
    for (const QString &word : scope.split(u' ', Qt::SkipEmptyParts)) {
        if (word.endsWith(end))
            return word.chopped(end.size());
    }
    return at(form, "resource");
}

bool hasScope(const QString &scope, const QString &word) { return scope.split(u' ').contains(word); }

QByteArray html(const QString &body)
{
    return u"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Practice sign-in</title><body "
           u"style=\"font-family:sans-serif;max-width:36em;margin:4em auto\"><h1>Practice lab</h1><p>Nothing here is "
           u"real: no account, no password, no Azure.</p>%1</body></html>"_s.arg(body)
               .toUtf8();
}

} // namespace

SignInLab::SignInLab(LabWorld &world) : m_world(world)
{
    const auto config = [this](const LabRequest &request, const LabPath &path) {
        return configuration(request, path.at("tenant"));
    };
    const auto tokens = [this](const LabRequest &request, const LabPath &) { return token(request); };
    const auto authorize = [this](const LabRequest &request, const LabPath &) { return page(request); };
    const auto goOn = [this](const LabRequest &request, const LabPath &) { return redirect(request); };
    const auto device = [this](const LabRequest &request, const LabPath &) { return deviceCode(request); };
    m_routes.add("GET", u"/{tenant}/v2.0/.well-known/openid-configuration"_s, config);
    m_routes.add("GET", u"/{tenant}/.well-known/openid-configuration"_s, config);
    for (const QString &root : {u"/{tenant}/oauth2/v2.0"_s, u"/{tenant}/oauth2"_s}) {
        m_routes.add("POST", root + u"/token"_s, tokens);
        m_routes.add("GET", root + u"/authorize"_s, authorize);
        m_routes.add("GET", root + u"/practice"_s, goOn);
        m_routes.add("POST", root + u"/devicecode"_s, device);
    }
    m_routes.add("GET", u"/devicelogin"_s, [](const LabRequest &, const LabPath &) {
        return LabReply::text(html(u"<p>Here you would enter the code. In the practice lab every code is accepted: go "
                                   u"back to where you came from.</p>"_s),
                              "text/html");
    });
}

LabReply SignInLab::answer(const LabRequest &request)
{
    const auto reply = m_routes.answer(request);
    return reply ? *reply : refusal("invalid_request", 900144, u"There is no such page in the practice lab."_s, 404);
}

LabReply SignInLab::configuration(const LabRequest &request, const QString &tenant) const
{
    const bool isAdfs = tenant.compare(u"adfs", Qt::CaseInsensitive) == 0;
    const QString root = request.base + u'/' + tenant + (isAdfs ? u"/oauth2"_s : u"/oauth2/v2.0"_s);
    const QString issuer = request.base + u'/' + (isAdfs ? u"adfs"_s : tenant + u"/v2.0"_s);
    return LabReply::json({{"issuer", toStd(issuer)},
                           {"authorization_endpoint", toStd(root + u"/authorize"_s)},
                           {"token_endpoint", toStd(root + u"/token"_s)},
                           {"device_authorization_endpoint", toStd(root + u"/devicecode"_s)},
                           {"response_types_supported", Json::array({"code"})},
                           {"subject_types_supported", Json::array({"pairwise"})},
                           {"id_token_signing_alg_values_supported", Json::array({"HS256"})},
                           {"tenant_region_scope", "practice"}});
}

LabReply SignInLab::page(const LabRequest &request) const
{
    const QByteArray query = request.target.mid(request.target.indexOf('?') + 1);
    const QByteArray path = request.target.left(request.target.lastIndexOf("/authorize")) + "/practice?" + query;
    const QString link = QString::fromLatin1(path).toHtmlEscaped();
    return LabReply::text(
        html(u"<p><a href=\"%1\">Sign in as %2</a></p><p><a href=\"%1&amp;cancel=yes\">Cancel</a></p>"_s.arg(
            link, QLatin1StringView(practice::kUserName))),
        "text/html");
}

LabReply SignInLab::redirect(const LabRequest &request)
{
    QUrl target(request.argument("redirect_uri"));
    const QString host = target.host();
    if (host != u"localhost" && host != u"127.0.0.1" && host != u"::1") // no way out of this computer
        return refusal("invalid_request", 50011, u"The redirect URI is not of this computer."_s);
    if (target.path().isEmpty())
        target.setPath(u"/"_s);
    if (request.hasArgument("cancel")) { // in Entra's words
        QUrlQuery query;
        query.addQueryItem(u"error"_s, u"access_denied"_s);
        query.addQueryItem(u"error_description"_s, u"the user canceled the authentication"_s);
        query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(request.argument("state"))));
        target.setQuery(query);
        return LabReply{302}.with("Location", target.toEncoded());
    }
    const QString code = u"practice-code-"_s + randomWord(24);
    m_codes[code] = {request.argument("redirect_uri"), request.argument("client_id"),
                     request.argument("code_challenge"), request.argument("nonce"), request.argument("scope")};
    const QString state = request.argument("state");
    if (request.argument("response_mode") == u"form_post") {
        return LabReply::text(
            html(u"<form method=\"post\" action=\"%1\"><input type=\"hidden\" name=\"code\" "
                 u"value=\"%2\"><input type=\"hidden\" name=\"state\" value=\"%3\"><button>Go "
                 u"on</button></form>"_s.arg(target.toString().toHtmlEscaped(), code, state.toHtmlEscaped())),
            "text/html");
    }
    QUrlQuery query;
    query.addQueryItem(u"code"_s, code);
    query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(state)));
    target.setQuery(query);
    LabReply reply{302};
    return reply.with("Location", target.toEncoded());
}

LabReply SignInLab::deviceCode(const LabRequest &request)
{
    const QString code = u"practice-device-"_s + randomWord(24);
    m_devices[code] = {at(request.form(), "scope"), 0};
    const QString page = request.base + u"/devicelogin"_s;
    const QString user = u"PRACTICE-"_s + randomWord(4).toUpper();
    return LabReply::json(
        {{"user_code", toStd(user)},
         {"device_code", toStd(code)},
         {"verification_uri", toStd(page)},
         {"expires_in", 900},
         {"interval", 1},
         {"message", toStd(u"Practice lab: %1 accepts every code, for instance %2."_s.arg(page, user))}});
}

LabReply SignInLab::token(const LabRequest &request)
{
    const QUrlQuery form = request.form();
    const bool isApplication = at(form, "grant_type") == u"client_credentials";
    if (m_world.faults.strikes(LabFault::WrongPassword)) {
        return isApplication ? refusal("invalid_client", 7000215, u"Invalid client secret provided."_s, 401)
                             : refusal("invalid_grant", 50126,
                                       u"Error validating credentials due to invalid username or password."_s);
    }
    QString scope = at(form, "scope");
    QString nonce;
    if (const auto refused = refusedGrant(form, scope, nonce))
        return *refused;
    return granted(form, scope, nonce);
}

std::optional<LabReply> SignInLab::refusedGrant(const QUrlQuery &form, QString &scope, QString &nonce)
{
    const QString grant = at(form, "grant_type");
    if (grant == u"authorization_code")
        return refusedCode(form, scope, nonce);
    if (grant == u"urn:ietf:params:oauth:grant-type:device_code" || grant == u"device_code")
        return refusedDevice(form, scope);
    if (grant == u"refresh_token") {
        if (m_world.tokens.verified(at(form, "refresh_token")))
            return {};
        return refusal("invalid_grant", 700082, u"The refresh token has expired: this lab began later."_s);
    }
    if (grant == u"client_credentials") {
        if (!at(form, "client_secret").isEmpty() || !at(form, "client_assertion").isEmpty())
            return {};
        return refusal("invalid_client", 7000216, u"'client_assertion' or 'client_secret' is required."_s, 401);
    }
    if (grant == u"password")
        return {};
    return refusal("unsupported_grant_type", 70003, u"The grant type '%1' is not supported."_s.arg(grant));
}

std::optional<LabReply> SignInLab::refusedCode(const QUrlQuery &form, QString &scope, QString &nonce)
{
    const auto found = m_codes.find(at(form, "code"));
    if (found == m_codes.end())
        return refusal("invalid_grant", 54005, u"The authorization code was already redeemed or is not ours."_s);
    const Code code = *found;
    m_codes.erase(found); // once
    const QByteArray hash = QCryptographicHash::hash(at(form, "code_verifier").toLatin1(), QCryptographicHash::Sha256)
                                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (!code.challenge.isEmpty() && hash != code.challenge.toLatin1())
        return refusal("invalid_grant", 501481, u"The code_verifier does not match the code_challenge."_s);
    if (code.redirect != at(form, "redirect_uri") || code.client != at(form, "client_id"))
        return refusal("invalid_grant", 500112, u"The reply address does not match the one of the request."_s);
    if (scope.isEmpty())
        scope = code.scope;
    nonce = code.nonce;
    return {};
}

std::optional<LabReply> SignInLab::refusedDevice(const QUrlQuery &form, QString &scope)
{
    const QString code = at(form, "device_code").isEmpty() ? at(form, "code") : at(form, "device_code");
    const auto found = m_devices.find(code);
    if (found == m_devices.end())
        return refusal("bad_verification_code", 70018, u"The device code is not ours."_s);
    if (found->asked++ < kDevicePolls)
        return refusal("authorization_pending", 70016, u"Nobody has signed in with the code yet."_s);
    if (scope.isEmpty())
        scope = found->scope;
    m_devices.erase(found);
    return {};
}

Json SignInLab::person(const QString &client) const
{
    return {{"iss", toStd(m_world.signIn + u'/' + QLatin1StringView(practice::kTenant) + u"/v2.0"_s)},
            {"tid", practice::kTenant},
            {"oid", practice::kUser},
            {"sub", practice::kUser},
            {"appid", toStd(client)},
            {"ver", "2.0"},
            {"practice", true}};
}

LabReply SignInLab::granted(const QUrlQuery &form, const QString &scope, const QString &nonce) const
{
    const bool isApplication = at(form, "grant_type") == u"client_credentials";
    const QString client = at(form, "client_id");
    const QString audience = audienceOf(form, scope);
    const int life = m_world.pace.tokenSeconds;
    Json claims = person(client);
    claims["aud"] = toStd(audience.isEmpty() ? m_world.arm : audience);
    if (!isApplication)
        claims.update({{"upn", practice::kUserName}, {"unique_name", practice::kUserName}, {"name", "practice-user"}});
    Json json{{"token_type", "Bearer"},
              {"scope", toStd(scope)},
              {"expires_in", life},
              {"ext_expires_in", life},
              {"expires_on", std::to_string(nowUtc().toSecsSinceEpoch() + life)},
              {"resource", claims["aud"]},
              {"access_token", toStd(m_world.tokens.make(claims, life))}};
    const bool wantsIdentity =
        hasScope(scope, u"openid"_s) || !nonce.isEmpty() || at(form, "grant_type") == u"password";
    if (isApplication)
        return LabReply::json(json);
    Json refresh = person(client);
    refresh["use"] = "refresh";
    json["refresh_token"] = toStd(m_world.tokens.make(refresh, 90 * 86'400));
    json["refresh_token_expires_in"] = 90 * 86'400;
    if (wantsIdentity) {
        Json identity = person(client);
        identity.update({{"aud", toStd(client)},
                         {"preferred_username", practice::kUserName},
                         {"upn", practice::kUserName},
                         {"name", "practice-user"}});
        if (!nonce.isEmpty())
            identity["nonce"] = toStd(nonce);
        json["id_token"] = toStd(m_world.tokens.make(identity, life));
        const Json info{{"uid", practice::kUser}, {"utid", practice::kTenant}};
        json["client_info"] =
            toBytes(info).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
    }
    return LabReply::json(json);
}

} // namespace mooring
