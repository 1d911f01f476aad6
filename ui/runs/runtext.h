#pragma once

#include "core/runs/runrecord.h"

namespace mooring {

/// "Failed, exit code 1" · "Unknown since 14:02" · "Canceled": word, then the one thing that matters.
QString stateText(const RunRecord &run);
/// For the badge of a live run: "Running, 11 min 41 s".
QString badgeText(const RunRecord &run);
/// What the environment is, in two or three words: "python3", "requirements.txt".
QString environmentText(const RunSettings &settings);

} // namespace mooring
