#pragma once

#include "core/azure/cloud/cloudbook.h"
#include "core/azure/signin/account.h"
#include "core/azure/signin/signinmethods.h"
#include "core/credentials/credentialstore.h"

#include <map>
#include <mutex>

namespace mooring {

struct SignInRequest
{
    QString cloud;  ///< empty: the public one
    QString tenant; ///< empty: the cloud's own, else "organizations"
    SignInMethod method = SignInMethod::Browser;
    QString clientId;  ///< of a service principal or a user-assigned identity; else the setting "azure.clientId"
    QByteArray secret; ///< of a service principal
    QByteArray claims; ///< of a challenge that a sign-in must answer
    /// In place of the way's own limit: of the browser 10 minutes, of az 60 s, of the metadata
    /// service 5 s. A code says its own.
    std::optional<std::chrono::milliseconds> patience;
    OpenBrowser openBrowser;
    std::function<void(const DeviceCode &)> showCode;
};

/// Signs in and out, knows who is signed in, gives tokens. Access tokens live in memory and nowhere else; what signs in
/// again (a refresh token, the secret of an application) is in the keychain, or in memory where there is none; the
/// workspace keeps names and times ("azure.accounts"). Blocks; worker threads and the command line only. Thread-safe.
class SignInService
{
public:
    /// All must outlive the service and the sources that it gave.
    SignInService(Workspace &workspace, CredentialStore &credentials, WebClient::Observer observer = {});
    ~SignInService();

    CloudBook &clouds() { return m_clouds; }

    /// Also in place of an earlier sign-in of the same account to the same tenant and cloud.
    Result<Account> signIn(const SignInRequest &request, const CancelToken &cancel);
    /// Forgets what signs in again, and the account. `word`: account name, tenant or cloud; empty: the only one.
    /// "signin.unknown", "signin.ambiguous".
    Result<Account> signOut(const QString &word, const CancelToken &cancel);
    Result<std::vector<Account>> accounts();
    Result<Account> find(const QString &word);
    /// The account that signs in to a cloud, the one of that tenant first: "signin.needed".
    Result<Account> accountFor(const QString &cloud, const QString &tenant = {});

    /// One for all callers of an account. For another tenant of the same person: the same refresh token.
    std::shared_ptr<TokenSource> tokens(const Account &account, const QString &tenant = {});
    /// The client for a cloud with its own certificates; the same one for all callers.
    Result<std::shared_ptr<WebClient>> client(const Cloud &cloud);

private:
    friend class AccountTokens;
    Result<TokenReply> obtain(const Account &account, const QString &tenant, const QString &scope,
                              const QByteArray &claims, const CancelToken &cancel);
    Result<TokenReply> begin(const SignInRequest &request, const SignInPlace &place, const CancelToken &cancel);
    Result<Account> keep(const SignInRequest &request, const SignInPlace &place, const TokenReply &reply,
                         const CancelToken &cancel);
    Result<> saveAccounts(const std::vector<Account> &accounts);
    Result<> noteRenewal(const Account &account, const TokenReply &reply, std::optional<bool> isKept);
    Result<QString> clientId();

    Workspace &m_workspace;
    CredentialStore &m_credentials;
    WebClient::Observer m_observer;
    CloudBook m_clouds;
    std::mutex m_mutex; // guards what follows; never held while anything is waited for
    std::map<QByteArray, std::shared_ptr<WebClient>> m_clients;
    std::map<QString, std::shared_ptr<TokenSource>> m_sources;
};

} // namespace mooring
