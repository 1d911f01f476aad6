#pragma once

#include "app/cli/commandline.h"

namespace mooring {

/// Prints the run's log to stdout, byte for byte, until the run ended; then the exit code for how it ended
/// (0, 10, 11, 12, or the script's own). SIGINT and --timeout end the wait, not the run.
Result<int> followRun(CommandContext &context, Services &services, const RunRecord &run, bool passExit);

/// 0, 10, 11 or 12; for an ended or unknown run.
int exitCodeOf(const RunRecord &run);

/// Where the run's files are to be read, brought up to date; says on stderr what is missing and how old it is.
Result<RunFiles> freshFilesOf(CommandContext &context, Services &services, const RunRecord &run);

} // namespace mooring
