#pragma once

#include "core/inference/endpointbook.h"
#include "core/runs/runservice.h"
#include "core/targets/targetbook.h"

#include <QObject>

#include <functional>
#include <memory>

namespace mooring {

class Profile;

/// What a list of runs shows: newest first unless said otherwise, paged by key.
struct RunQuery
{
    enum class Column { Created, Name, Experiment, Script, Target, State, Duration, Logged };

    QString target = {}; ///< empty: all
    std::optional<RunState> state = {};
    QString text = {}; ///< looked for in name, id, experiment, script and target, without regard to case; empty: all
    Column sortBy = Column::Created;
    bool ascending = false;
    int limit = 100;
    QString beforeId = {}; ///< only what follows this run in the list's order; empty: from its beginning
    /// Of Column::Logged: "metrics/loss" or "params/lr" (loggedSummary()). Runs without it come last, whatever the
    /// order; pages are then cut by `skip` instead of `beforeId`.
    QString logged = {};
    int skip = 0;
};

/// The embedded workspace: targets, runs and endpoints in one SQLite file of the profile.
///
/// Writes go through one writer thread and return when they are durable; reads through two threads of the workspace.
/// All functions but the signals block and are thread-safe: worker threads and the command line call them; the window
/// calls them through `inBackground`. Another process on the same profile is seen within a second. Destroy it on its
/// own thread, when no other thread calls it any more.
///
/// Codes of any function: "workspace.diskFull", "workspace.readOnly", "workspace.busy" (another program kept it locked
/// for 5 s), "workspace.damaged" (the newest backup is named), "workspace.newer" (a newer Mooring changed it
/// meanwhile), "workspace.failed".
class Workspace : public QObject, public RunBook, public TargetBook, public EndpointBook
{
    Q_OBJECT
public:
    /// Creates or opens `<profile>/workspace.db`; migrates with a dated backup before. A database of a newer version is
    /// not opened and not touched ("workspace.newer"); a damaged one is not touched either ("workspace.damaged", with
    /// the newest backup named; "workspace.notOurs"). A disk that is full or read-only: opened read-only,
    /// `isReadOnly()`; what is written then fails, and it becomes writable by itself when it can.
    static Result<std::unique_ptr<Workspace>> open(const Profile &profile);
    ~Workspace() override;

    virtual QString name() const = 0;
    virtual bool isReadOnly() const = 0;
    virtual QString readOnlyReason() const = 0; ///< sentence; empty when writable

    // targets(): this computer, named "local", is always there and always first; it can be saved, not removed.

    virtual Result<std::vector<RunRecord>> runs(const RunQuery &query) = 0;
    virtual Result<int> runCount() = 0;
    /// How many runs a query would list without its limit and beforeId.
    virtual Result<int> countRuns(const RunQuery &query) = 0;
    /// By id, by unique beginning of an id, or by name. Unknown: "run.unknown"; several: "run.ambiguous" with the
    /// candidates in detail.candidates.
    virtual Result<RunRecord> resolveRun(const QString &word) = 0;
    /// Median duration in ms of a phase over the last 20 completed runs of a target; nothing under 3 runs.
    virtual Result<std::optional<qint64>> usualPhaseMs(const QString &target, const QString &phase) = 0;

    /// Small settings of the workspace ("ui.language"), not secrets. null when not set.
    virtual Result<Json> setting(const QString &key) = 0;
    virtual Result<> saveSetting(const QString &key, const Json &value) = 0;
    /// Reads and writes in one transaction: nothing that another process writes meanwhile is lost. `change` runs on the
    /// store's thread and must not call the workspace; false: nothing is written. What stands there afterwards.
    virtual Result<Json> updateSetting(const QString &key, const std::function<bool(Json &)> &change) = 0;

Q_SIGNALS:
    /// Something was written, here or by another process. At most four a second; emitted on the workspace's own thread
    /// (the one that opened it), which needs an event loop for it.
    void changed();
    /// The state of isReadOnly() changed (disk full, space again).
    void readOnlyChanged();
};

} // namespace mooring
