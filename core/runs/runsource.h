#pragma once

#include "core/runs/runsettings.h"

namespace mooring {

/// The settings with an absolute source folder, checked against this computer's disk: source and script are there, can
/// be read, and the script is a file inside the source, links followed. Wrong input is ErrorKind::Usage: nothing was
/// touched. Codes: "run.sourceMissing", "run.sourceNotAFolder", "run.scriptMissing", "run.scriptIsFolder",
/// "run.scriptOutside", "run.scriptUnreadable".
Result<RunSettings> checkRunSource(const RunSettings &settings);

} // namespace mooring
