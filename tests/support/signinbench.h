#pragma once

#include "core/azure/signin/signinservice.h"
#include "tests/support/testsupport.h"
#include "tests/support/webserver.h"
#include "tests/support/workspacesupport.h"

namespace mooring::test {

/// An authority that signs everybody in, and a resource manager beside it, both scripted, on a profile of their own.
/// Tokens are "CANARY-access-N" and "CANARY-refresh-N".
class SignInBench
{
public:
    using Handler = WebServer::Handler;
    /// `other`: what is asked of it beside tokens and metadata.
    explicit SignInBench(Handler other = {});

    TemporaryProfile profile;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<CredentialStore> credentials = CredentialStore::memory();
    std::unique_ptr<WebServer> server;
    std::unique_ptr<SignInService> service;

    std::atomic<int> lifeSeconds = 3600; ///< of access tokens
    std::atomic<int> pending = 0;        ///< so many polls of a device code get authorization_pending
    std::atomic<int> issued = 0;
    QByteArray refusal; ///< not empty: what the token endpoint answers, with 400; set it while nobody asks
    std::vector<WebAsk> asked(const QByteArray &path) const; ///< whose path ends so

    Cloud cloud() const;
    /// Signs in as an application of the tenant "t1".
    Account signIn();
    /// Every byte of every file of the profile.
    QByteArray everythingKept() const;

private:
    WebAnswer answer(const WebAsk &ask);
    WebAnswer token(const WebAsk &ask);

    Handler m_other;
    QByteArray m_challenge;
};

} // namespace mooring::test
