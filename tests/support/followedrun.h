#pragma once

#include "core/runs/runservice.h"

namespace mooring::test {

/// The run as it is when it has ended, or when the time is over.
RunRecord waitForEnd(RunService &service, const QString &id, std::chrono::milliseconds limit);
/// What it printed, read from its host: at most 16 MiB.
QByteArray logOf(RunService &service, RunHost &host, const RunRecord &run);

} // namespace mooring::test
