#pragma once

#include "core/environments/environmentplan.h"
#include "core/jobs/jobcontext.h"
#include "core/runs/runhost.h"
#include "core/runs/runrecord.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>

namespace mooring {

/// Where run records are kept. Implemented by the workspace's store. Thread-safe.
class RunBook
{
public:
    virtual ~RunBook() = default;
    virtual Result<> saveRun(const RunRecord &run) = 0; ///< returns when it is durable
    /// Lets `change` look at the record as it is now and keeps what it made of it, when it says true; nobody else's
    /// change comes in between. Gives the record as it is then.
    virtual Result<RunRecord> updateRun(const QString &id, const std::function<bool(RunRecord &)> &change);
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
    bool waits = false;   ///< the host cannot be reached: the wish is kept and carried out when it answers

    Json toJson() const; ///< of `cancel` (cli.md)
};

/// Where the files of a run are read on this computer: the files themselves, or the copy of them (RunSpool).
struct RunFiles
{
    std::shared_ptr<RunHost> host; ///< for reading only
    QString folder;                ///< of the run, as `host` names it: on this computer, also for a copy
    QString hostFolder;            ///< as the run's own machine names it
    bool isCopy = false;
    bool isComplete = true;            ///< of a copy: the run ended and everything is here
    std::optional<QDateTime> copiedAt; ///< of a copy: when it last was as the files themselves; nothing: never
    QStringList notices;               ///< of a copy: what it lacks, as sentences
    std::optional<Error> trouble;      ///< why it could not be brought up to date

    /// "This is what lab-vm had 5 min ago …" when there was trouble; else empty.
    QString ageSentence(const QString &target) const;
};

/// What one look at a target's runs gave.
struct TargetLook
{
    std::vector<RunRecord> runs; ///< that were live before it
    bool reached = true;         ///< false: the host did not answer
    bool isRemote = false;       ///< another computer
    qint64 copied = 0;           ///< bytes that came
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

    /// `book` must outlive the service. Without `plan`: planEnvironment() of core/environments. `spoolFolder`: where
    /// copies of other computers' runs are, also of runs whose host is not known any more.
    RunService(RunBook &book, HostOf hostOf, PlanEnvironment plan = {}, QString spoolFolder = {});
    /// Waits for hosts that are being asked; each of them is told to stop.
    ~RunService();

    /// Checks the settings against the disk and the host, copies the snapshot, writes the run's folder, starts the
    /// supervisor. On success the run exists and goes on without us. Wrong settings (ErrorKind::Usage before the first
    /// step) touch nothing; on failure or cancel before the start nothing is left but a record that says why, and the
    /// provisioning log. The record appears in the book from the first moment (Preparing).
    Result<RunRecord> submit(const RunSettings &settings, JobContext &context);

    /// Reads the truth from the run's folder and keeps it. A host that does not answer (within 12 s) makes the state
    /// Unknown since now, never anything else. Ended runs are returned as they are. A cancel that waited is carried
    /// out as soon as the host answers.
    Result<RunRecord> refresh(const QString &runId, const CancelToken &cancel);
    /// All that are live, and runs whose folder is there but whose record is not (a lost database): adopted. Up to 32
    /// targets at once, so that one that hangs holds up none.
    Result<std::vector<RunRecord>> refreshLive(const CancelToken &cancel);

    /// Targets that need looking at: with live runs, or with copies that are not complete. Contacts nothing.
    Result<QStringList> busyTargets();
    /// refreshLive() for one target, and the copies of what its runs print. The same target at most once at a time.
    Result<TargetLook> lookAt(const QString &target, const CancelToken &cancel);

    /// Where to read the files of a run. Contacts nothing; an ended run whose copy is not complete is copied by the
    /// next lookAt().
    Result<RunFiles> files(const RunRecord &run);
    /// The same, brought up to date first. A host that does not answer is RunFiles::trouble; an Error only when there
    /// is nothing to read at all.
    Result<RunFiles> freshFiles(const RunRecord &run, const CancelToken &cancel);

    /// Takes every run on a target whose folder is there and whose record is not into the book.
    Result<std::vector<RunRecord>> adoptRuns(const QString &target, const CancelToken &cancel);

    /// TERM to the run's processes, `grace`, KILL, then a search by run id. See CancelReport. Works while the run is
    /// being prepared and after its supervisor was killed; of an ended run it ends what is left. A host that does not
    /// answer: the wish is kept in the record, also over a restart, and carried out once (CancelReport::waits); a
    /// cancel of this call takes it back.
    Result<CancelReport> cancelRun(const QString &runId, std::chrono::seconds grace, JobContext &context);

    /// Absolute path on the host of one of the run's logs: "std", "build", "provisioning". Another name:
    /// ErrorKind::Usage.
    Result<QString> logPath(const RunRecord &run, const QString &name);
    Result<std::shared_ptr<RunHost>> hostOf(const RunRecord &run);
    void setAnswerLimit(std::chrono::milliseconds limit) { m_answerLimit = limit; } ///< for tests

private:
    struct Round;
    Result<std::vector<RunRecord>> refreshAll(std::vector<RunRecord> runs, const CancelToken &cancel,
                                              bool *reached = nullptr);
    void startRound(const std::shared_ptr<Round> &round, const std::vector<RunRecord> &runs);
    Result<bool> refreshGroup(const QString &target, std::vector<RunRecord> &runs, const CancelToken &cancel);
    void keep(const RunRecord &before, RunRecord &now);
    bool isAdoptionDue(const QString &target);

    bool takeWish(RunRecord &run);
    void carryOutWishes(RunHost &host, std::vector<RunRecord> &runs);
    void dropWish(RunRecord &run);
    Result<CancelReport> keepWish(RunRecord run, std::chrono::seconds grace, const Error &problem);

    QString spoolOf(const RunRecord &run, RunHost *host) const;
    void wantCopy(const RunRecord &run);
    void findUnfinishedCopies();
    qint64 copyRuns(const QString &target, const std::vector<RunRecord> &live, const CancelToken &cancel);

    RunBook &m_book;
    HostOf m_hostOf;
    PlanEnvironment m_plan;
    QString m_spoolFolder;
    std::chrono::milliseconds m_answerLimit{12'000};
    QThreadPool m_looks;                           ///< one thread for each target that is being asked
    std::mutex m_mutex;                            // guards what follows
    QSet<QString> m_known;                         ///< ids that are in the book
    QHash<QString, QElapsedTimer> m_sinceAdoption; ///< by target
    QHash<QString, QString> m_wanted;              ///< target of each run whose copy is not complete
    bool m_searchedCopies = false;
    std::vector<std::weak_ptr<Round>> m_rounds;
};

} // namespace mooring
