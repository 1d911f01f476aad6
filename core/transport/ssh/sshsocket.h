#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QString>

#include <chrono>
#include <vector>

#include <sys/socket.h>

namespace mooring {

/// One numeric address of a machine.
struct SshEndpoint
{
    sockaddr_storage address{};
    socklen_t size = 0;

    QString text() const; ///< "10.0.0.4", "2001:db8::1"
};

/// Asks the system's resolver on a thread of its own, which a limit or a cancel leaves behind: getaddrinfo() cannot be
/// stopped. IPv6 and IPv4 in turn. Codes: "ssh.unknownName", "ssh.timeLimit".
Result<std::vector<SshEndpoint>> lookUpHost(const QString &host, int port, const CancelToken &cancel);

struct SshTcp
{
    int fd = -1; ///< non-blocking, without delay; the caller's
    QString address;
};
/// One address after the other, the next one beside it when it is slow; the first that answers wins. Codes:
/// "ssh.refused", "ssh.unreachable", "ssh.timeLimit".
Result<SshTcp> connectTcp(const std::vector<SshEndpoint> &endpoints, const QString &host, int port,
                          std::chrono::milliseconds limit, const CancelToken &cancel);

} // namespace mooring
