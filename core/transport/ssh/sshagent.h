#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace mooring {

/// A key that an agent holds.
struct SshAgentKey
{
    QByteArray blob; ///< the public half, as on the wire
    QString comment;
    QString type; ///< "ssh-ed25519"
};

/// Talks to an SSH agent, which may hang: every wait has a limit and a cancel. Errors: "ssh.agent" (kind SignIn),
/// canceled. libssh2's own agent code waits for ever.
class SshAgent
{
public:
    explicit SshAgent(QString socketPath) : m_path(std::move(socketPath)) {}
    ~SshAgent();
    SshAgent(const SshAgent &) = delete;
    SshAgent &operator=(const SshAgent &) = delete;

    Result<std::vector<SshAgentKey>> keys(const CancelToken &cancel);

    struct Signature
    {
        QByteArray algorithm; ///< "rsa-sha2-512"
        QByteArray bytes;
    };
    /// `algorithm`: the one wanted.
    Result<Signature> sign(const SshAgentKey &key, const QByteArray &data, const QByteArray &algorithm,
                           const CancelToken &cancel);

private:
    Result<> open();
    Result<QByteArray> ask(const QByteArray &request, std::chrono::milliseconds limit, const CancelToken &cancel);

    QString m_path;
    int m_fd = -1;
};

} // namespace mooring
