#pragma once

#include "core/base/canceltoken.h"
#include "core/transport/ssh/hosttrust.h"
#include "core/transport/ssh/sshroute.h"
#include "core/transport/ssh/sshsignin.h"

#include <memory>

namespace mooring {

/// Goes to the last machine of the route as far as its key, with the verdict of the records; nothing is sent to it.
/// Jump hosts before it must be trusted and are signed in to. Errors: those of SshDialer.
Result<HostKeyFinding> fetchHostKey(const SshRoute &route, const SshSignIn &signIn,
                                    const std::shared_ptr<HostTrust> &trust, const CancelToken &cancel);

/// Writes the key that was shown to our own file, when it is the expected one. A changed or revoked key is refused as
/// HostTrust::decide does, another one with "ssh.hostKeyUnexpected".
Result<> trustExpected(HostTrust &trust, const HostKeyFinding &finding, const QString &expected);

/// "ssh-ed25519 AAAA… comment", a line of a .pub file. Code "trust.badKey".
Result<HostKey> parseKeyLine(const QString &line);

/// "SHA256:…" of 32 bytes as ssh-keygen prints it, padded or not; MD5 and others are refused: "trust.badFingerprint".
Result<QString> parseFingerprint(const QString &text);

} // namespace mooring
