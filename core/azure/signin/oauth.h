#pragma once

#include "core/azure/cloud/cloud.h"
#include "core/azure/http/webclient.h"
#include "core/azure/signin/tokensource.h"

#include <QUrlQuery>

namespace mooring {

/// What a token endpoint gave. The values are known to the Redactor.
struct TokenReply
{
    AccessToken access;
    QByteArray refreshToken;                ///< empty: none
    std::optional<QDateTime> refreshEndsAt; ///< refresh_token_expires_in, where the service says it
    Json identity;                          ///< claims of the id_token, else of the access token; for display only
};

/// The token endpoints of one authority: Entra (v2.0, scopes) or AD FS (resources). Sources: Entra documentation
/// v2-oauth2-auth-code-flow, v2-oauth2-device-code, v2-oauth2-client-creds-grant-flow; RFC 6749, 7636, 8628.
class OAuthAuthority
{
public:
    OAuthAuthority(const Cloud &cloud, const QString &tenant) : m_cloud(cloud), m_tenant(tenant) {}

    QUrl tokenUrl() const;
    QUrl authorizeUrl() const;
    QUrl deviceCodeUrl() const;
    /// Adds "scope" (v2.0), or "resource" (AD FS). `offline`: also id and refresh token are asked for.
    void addScope(QUrlQuery &form, const QString &scope, bool offline) const;
    QString tenant() const { return m_tenant; }

private:
    QUrl at(const QString &entra, const QString &adfs) const;

    Cloud m_cloud;
    QString m_tenant;
};

/// application/x-www-form-urlencoded, as the token endpoints read it: "+" of a value is sent as %2B.
QByteArray formBody(const QUrlQuery &form);

/// POST of a form; a refusal is an Error of the kind SignIn whose detail.serverCode is OAuth's word. Codes:
/// "signin.again" (invalid_grant, interaction_required, login_required, consent_required), "signin.pending"
/// (authorization_pending), "signin.slowDown", "signin.refused".
Result<Json> postForm(const WebClient &client, const QUrl &url, const QUrlQuery &form, const CancelToken &cancel);
Result<TokenReply> requestToken(const WebClient &client, const QUrl &url, const QUrlQuery &form,
                                const CancelToken &cancel);
/// Checks type, token and life ("signin.badToken" when one is missing).
Result<TokenReply> readTokenReply(const Json &value);
/// The claims of a JSON Web Token, unverified; an empty object when it is none.
Json claimsOf(const QByteArray &token);
/// For people: preferred_username, upn, unique_name, email, name, appid; else empty.
QString accountName(const Json &claims);

} // namespace mooring
