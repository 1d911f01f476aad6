#pragma once

#include "core/azure/ml/mltargets.h"
#include "core/azure/mlruns/mljob.h"
#include "core/azure/mlruns/mllog.h"
#include "core/azure/mlruns/mlmetrics.h"
#include "core/azure/mlruns/mloutputs.h"
#include "core/azure/mlruns/runnotes.h"

namespace mooring {

/// Runs of one Azure ML workspace: command jobs. The workspace tells of them; kept here are only the settings of those
/// that were sent from this profile (RunNotes). Blocks; worker threads and the command line only.
class MlRuns
{
public:
    /// Both references must outlive it.
    MlRuns(std::shared_ptr<MlClient> client, MlTargets &targets, Workspace &workspace)
        : m_client(std::move(client)), m_targets(targets), m_notes(workspace)
    {
    }

    /// Checks target and settings, sends the code (once for each content), makes the environment (once for each
    /// content), then the job under a name of ours, after a GET of it. "run.targetCannot" for a target that takes no
    /// command jobs. A cancel or a lost line while the job itself is sent: it is looked for, and ended where the cancel
    /// came too late; "run.perhapsSubmitted" when nobody says whether it is there.
    Result<RunRecord> submit(const RunSettings &settings, JobContext &context);
    /// Newest first, as the service lists them; at most `limit`.
    Result<std::vector<RunRecord>> runs(const QString &target, std::optional<RunState> state, int limit,
                                        const CancelToken &cancel);
    /// By its id; with `reason` of a failed one from run history. Its settings are whole when it was sent from this
    /// profile; else what the job tells, with an empty source folder. "run.unknown".
    Result<RunRecord> find(const QString &id, const CancelToken &cancel);
    /// Asks for it and waits until the service says that it has ended, at most `wait`.
    Result<RunRecord> cancelRun(const QString &id, std::chrono::milliseconds wait, JobContext &context);

    RunHistory history(const RunRecord &run) const { return {*m_client, run.settings.experiment, run.id}; }
    MlLog log(const RunRecord &run, const QString &kind) const { return {m_client->arm(), history(run), kind}; }

    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

private:
    Result<QString> computeId(const QString &target, const CancelToken &cancel);
    Result<RunRecord> sendJob(const QString &id, const RunSettings &settings, const JobParts &parts,
                              JobContext &context);
    Result<RunRecord> afterLostAnswer(const QString &id, const Error &lost, JobContext &context);

    std::shared_ptr<MlClient> m_client;
    MlTargets &m_targets;
    RunNotes m_notes;
    std::chrono::milliseconds m_pause{2000};
};

} // namespace mooring
