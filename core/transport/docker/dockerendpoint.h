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
    QString tlsFolder = {};  ///< of tcp://: with ca.pem, cert.pem and key.pem; empty: no TLS was asked for
    bool skipsCheck = false; ///< TLS without a look at the certificate was asked for

    /// The path of a unix:// host; empty for any other.
    QString socketPath() const;
};

/// `chosen` (an address, or the name of a context), then in the order of the docker command: DOCKER_HOST,
/// DOCKER_CONTEXT, currentContext of config.json, the default socket. TLS for an address comes from DOCKER_TLS_VERIFY,
/// DOCKER_TLS and DOCKER_CERT_PATH; of a context from its own files. A context that cannot be read is an Error
/// ("docker.badContext") and never quietly the default.
Result<DockerEndpoint> resolveDockerEndpoint(const QString &defaultSocket, const QString &configFolder,
                                             const QString &chosen = {});

} // namespace mooring
