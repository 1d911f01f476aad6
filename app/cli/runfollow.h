#pragma once

#include "app/cli/commandline.h"

namespace mooring {

/// Prints the run's log to stdout, byte for byte, until the run ended; then the exit code for how it ended
/// (0, 10, 11, 12, or the script's own). SIGINT and --timeout end the wait, not the run.
Result<int> followRun(CommandContext &context, Services &services, const RunRecord &run, bool passExit);

/// 0, 10, 11 or 12; for an ended or unknown run.
int exitCodeOf(const RunRecord &run);

} // namespace mooring
