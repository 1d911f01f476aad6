#pragma once

#include "core/runs/runhost.h"
#include "core/transport/docker/dockerprobe.h"

#include <chrono>
#include <functional>
#include <memory>

namespace mooring {

/// Gives a place for runs on this computer; may be empty.
using HostMaker = std::function<std::shared_ptr<RunHost>()>;

/// What the local kind is told about this computer. Tests tell it something else.
struct LocalSetup
{
    QString dataFolder; ///< of the profile: where runs and environments need their space
    QString tempFolder;
    HostMaker makeHost;
    std::chrono::milliseconds limit{5000};                            ///< of each rung
    std::function<DockerSearch()> docker = &DockerSearch::ofThisUser; ///< asked at each check
};

} // namespace mooring
