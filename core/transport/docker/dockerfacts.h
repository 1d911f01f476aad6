#pragma once

#include "core/transport/docker/dockerengine.h"

namespace mooring {

/// What a form shows of the engine that would be used.
struct DockerFacts
{
    struct Image
    {
        QString name; ///< "repository:tag"
        qint64 size = 0;
    };
    QString host, version;
    bool isPodman = false, isRootless = false, isOnThisComputer = true;
    std::vector<Image> images; ///< those with a name, by name

    const Image *find(const QString &name) const; ///< a name without a tag means latest; null: not there
};

/// Blocks. Codes: those of DockerEngine::open().
Result<DockerFacts> readDockerFacts(const DockerSearch &search, const CancelToken &cancel);

} // namespace mooring
