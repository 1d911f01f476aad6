#pragma once

#include "core/inference/deploymentsettings.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mooring {

/// The options of `deploy`, as they were typed.
struct DeployOptions
{
    std::string name, model, score, source, environmentFile, python, image, dockerfile, to, dnsLabel;
    std::vector<std::string> variables;
    int port = 0;
    double cpu = 1, memory = 2;
    bool replace = false;
    std::string takePortOf;
    bool networkSettings = false;

    void addTo(CLI::App &command);
    Result<DeploymentSettings> toSettings() const;
};

} // namespace mooring
