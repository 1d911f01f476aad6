#pragma once

#include "core/environments/environmentplan.h"
#include "core/jobs/jobcontext.h"
#include "core/runs/runhost.h"
#include "core/runs/runrecord.h"

#include <QElapsedTimer>
#include <QSet>

#include <functional>
#include <memory>
#include <mutex>

namespace mooring {

/// Where run records are kept. Implemented by the workspace's store. Thread-safe.
class RunBook
{
public:
    virtual ~RunBook() = default;
    virtual Result<> saveRun(const RunRecord &run) = 0;           ///< returns when it is durable
    virtual Result<RunRecord> findRun(const QString &id) = 0;     ///< none: code "run.unknown"
    virtual Result<std::vector<RunRecord>> liveRuns() = 0;        ///< not ended, Unknown included
    virtual Result<QString> nextRunName(const QString &stem) = 0; ///< "train-007": unique, also across processes
};

/// One process that a cancel ended or could not end.
struct CanceledProcess
{
    qint64 pid = 0;
    QString command;
    QString signal; ///< "SIGTERM", "SIGKILL"; empty for one that is left
};

struct CancelReport
{
    RunRecord run;
    std::vector<CanceledProcess> ended;
    std::vector<CanceledProcess> left; ///< empty is the proof: looked for by the run's id, found none
    bool searched = true; ///< false: the host does not let us look, so that `left` proves nothing (null in the JSON)

    Json toJson() const; ///< of `cancel` (cli.md)
};

/// Submits, looks after and cancels runs on any host. The window and the command line use this and nothing else.
/// Every function blocks: worker threads and the command line only. Thread-safe.
class RunService
{
public:
    /// Gives the host of a target's name, or why there is none.
    using HostOf = std::function<Result<std::shared_ptr<RunHost>>(const QString &target)>;
    /// Decides what the run's environment is.
    using PlanEnvironment = std::function<Result<EnvironmentPlan>(const RunSettings &, RunHost &, JobContext &)>;

    /// `book` must outlive the service. Without `plan`: planEnvironment() of core/environments.
    RunService(RunBook &book, HostOf hostOf, PlanEnvironment plan = {});

    /// Checks the settings against the disk and the host, copies the snapshot, writes the run's folder, starts the
    /// supervisor. On success the run exists and goes on without us. Wrong settings (ErrorKind::Usage before the first
    /// step) touch nothing; on failure or cancel before the start nothing is left but a record that says why, and the
    /// provisioning log. The record appears in the book from the first moment (Preparing).
    Result<RunRecord> submit(const RunSettings &settings, JobContext &context);

    /// Reads the truth from the run's folder and keeps it. A host that does not answer makes the state Unknown since
    /// now, never anything else. Ended runs are returned as they are.
    Result<RunRecord> refresh(const QString &runId, const CancelToken &cancel);
    /// All that are live, and runs whose folder is there but whose record is not (a lost database): adopted.
    Result<std::vector<RunRecord>> refreshLive(const CancelToken &cancel);

    /// Takes every run on a target whose folder is there and whose record is not into the book.
    Result<std::vector<RunRecord>> adoptRuns(const QString &target, const CancelToken &cancel);

    /// TERM to the run's processes, `grace`, KILL, then a search by run id. See CancelReport. Works while the run is
    /// being prepared and after its supervisor was killed; of an ended run it ends what is left.
    Result<CancelReport> cancelRun(const QString &runId, std::chrono::seconds grace, JobContext &context);

    /// Absolute path on the host of one of the run's logs: "std", "build", "provisioning". Another name:
    /// ErrorKind::Usage.
    Result<QString> logPath(const RunRecord &run, const QString &name);
    Result<std::shared_ptr<RunHost>> hostOf(const RunRecord &run);

private:
    Result<std::vector<RunRecord>> refreshAll(std::vector<RunRecord> runs, const CancelToken &cancel);
    bool isAdoptionDue();

    RunBook &m_book;
    HostOf m_hostOf;
    PlanEnvironment m_plan;
    std::mutex m_mutex;    // guards what follows
    QSet<QString> m_known; ///< ids that are in the book
    QElapsedTimer m_sinceAdoption;
};

} // namespace mooring
