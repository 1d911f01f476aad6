#include "core/azure/signin/account.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<SignInMethod, const char *>, 5> kWords{
    std::pair{SignInMethod::Browser, "browser"}, std::pair{SignInMethod::DeviceCode, "device-code"},
    std::pair{SignInMethod::ServicePrincipal, "service-principal"}, std::pair{SignInMethod::AzureCli, "azure-cli"},
    std::pair{SignInMethod::ManagedIdentity, "managed-identity"}};

} // namespace

QString toWord(SignInMethod method)
{
    for (const auto &[value, word] : kWords) {
        if (value == method)
            return QString::fromLatin1(word);
    }
    return {};
}

std::optional<SignInMethod> signInMethodFromWord(const QString &word)
{
    for (const auto &[value, text] : kWords) {
        if (word == QLatin1String(text))
            return value;
    }
    return {};
}

Json Account::toJson() const
{
    return {{"account", textOrNull(account)},
            {"tenant", textOrNull(tenant)},
            {"cloud", toStd(cloud)},
            {"expiresAt", timeOrNull(expiresAt)},
            {"method", toStd(toWord(method))},
            {"endsAt", timeOrNull(endsAt)},
            {"signedInAt", timeOrNull(signedInAt)},
            {"kept", isKept}};
}

Json Account::toStoreJson() const
{
    Json json = toJson();
    json["id"] = toStd(id);
    json["clientId"] = toStd(clientId);
    return json;
}

Result<Account> Account::fromStoreJson(const Json &value)
{
    const auto method = signInMethodFromWord(stringAt(value, "method"));
    Account account;
    account.id = stringAt(value, "id");
    if (account.id.isEmpty() || !method)
        return Error::failed(u"signin.unreadable"_s,
                             QCoreApplication::translate("mooring::SignIn", "A stored account cannot be read."))
            .withDetail(value);
    account.account = stringAt(value, "account");
    account.tenant = stringAt(value, "tenant");
    account.cloud = stringAt(value, "cloud");
    account.method = *method;
    account.clientId = stringAt(value, "clientId");
    account.expiresAt = timeAt(value, "expiresAt");
    account.endsAt = timeAt(value, "endsAt");
    account.signedInAt = timeAt(value, "signedInAt");
    account.isKept = boolAt(value, "kept");
    return account;
}

} // namespace mooring
