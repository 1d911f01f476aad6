#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QStringList>

#include <vector>

namespace mooring {

/// What a person gave: an address ("gpu-box", "user@host:port", "[2001:db8::1]:2222"), and what overrides it.
struct SshAddress
{
    QString host; ///< name, address or alias of ~/.ssh/config
    int port = 0; ///< 0: not given
    QString user; ///< empty: not given

    /// Splits "user@host:port", IPv6 with or without brackets. Code "ssh.badAddress".
    static Result<SshAddress> parse(const QString &text);
};

/// One machine on the way, fully resolved.
struct SshHop
{
    QString host; ///< to look up and to connect to
    int port = 22;
    QString user;
    QString trustName;         ///< HostKeyAlias or host: the name in known_hosts
    int trustPort = 22;        ///< port; 22 with HostKeyAlias, which stands in known_hosts without a port
    QStringList identityFiles; ///< existing ones, in order
    bool identitiesOnly = false;
    QString agentSocket;         ///< path; empty: no agent is to be asked
    QStringList knownHostsFiles; ///< of the configuration, `none` left out
    int connectTimeoutSeconds = 10;
};

/// All hops, jump hosts first, the target last. Never empty.
struct SshRoute
{
    std::vector<SshHop> hops;
    QString alias;  ///< what was found in the user's configuration; empty: nothing
    QString source; ///< "~/.ssh/config, line 31"; for people

    const SshHop &target() const { return hops.back(); }
};

/// Resolves with `ssh -G` where OpenSSH is there (else only what was given), with the file that the variable
/// MOORING_SSH_CONFIG names in place of the user's and the system's. `jump`: "user@host:port,…", overrides the
/// configuration's ProxyJump and ProxyCommand; "none": no jump. Each hop is resolved by itself. What cannot be followed
/// (ProxyCommand, RevokedHostKeys, KnownHostsCommand, BindAddress, BindInterface): code "ssh.unsupportedConfig", naming
/// the option. So does a Match exec that may speak of the host, for `ssh -G` would run its program; it is passed over
/// together with the files when user, port and jump are given. "ssh.badConfig": ssh's own complaint. "ssh.jumpLoop":
/// more than 8 hops, or a host twice.
Result<SshRoute> resolveRoute(const SshAddress &address, const QString &jump, const CancelToken &cancel);

/// A `Host` entry of the user's configuration that names one machine (no wildcard).
struct ConfiguredHost
{
    QString alias;
    QString file; ///< with ~ for the home folder
    int line = 0;
};
/// Of ~/.ssh/config and what it includes; nothing is contacted. Missing file: empty.
std::vector<ConfiguredHost> configuredHosts(const QString &configFile = {});

} // namespace mooring
