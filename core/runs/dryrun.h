#pragma once

#include "core/environments/environmentplan.h"
#include "core/runs/runhost.h"
#include "core/runs/runsettings.h"
#include "core/runs/snapshotplan.h"

namespace mooring {

/// What a run would do: the files that would go, the command, the environment. Nothing is copied, built or kept.
struct DryRun
{
    SnapshotPlan snapshot;
    EnvironmentPlan environment;
    QStringList command; ///< the same run as a command line

    Json toJson() const; ///< of `run --dry-run` (cli.md)
    QString toText() const;
};

/// Blocks; a failed environment is an error as it would be for the run itself.
Result<DryRun> planRun(const RunSettings &settings, RunHost &host, JobContext &context);

} // namespace mooring
