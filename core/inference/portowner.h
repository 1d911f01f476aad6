#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace mooring {

/// Who listens on a TCP port of this computer, as far as this user may see.
struct PortOwner
{
    qint64 pid = 0;  ///< 0: of another user, or in another network namespace
    QString command; ///< empty when unknown
};

/// Whether 127.0.0.1:port can be taken now. It may be gone a moment later.
bool isPortFree(int port);
/// Where the search for an endpoint's port begins: 5001, or MOORING_FIRST_PORT, so that people who share a machine, and
/// tests that run beside each other, do not take each other's port while its endpoint is stopped.
int firstPort();
/// The first free one from `from` on that `isTaken` does not refuse; 0 when there is none.
int findFreePort(int from, const std::function<bool(int)> &isTaken = {});
/// Nothing when nobody listens. Of a server and its workers, which hold the same socket, the server: a worker that ends
/// is replaced, and is nobody to name.
std::optional<PortOwner> findPortOwner(int port);
/// One who holds a listening socket.
struct PortHolder
{
    qint64 pid = 0, parent = 0;
};
/// Of a server and its workers the server, in whatever order they come; 0: nobody.
qint64 serverAmong(const std::vector<PortHolder> &holders);
/// Whether one who listens there has this "NAME=value" in its environment.
bool isPortHeldBy(int port, const QByteArray &variable);

} // namespace mooring
