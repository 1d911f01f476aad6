#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace mooring {

/// How the docker command signs in to one registry. The secret stays in memory and is known to the Redactor.
struct RegistryAuth
{
    QString server; ///< as the docker command names it: "ghcr.io", the old address of Docker Hub
    QString user;
    QByteArray secret;
    bool isToken = false; ///< an identity token, without a user

    Json toJson() const;
};

/// The registry of an image: "127.0.0.1:5000/x:1" -> "127.0.0.1:5000", "busybox" -> "docker.io".
QString registryOfImage(const QString &image);
/// What the FROM lines of a Dockerfile name, each once, stages left out, and names with a variable in them.
QStringList imagesOfDockerfile(const QByteArray &dockerfile);

/// Looked up as the docker command does it: DOCKER_AUTH_CONFIG, then of config.json credHelpers, credsStore (programs
/// docker-credential-NAME, asked on their standard input), auths. Nothing: nobody signed in there. Codes:
/// "docker.helperMissing", "docker.helperFailed" (a locked keychain), those of processes.
Result<std::optional<RegistryAuth>> findRegistryAuth(const QString &registry, const QString &configFolder,
                                                     const CancelToken &cancel);

/// X-Registry-Auth.
QByteArray registryAuthHeader(const RegistryAuth &auth);
/// X-Registry-Config: all that a build may need.
QByteArray registryConfigHeader(const std::vector<RegistryAuth> &all);

} // namespace mooring
