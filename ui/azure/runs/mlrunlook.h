#pragma once

#include "core/runs/metrics.h"
#include "ui/azure/targets/mlworkplace.h"

namespace mooring {

/// What a run's page shows, as the workspace tells it now. A value.
struct MlRunSeen
{
    Result<RunRecord> run;
    std::shared_ptr<const RunMetrics> metrics;    ///< null: they could not be read
    std::optional<std::vector<MlOutput>> outputs; ///< nothing: they could not be listed
    QString python, azureCli;                     ///< as code, or why not; of a run that was sent from here

    bool isLive() const { return run && !isEnded(run->state); }
};

/// Blocks on the network. Sizes of outputs are asked for once the run has ended; those in `known` are not asked again.
MlRunSeen seeRun(MlWorkplace &workplace, const QString &id, const std::vector<MlOutput> &known);

} // namespace mooring
