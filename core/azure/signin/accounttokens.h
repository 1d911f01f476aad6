#pragma once

#include "core/azure/signin/signinservice.h"

namespace mooring {

/// The tokens of one account in one tenant. Only one thread renews at a time; the others wait for its result.
class AccountTokens : public TokenSource
{
public:
    AccountTokens(SignInService &service, Account account, QString tenant)
        : m_service(service), m_account(std::move(account)), m_tenant(std::move(tenant))
    {
    }

    Result<AccessToken> token(const QString &scope, const CancelToken &cancel) override;
    Result<AccessToken> renewed(const QString &scope, const QByteArray &refused, const QByteArray &claims,
                                const CancelToken &cancel) override;
    void put(const QString &scope, const AccessToken &token);

private:
    Result<AccessToken> obtain(const QString &scope, const QByteArray &claims, const CancelToken &cancel);

    SignInService &m_service;
    const Account m_account;
    const QString m_tenant;
    std::timed_mutex m_mutex; // held while one is obtained: that has a limit of its own
    std::map<QString, AccessToken> m_tokens;
};

} // namespace mooring
