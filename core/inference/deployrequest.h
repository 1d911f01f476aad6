#pragma once

#include "core/inference/deploymentsettings.h"
#include "core/inference/deploywatch.h"

namespace mooring {

/// One wish to deploy. The same for the window and the command line.
struct DeployRequest
{
    DeploymentSettings settings;
    bool replace = false; ///< a new version of an endpoint that is there
    /// Another endpoint, on whose port the new one is to answer: when the new one is healthy that one is stopped, and
    /// gets another port for when it is started again. Until then, and if the new one fails, it goes on serving.
    QString takesPortOf;
    DeployWatch watch = {};

    /// The same thing as a command line, unquoted.
    QStringList toCommand() const;
};

} // namespace mooring
