#pragma once

#include "core/runs/runsettings.h"

#include <memory>

namespace CLI {
class App;
}

namespace mooring {

/// The options of `run`, as they were typed.
struct RunOptions
{
    std::string script, source, target = "local", python, environmentFile, image, name, experiment;
    std::vector<std::string> variables;
    int timeLimit = 0;
    bool follow = false, passExit = false, dryRun = false;

    void addTo(CLI::App &command);
    /// As settings. A missing --source is the current folder, or the script's own when its path has one.
    Result<RunSettings> toSettings(const QStringList &arguments) const;
};

} // namespace mooring
