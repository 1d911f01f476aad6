#pragma once

#include "core/targets/ladder.h"
#include "core/targets/local/localsetup.h"

#include <chrono>

namespace mooring {

/// The rungs of the local kind, each with the time limit that it is given.
Rung systemRung();
Rung coresRung();
Rung memoryRung();
Rung diskRung(const QString &dataFolder, const QString &tempFolder);
Rung pythonRung(const HostMaker &makeHost);
Rung condaRung(const HostMaker &makeHost);
Rung dockerRung(std::function<DockerSearch()> find, std::chrono::milliseconds limit);
Rung gpuRung(std::chrono::milliseconds limit);

} // namespace mooring
