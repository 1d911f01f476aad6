#include "core/azure/signin/signinservice.h"

#include "core/azure/signin/accounttokens.h"
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/credentials/keeporhold.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SignIn", text); }

const QString kAccounts = u"azure.accounts"_s;

/// Of the Azure CLI, which is public knowledge and works without a registration of one's own; the setting
/// "azure.clientId" names another.
const QString kDefaultClientId = u"04b07795-8ddb-461a-bbee-02f9e1bf7b46"_s;

bool hasRefreshToken(SignInMethod method)
{
    return method == SignInMethod::Browser || method == SignInMethod::DeviceCode;
}

} // namespace

SignInService::SignInService(Workspace &workspace, CredentialStore &credentials, WebClient::Observer observer)
    : m_workspace(workspace), m_credentials(credentials), m_observer(std::move(observer)), m_clouds(workspace)
{
}

SignInService::~SignInService() = default;

Result<std::shared_ptr<WebClient>> SignInService::client(const Cloud &cloud)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<WebClient> &client = m_clients[cloud.caPem];
    if (!client) {
        const auto transport = WebTransport::make(cloud.caPem);
        if (!transport)
            return transport.error();
        client = std::make_shared<WebClient>(*transport, m_observer);
    }
    return client;
}

Result<QString> SignInService::clientId()
{
    const auto setting = m_workspace.setting(u"azure.clientId"_s);
    if (!setting)
        return setting.error();
    return setting->is_string() ? fromStd(setting->get<std::string>()) : kDefaultClientId;
}

Result<Account> SignInService::signIn(const SignInRequest &request, const CancelToken &cancel)
{
    const auto cloud = m_clouds.find(request.cloud);
    if (!cloud)
        return cloud.error();
    const auto web = client(*cloud);
    if (!web)
        return web.error();
    SignInPlace place{*cloud, request.tenant.isEmpty() ? cloud->tenant : request.tenant, request.clientId, web->get()};
    if (place.tenant.isEmpty())
        place.tenant = u"organizations"_s;
    if (place.clientId.isEmpty() && hasRefreshToken(request.method)) {
        const auto id = clientId();
        if (!id)
            return id.error();
        place.clientId = *id;
    }
    const auto reply = begin(request, place, cancel);
    return reply ? keep(request, place, *reply, cancel) : Result<Account>(reply.error());
}

Result<TokenReply> SignInService::begin(const SignInRequest &request, const SignInPlace &place,
                                        const CancelToken &cancel)
{
    const QString scope = place.cloud.scope();
    switch (request.method) {
    case SignInMethod::Browser:
        return signInWithBrowser(place, request.openBrowser, request.claims, cancel,
                                 request.patience.value_or(std::chrono::minutes(10)));
    case SignInMethod::DeviceCode:
        return signInWithDeviceCode(place, request.showCode, cancel);
    case SignInMethod::ServicePrincipal:
        return signInAsServicePrincipal(place, scope, request.secret, cancel);
    case SignInMethod::AzureCli:
        return tokenOfAzureCli(scope, place.tenant, cancel, request.patience.value_or(std::chrono::seconds(60)));
    case SignInMethod::ManagedIdentity:
        return tokenOfManagedIdentity(*place.client, scope, request.clientId, cancel, metadataAddress(),
                                      request.patience.value_or(std::chrono::seconds(5)));
    }
    return Error::failed(u"signin.refused"_s, tr("The sign-in was refused."));
}

Result<Account> SignInService::keep(const SignInRequest &request, const SignInPlace &place, const TokenReply &reply,
                                    const CancelToken &cancel)
{
    auto all = accounts();
    if (!all)
        return all.error();
    Account account;
    account.account = accountName(reply.identity);
    if (account.account.isEmpty())
        account.account = request.method == SignInMethod::ManagedIdentity ? tr("this computer") : place.clientId;
    account.tenant = stringAt(reply.identity, "tid", place.tenant);
    account.cloud = place.cloud.name;
    account.method = request.method;
    account.clientId = place.clientId;
    account.expiresAt = reply.access.expiresAt;
    account.endsAt = reply.refreshEndsAt;
    account.signedInAt = nowUtc();
    const auto same = std::find_if(all->begin(), all->end(), [&](const Account &other) {
        return other.account == account.account && other.tenant == account.tenant && other.cloud == account.cloud;
    });
    account.id = same == all->end() ? randomWord(12) : same->id;
    const QByteArray secret = hasRefreshToken(request.method) ? reply.refreshToken : request.secret;
    if (!secret.isEmpty()) {
        const auto kept = keepOrHold(m_credentials, account.secretKey(), secret, cancel);
        if (!kept)
            return kept.error();
        account.isKept = kept->where == CredentialStore::Kept::Keychain;
        account.notKept = kept->reason ? kept->reason->text() : QString();
    } else {
        account.isKept = request.method == SignInMethod::AzureCli || request.method == SignInMethod::ManagedIdentity;
    }
    if (same == all->end())
        all->push_back(account);
    else
        *same = account;
    if (auto saved = saveAccounts(*all); !saved)
        return saved.error();
    {
        const std::lock_guard lock(m_mutex); // tokens of an earlier sign-in are not used any more
        std::erase_if(m_sources, [&](const auto &entry) { return entry.first.startsWith(account.id + u'/'); });
    }
    std::static_pointer_cast<AccountTokens>(tokens(account))->put(place.cloud.scope(), reply.access);
    return account;
}

Result<Account> SignInService::signOut(const QString &word, const CancelToken &cancel)
{
    const auto account = find(word);
    if (!account)
        return account;
    auto all = accounts();
    if (!all)
        return all.error();
    if (account->method == SignInMethod::ServicePrincipal || hasRefreshToken(account->method)) {
        const auto removed = m_credentials.remove(account->secretKey(), cancel);
        const QString code = removed ? QString() : removed.error().code;
        const bool isNotThere = code == u"credentials.absent" || (code == u"credentials.failed" && !account->isKept);
        if (!removed && !isNotThere)
            return removed.error(); // the account stays: its entry would be there for ever
    }
    std::erase_if(*all, [&](const Account &other) { return other.id == account->id; });
    if (auto saved = saveAccounts(*all); !saved)
        return saved.error();
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_sources, [&](const auto &entry) { return entry.first.startsWith(account->id + u'/'); });
    return account;
}

Result<std::vector<Account>> SignInService::accounts()
{
    const auto value = m_workspace.setting(kAccounts);
    if (!value)
        return value.error();
    std::vector<Account> accounts;
    for (const Json &entry : value->is_array() ? *value : Json::array()) {
        if (auto account = Account::fromStoreJson(entry))
            accounts.push_back(std::move(account).value());
    }
    return accounts;
}

Result<> SignInService::saveAccounts(const std::vector<Account> &accounts)
{
    Json list = Json::array();
    for (const Account &account : accounts)
        list.push_back(account.toStoreJson());
    return m_workspace.saveSetting(kAccounts, list);
}

Result<Account> SignInService::find(const QString &word)
{
    const auto all = accounts();
    if (!all)
        return all.error();
    std::vector<Account> found;
    for (const Account &account : *all) {
        if (word.isEmpty() || word == account.account || word == account.tenant || word == account.cloud ||
            word == account.id)
            found.push_back(account);
    }
    if (found.size() == 1)
        return found.front();
    const QString fix = tr("mooring accounts shows who is signed in.");
    if (found.empty())
        return Error::usage(u"signin.unknown"_s,
                            word.isEmpty() ? tr("Nobody is signed in.") : tr("%1 is not signed in.").arg(word))
            .withFix(fix);
    return Error::usage(u"signin.ambiguous"_s, tr("Several accounts are signed in: say which is meant.")).withFix(fix);
}

Result<Account> SignInService::accountFor(const QString &cloud, const QString &tenant)
{
    const auto all = accounts();
    if (!all)
        return all.error();
    const Account *best = nullptr;
    for (const Account &account : *all) {
        if (account.cloud.compare(cloud, Qt::CaseInsensitive) != 0)
            continue;
        if (!best || (!tenant.isEmpty() && account.tenant.compare(tenant, Qt::CaseInsensitive) == 0))
            best = &account;
    }
    if (best)
        return *best;
    return Error::of(ErrorKind::SignIn, u"signin.needed"_s, tr("Nobody is signed in to the cloud %1.").arg(cloud))
        .withFix(u"mooring signin --cloud %1 --browser"_s.arg(cloud));
}

std::shared_ptr<TokenSource> SignInService::tokens(const Account &account, const QString &tenant)
{
    const QString home = tenant.isEmpty() ? account.tenant : tenant;
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<TokenSource> &source = m_sources[account.id + u'/' + home];
    if (!source)
        source = std::make_shared<AccountTokens>(*this, account, home);
    return source;
}

Result<TokenReply> SignInService::obtain(const Account &account, const QString &tenant, const QString &scope,
                                         const QByteArray &claims, const CancelToken &cancel)
{
    const auto cloud = m_clouds.find(account.cloud);
    if (!cloud)
        return cloud.error();
    const auto web = client(*cloud);
    if (!web)
        return web.error();
    const SignInPlace place{*cloud, tenant, account.clientId, web->get()};
    if (account.method == SignInMethod::AzureCli)
        return tokenOfAzureCli(scope, tenant, cancel);
    if (account.method == SignInMethod::ManagedIdentity)
        return tokenOfManagedIdentity(**web, scope, account.clientId, cancel);
    const auto secret = m_credentials.read(account.secretKey(), cancel);
    if (!secret) {
        if (secret.error().kind == ErrorKind::Canceled)
            return secret.error();
        return Error::of(ErrorKind::SignIn, u"signin.again"_s,
                         tr("What signs %1 in again cannot be read from the keychain.").arg(account.account))
            .withCause(secret.error().text())
            .withFix(tr("Sign in again: mooring signin."));
    }
    auto reply = account.method == SignInMethod::ServicePrincipal
                     ? signInAsServicePrincipal(place, scope, *secret, cancel)
                     : redeemRefreshToken(place, scope, *secret, claims, cancel);
    if (!reply && !claims.isEmpty() && reply.error().code == u"signin.again") {
        Error error = reply.error();
        error.code = u"signin.claims"_s;
        error.message = tr("The organization asks %1 for another proof, in the browser.").arg(account.account);
        error.fix = u"mooring signin --cloud %1 --browser"_s.arg(account.cloud);
        return error;
    }
    if (!reply)
        return reply;
    std::optional<bool> isKept;
    if (hasRefreshToken(account.method) && !reply->refreshToken.isEmpty() && reply->refreshToken != *secret) {
        const auto kept = keepOrHold(m_credentials, account.secretKey(), reply->refreshToken, cancel);
        if (!kept)
            return kept.error(); // the old one may be worth nothing any more
        isKept = kept->where == CredentialStore::Kept::Keychain;
    }
    (void)noteRenewal(account, *reply, isKept); // a full disk does not take the token away
    return reply;
}

Result<> SignInService::noteRenewal(const Account &account, const TokenReply &reply, std::optional<bool> isKept)
{
    auto all = accounts();
    if (!all)
        return all.error();
    for (Account &kept : *all) {
        if (kept.id != account.id)
            continue;
        kept.expiresAt = reply.access.expiresAt;
        kept.isKept = isKept.value_or(kept.isKept);
        if (reply.refreshEndsAt)
            kept.endsAt = reply.refreshEndsAt;
        return saveAccounts(*all);
    }
    return {};
}

} // namespace mooring
