#pragma once

#include "core/azure/signin/oauth.h"

#include <functional>

namespace mooring {

/// Everything that the ways of signing in share.
struct SignInPlace
{
    Cloud cloud;
    QString tenant;   ///< a GUID or domain, or "organizations", "common"
    QString clientId; ///< the application that asks
    const WebClient *client = nullptr;
};

/// Opens an address in the person's browser, or shows it. Called on the signing-in thread.
using OpenBrowser = std::function<void(const QUrl &)>;

/// Authorization code with PKCE and a redirect to this computer; the state is checked. Waits at most `patience`.
Result<TokenReply> signInWithBrowser(const SignInPlace &place, const OpenBrowser &open, const QByteArray &claims,
                                     const CancelToken &cancel,
                                     std::chrono::milliseconds patience = std::chrono::minutes(10));

struct DeviceCode
{
    QString userCode;
    QString address;
    QString message; ///< the service's own sentence
    QDateTime expiresAt;
};

/// Device code (RFC 8628): `show` is called once, then the token endpoint is asked every `interval` seconds, 5 more
/// after slow_down, until the code expires.
Result<TokenReply> signInWithDeviceCode(const SignInPlace &place, const std::function<void(const DeviceCode &)> &show,
                                        const CancelToken &cancel);

/// Client credentials; the tenant must be a real one ("signin.tenantNeeded").
Result<TokenReply> signInAsServicePrincipal(const SignInPlace &place, const QString &scope, const QByteArray &secret,
                                            const CancelToken &cancel);

/// A token of the Azure CLI that is signed in on this computer: az account get-access-token. The token comes on its
/// standard output and nowhere else. "signin.noAzureCli", "signin.azureCli", "signin.timeLimit" after `patience`.
Result<TokenReply> tokenOfAzureCli(const QString &scope, const QString &tenant, const CancelToken &cancel,
                                   std::chrono::milliseconds patience = std::chrono::seconds(60));

/// Of the instance metadata service: its fixed one, unless AZURE_POD_IDENTITY_AUTHORITY_HOST names another, as for
/// Azure's own clients (azure-identity, msal).
QUrl metadataAddress();

/// Of the machine itself, where it runs in Azure (instance metadata service, api-version 2018-02-01; header Metadata,
/// no proxy; back-off 0, 2, 6, 14, 30 s while it is being updated). `address`: of the service, which has `patience` for
/// each answer.
/// "signin.noManagedIdentity".
Result<TokenReply> tokenOfManagedIdentity(const WebClient &client, const QString &scope, const QString &clientId,
                                          const CancelToken &cancel, const QUrl &address = metadataAddress(),
                                          std::chrono::milliseconds patience = std::chrono::seconds(5));

/// Redeems a refresh token for a scope; `claims` may be empty.
Result<TokenReply> redeemRefreshToken(const SignInPlace &place, const QString &scope, const QByteArray &refreshToken,
                                      const QByteArray &claims, const CancelToken &cancel);

/// The claims of a challenge: WWW-Authenticate: Bearer … error="insufficient_claims", claims="BASE64". Empty: none.
QByteArray claimsChallenge(const QByteArray &wwwAuthenticate);

} // namespace mooring
