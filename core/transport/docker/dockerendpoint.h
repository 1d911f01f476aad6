#pragma once

#include "core/base/result.h"

#include <QString>

namespace mooring {

/// The address that the docker command would use, and why.
struct DockerEndpoint
{
    QString host;   ///< "unix:///var/run/docker.sock", "tcp://…", "ssh://…"
    QString source; ///< "DOCKER_HOST", "context rootless", "default": for people
    bool isDefault = false;

    /// The path of a unix:// host; empty for any other.
    QString socketPath() const;
};

/// In the order of the docker command: DOCKER_HOST, DOCKER_CONTEXT, currentContext of config.json, the default socket.
/// A context that cannot be read is an Error ("docker.badContext") and never quietly the default.
Result<DockerEndpoint> resolveDockerEndpoint(const QString &defaultSocket, const QString &configFolder);

} // namespace mooring
