#pragma once

#include "core/runs/failurecause.h"
#include "core/runs/metrics.h"
#include "core/runs/outputs.h"
#include "core/runs/runservice.h"

#include <QStringList>

#include <map>
#include <memory>
#include <mutex>

namespace mooring {

class MetricsReader;
class Workspace;

/// Why a script failed, with the place in its snapshot.
struct CauseView
{
    FailureCause cause;
    QString file;          ///< of the frame that is the person's own, relative to the snapshot; empty: none
    QString absoluteFile;  ///< to open it
    int line = 0;
    QString function;
    int firstLine = 0;     ///< number of the first of `code`
    QStringList code;      ///< up to four lines around `line`; empty when the file cannot be read
    QString leftOutRule;   ///< sentence: the file that was not found is one that a rule kept out of the snapshot
};

/// All that a run's page shows, at one moment. A value.
struct RunView
{
    RunRecord record;
    std::shared_ptr<const RunMetrics> metrics = std::make_shared<RunMetrics>();
    std::vector<OutputFile> outputs;
    std::optional<CauseView> cause;
    std::map<QString, qint64> usual; ///< usual ms of each phase on this target, where known
    QString folder;                  ///< of the run on this computer; empty when it is elsewhere
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
    void lookAtUsual(RunView &view);
    std::optional<CauseView> findCause(const RunView &view, const CancelToken &cancel);

    Workspace &m_workspace;
    RunService &m_runs;
    QString m_runId;
    std::mutex m_mutex; ///< a slow look and the next one
    std::shared_ptr<RunHost> m_host;
    std::unique_ptr<MetricsReader> m_reader;
    std::shared_ptr<const RunMetrics> m_metrics = std::make_shared<RunMetrics>();
    std::map<QString, qint64> m_usual;
    bool m_usualKnown = false;
    std::optional<RunView> m_last; ///< of an ended run: nothing changes any more
};

} // namespace mooring
