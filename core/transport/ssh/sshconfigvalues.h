#pragma once

#include "core/transport/ssh/sshroute.h"

#include <QHash>

#include <optional>

namespace mooring {

/// What `ssh -G` printed for one machine: keyword and value a line, in its order.
class SshConfigValues
{
public:
    static SshConfigValues parse(const QByteArray &output, const QString &givenHost);

    QString value(const QString &keyword) const; ///< the first; empty when there is none or it is "none"
    QString jumpList() const;                    ///< ProxyJump with its tokens filled in

    /// What Mooring cannot do as the configuration wants it: the keyword as it is written in manuals. Empty: nothing.
    QString unsupported() const;
    /// The rest of it as a hop; files expanded, only existing identities.
    SshHop hop() const;

private:
    /// %-tokens and ${VARIABLES}; nothing when one of them is not known.
    std::optional<QString> expand(const QString &text) const;
    std::optional<QString> token(QChar letter) const;
    QStringList identityFiles() const;
    QString agentSocket() const;
    QStringList knownHostsFiles() const;

    QString m_given;
    QHash<QString, QStringList> m_values;
};

/// Without OpenSSH: what was given, the usual key files and the agent of the environment.
SshHop plainHop(const SshAddress &address);

} // namespace mooring
