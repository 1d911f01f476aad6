#pragma once

#include "core/runs/cancelproof.h"
#include "core/runs/metrics.h"
#include "core/runs/outputs.h"
#include "core/runs/runservice.h"
#include "ui/runs/runcause.h"

#include <map>
#include <memory>
#include <mutex>

namespace mooring {

class MetricsReader;
class Workspace;

/// All that a run's page shows, at one moment. A value.
struct RunView
{
    RunRecord record;
    std::shared_ptr<const RunMetrics> metrics = std::make_shared<RunMetrics>();
    std::vector<OutputFile> outputs;
    QString outputsFolder; ///< where all of them lie on this computer; empty: they are not here
    std::optional<CauseView> cause;
    std::optional<CancelProof> proof;              ///< of a canceled run, as far as its provisioning log holds one
    std::map<QString, qint64> usual;               ///< usual ms of each phase on this target, where known
    QString folder;                                ///< of the run, or of the copy of its logs, on this computer
    bool isCopy = false;                           ///< the run is on another computer
    QString copyNote;                              ///< what the copy lacks or how old it is; empty: nothing to say
    std::vector<std::pair<QString, QString>> logs; ///< title, path; in order of importance
    bool failed = false;
    Error error; ///< when `failed`
};

/// Reads RunViews of one run, remembering what it has read already. `look` blocks: one worker at a time.
class RunLook
{
public:
    RunLook(Workspace &workspace, RunService &runs, const QString &runId);
    ~RunLook();

    RunView look(const CancelToken &cancel);

private:
    void lookAtFiles(RunView &view, const CancelToken &cancel);
    void lookAtCopy(RunView &view, const RunFiles &files);
    void lookAtUsual(RunView &view);
    QByteArray tailOf(const QString &log, const CancelToken &cancel);

    Workspace &m_workspace;
    RunService &m_runs;
    QString m_runId;
    std::mutex m_mutex; ///< a slow look and the next one
    std::shared_ptr<RunHost> m_host;
    QString m_folder; ///< of the run, for m_host
    bool m_isComplete = false;
    std::unique_ptr<MetricsReader> m_reader;
    std::shared_ptr<const RunMetrics> m_metrics = std::make_shared<RunMetrics>();
    std::map<QString, qint64> m_usual;
    bool m_usualKnown = false;
    std::optional<RunView> m_last; ///< of an ended run: nothing changes any more
};

} // namespace mooring
