#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QDateTime>

#include <optional>

namespace mooring {

enum class SignInMethod { Browser, DeviceCode, ServicePrincipal, AzureCli, ManagedIdentity };
QString toWord(SignInMethod method); ///< stable: "browser", "device-code" …
std::optional<SignInMethod> signInMethodFromWord(const QString &word);

/// Somebody who is signed in, as the workspace keeps it: names and times, no token and no secret. A value.
struct Account
{
    QString id;      ///< ours; also the name of the entries in the keychain
    QString account; ///< for people: "kim@contoso.com", or the id of an application
    QString tenant;
    QString cloud;
    SignInMethod method = SignInMethod::Browser;
    QString clientId;
    std::optional<QDateTime> expiresAt; ///< of the last access token
    std::optional<QDateTime> endsAt;    ///< when a person must sign in again, where the service says it
    std::optional<QDateTime> signedInAt;
    bool isKept = false; ///< the keychain has what signs in again; false: this session only
    QString notKept;     ///< why not, where there is a keychain: whole sentences. Said once, not stored.

    QString secretKey() const { return QStringLiteral("azure/%1").arg(id); }
    Json toJson() const; ///< of `accounts`
    Json toStoreJson() const;
    static Result<Account> fromStoreJson(const Json &value);
};

} // namespace mooring
