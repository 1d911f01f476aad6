#pragma once

#include "core/transport/docker/dockerendpoint.h"
#include "core/transport/http/bytestream.h"

#include <functional>
#include <memory>

namespace mooring {

class SshConnection;

/// Makes connections to one engine, each for one call. Thread-safe.
class DockerDoor
{
public:
    virtual ~DockerDoor() = default;
    /// Codes: those of sockets, of TLS and of SSH.
    virtual Result<std::unique_ptr<ByteStream>> open(std::chrono::milliseconds limit,
                                                     const CancelToken &cancel) const = 0;
    virtual QString host() const = 0; ///< "unix:///var/run/docker.sock"
    /// Whether what it publishes on 127.0.0.1 is this computer's 127.0.0.1, and its files are ours.
    virtual bool isOnThisComputer() const = 0;
};

/// Signs in on the machine of an ssh:// address ("user@host:port").
using DialDockerSsh =
    std::function<Result<std::shared_ptr<SshConnection>>(const QString &address, const CancelToken &cancel)>;

/// What may be done to get to an engine.
struct DockerDoorRules
{
    DialDockerSsh dialSsh; ///< empty: no ssh://
    QString plainTcpHost;  ///< the one tcp:// host that is spoken to without TLS; empty: none
};

/// Contacts nobody. Codes: "docker.badHost" (no address that we know), "docker.plainTcp" (whoever can see the network
/// would rule the machine: refused), "docker.noSsh".
Result<std::shared_ptr<DockerDoor>> makeDockerDoor(const DockerEndpoint &endpoint, const DockerDoorRules &rules);

} // namespace mooring
