#pragma once

#include "core/runs/outputs.h"
#include "core/runs/runservice.h"

namespace mooring {

struct FetchedOutputs
{
    std::vector<OutputFile> files; ///< all that the run has, with the hashes that its machine gave
    QString folder;                ///< where they are on this computer
};

/// Copies all outputs of a run to this computer, as copyOutputs() does. `folder` empty: beside the copy of what the run
/// printed, where the run's page and `run:RUN/PATH` of a deployment find them; a run that still writes is refused there
/// ("outputs.live"). A run of this computer has its own folder, and with `folder` empty nothing is copied. Once a run
/// that ended is here whole, its record says so, and a detach knows that its outputs are not only there.
Result<FetchedOutputs> fetchOutputs(RunService &runs, RunBook &book, const RunRecord &run, const QString &folder,
                                    JobContext &context);

/// Whether all of these files lie below the folder with these sizes. Reads the disk.
bool areOutputsIn(const QString &folder, const std::vector<OutputFile> &files);

} // namespace mooring
