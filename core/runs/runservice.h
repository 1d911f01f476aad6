#pragma once

#include "core/jobs/jobcontext.h"
#include "core/runs/runhost.h"
#include "core/runs/runrecord.h"

#include <functional>
#include <memory>

namespace mooring {

/// Where run records are kept. Implemented by the workspace's store. Thread-safe.
class RunBook
{
public:
    virtual ~RunBook() = default;
    virtual Result<> saveRun(const RunRecord &run) = 0; ///< returns when it is durable
    virtual Result<RunRecord> findRun(const QString &id) = 0;
    virtual Result<std::vector<RunRecord>> liveRuns() = 0; ///< not ended, Unknown included
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

    Json toJson() const; ///< of `cancel` (cli.md)
};

/// Submits, looks after and cancels runs on any host. The window and the command line use this and nothing else.
/// Every function blocks: worker threads and the command line only. Thread-safe.
class RunService
{
public:
    /// Gives the host of a target's name, or why there is none.
    using HostOf = std::function<Result<std::shared_ptr<RunHost>>(const QString &target)>;

    RunService(RunBook &book, HostOf hostOf);

    /// Checks the settings against the disk and the host, copies the snapshot, writes the run's folder, starts the
    /// supervisor. On success the run exists and goes on without us. On failure or cancel before the start nothing is left
    /// but a record that says why. The record appears in the book from the first moment (NotStarted, Preparing).
    Result<RunRecord> submit(const RunSettings &settings, JobContext &context);

    /// Reads the truth from the run's folder and keeps it. A host that does not answer makes the state Unknown since now,
    /// never anything else. Ended runs are returned as they are.
    Result<RunRecord> refresh(const QString &runId, const CancelToken &cancel);
    /// All that are live, and runs whose folder is there but whose record is not (a lost database): adopted.
    Result<std::vector<RunRecord>> refreshLive(const CancelToken &cancel);

    /// TERM to the run's processes, `grace`, KILL, then a search by run id. See CancelReport.
    Result<CancelReport> cancelRun(const QString &runId, std::chrono::seconds grace, JobContext &context);

    /// Absolute path on the host of one of the run's logs: "std", "build", "provisioning".
    Result<QString> logPath(const RunRecord &run, const QString &name);
    Result<std::shared_ptr<RunHost>> hostOf(const RunRecord &run);

private:
    RunBook &m_book;
    HostOf m_hostOf;
};

} // namespace mooring
