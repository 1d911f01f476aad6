#pragma once

#include "core/transport/ssh/sshdialer.h"
#include "tests/support/sshserver.h"

#include <memory>

namespace mooring::test {

/// What a test of a connection needs: a real sshd, a key that it takes, and the way to it.
struct SshBench
{
    SshBench();

    SshServer server;
    SshKeyPair key;
    std::shared_ptr<HostTrust> trust; ///< with a file of its own; takes new keys
    SshSignIn signIn;

    SshHop hop() const; ///< to the server, with the key, no agent
    SshRoute route() const { return {{hop()}, {}, {}}; }
    /// Knows nobody and takes every key: for servers that share a port one after the other.
    std::shared_ptr<HostTrust> anyone() const;
    Result<std::shared_ptr<SshConnection>> dial() const;
    Result<SshExecOutput> exec(const QByteArray &command) const;
};

/// All steps of one hop, up to the first that fails.
Result<> walk(SshDialer &dialer, const CancelToken &cancel);

} // namespace mooring::test
