#pragma once

#include "core/azure/ml/mltargets.h"
#include "core/azure/mlruns/mllog.h"
#include "core/azure/mlruns/mlmetrics.h"
#include "core/azure/mlruns/mloutputs.h"

namespace mooring {

/// Runs of one Azure ML workspace: command jobs. Nothing of them is kept here; the workspace tells. Blocks; worker
/// threads and the command line only.
class MlRuns
{
public:
    /// Both must outlive it.
    MlRuns(std::shared_ptr<MlClient> client, MlTargets &targets) : m_client(std::move(client)), m_targets(targets) {}

    /// Checks target and settings, sends the code (once for each content), makes the environment (once for each
    /// content), then the job under a name of ours, after a GET of it. "run.targetCannot" for a target that takes no
    /// command jobs.
    Result<RunRecord> submit(const RunSettings &settings, JobContext &context);
    /// Newest first, as the service lists them; at most `limit`.
    Result<std::vector<RunRecord>> runs(const QString &target, std::optional<RunState> state, int limit,
                                        const CancelToken &cancel);
    /// By its id; with `reason` of a failed one from run history. "run.unknown".
    Result<RunRecord> find(const QString &id, const CancelToken &cancel);
    /// Asks for it and waits until the service says that it has ended, at most `wait`.
    Result<RunRecord> cancelRun(const QString &id, std::chrono::milliseconds wait, JobContext &context);

    RunHistory history(const RunRecord &run) const { return {*m_client, run.settings.experiment, run.id}; }
    MlLog log(const RunRecord &run, const QString &kind) const { return {m_client->arm(), history(run), kind}; }

    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

private:
    Result<QString> computeId(const QString &target, const CancelToken &cancel);

    std::shared_ptr<MlClient> m_client;
    MlTargets &m_targets;
    std::chrono::milliseconds m_pause{2000};
};

} // namespace mooring
