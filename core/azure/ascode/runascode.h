#pragma once

#include "core/runs/runsettings.h"

namespace mooring {

/// How the same run is submitted with another tool, as text: "sdk" (Python of azureml-core, a ScriptRunConfig) or "cli"
/// (a command job of az ml, version 2). The workspace is the one of the person's own config.json. "export.noWay" where
/// the tool cannot; the errors of reading an environment file. Worker threads and the command line.
Result<QByteArray> runAsCode(const RunSettings &settings, const QString &form);

} // namespace mooring
