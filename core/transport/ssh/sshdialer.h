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
/// An error of a jump host begins with its name, which is detail["jumpHost"] too.
class SshDialer
{
public:
    SshDialer(SshRoute route, SshSignIn signIn, std::shared_ptr<HostTrust> trust);
    ~SshDialer();

    size_t hopCount() const;
    /// Of the current hop.
    Result<> lookUp(const CancelToken &cancel) { return ofHop(tryLookUp(cancel)); }
    /// TCP, or a channel through the hop before.
    Result<> connect(const CancelToken &cancel) { return ofHop(tryConnect(cancel)); }
    /// Reads the server's first line and leaves it to the next step.
    Result<> readBanner(const CancelToken &cancel) { return ofHop(tryReadBanner(cancel)); }
    /// Negotiation; facts().hostKey is there.
    Result<> exchangeKeys(const CancelToken &cancel) { return ofHop(tryExchangeKeys(cancel)); }
    Result<> checkHostKey(); ///< HostTrust::decide
    Result<> signIn(const CancelToken &cancel) { return ofHop(trySignIn(cancel)); }
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
    Result<> ofHop(Result<> step) const;
    Result<> tryLookUp(const CancelToken &cancel);
    Result<> tryConnect(const CancelToken &cancel);
    Result<> tryReadBanner(const CancelToken &cancel);
    Result<> tryExchangeKeys(const CancelToken &cancel);
    Result<> trySignIn(const CancelToken &cancel);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mooring
