#pragma once

#include "core/transport/ssh/hosttrust.h"
#include "core/transport/ssh/sshconnection.h"
#include "core/transport/ssh/sshroute.h"
#include "core/transport/ssh/sshsignin.h"

namespace mooring {

/// What was seen on the way, one fact a step, for the ladder.
struct SshFacts
{
    QStringList addresses; ///< of the name, in the order tried
    QString address;       ///< the one that answered
    QString serverBanner;  ///< "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"; cut, plain
    QString cipher, keyExchange;
    HostKeyFinding hostKey;
    SshSignedIn signedIn;
};

/// Makes one connection step by step, each step with its own limit; the ladder runs them one by one, dial() all at
/// once. One thread, one route, used once. Each step needs the one before. Destroying it drops what is open.
///
/// Errors: "ssh.unknownName", "ssh.refused", "ssh.unreachable", "ssh.timeLimit" (all NotReachable, naming host, port
/// and seconds), "ssh.notSsh", "ssh.noCommonAlgorithm" (with both lists), those of HostTrust::decide, and of the
/// sign-in (all SignIn): "ssh.denied" (what was tried), "ssh.needsPassword", "ssh.needsPassphrase",
/// "ssh.wrongPassphrase", "ssh.badKeyFile" (PuTTY, FIDO, certificate or damaged; with the command that converts),
/// "ssh.keyFileOpen" (others can read it), "ssh.needsAnswer", "ssh.agent". A refusal is never tried again by itself.
class SshDialer
{
public:
    SshDialer(SshRoute route, SshSignIn signIn, std::shared_ptr<HostTrust> trust);
    ~SshDialer();

    size_t hopCount() const;
    Result<> lookUp(const CancelToken &cancel);       ///< of the current hop
    Result<> connect(const CancelToken &cancel);      ///< TCP, or a channel through the hop before
    Result<> readBanner(const CancelToken &cancel);   ///< reads the server's first line and leaves it to the next step
    Result<> exchangeKeys(const CancelToken &cancel); ///< negotiation; facts().hostKey is there
    Result<> checkHostKey();                          ///< HostTrust::decide
    Result<> signIn(const CancelToken &cancel);
    Result<> nextHop();            ///< after signIn on a jump host: the steps begin again for the next
    const SshFacts &facts() const; ///< of the current hop

    /// After signIn on the last hop.
    Result<std::shared_ptr<SshConnection>> take();

    /// All of it. `onStep` (may be empty) says what goes on, in words.
    static Result<std::shared_ptr<SshConnection>> dial(const SshRoute &route, const SshSignIn &signIn,
                                                       const std::shared_ptr<HostTrust> &trust,
                                                       const CancelToken &cancel,
                                                       const std::function<void(const QString &)> &onStep = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mooring
