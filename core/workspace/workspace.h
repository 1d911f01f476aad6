#pragma once

#include "core/runs/runservice.h"
#include "core/targets/targetbook.h"

#include <QObject>

#include <memory>

namespace mooring {

class Profile;

/// What a list of runs shows: newest first, paged by key.
struct RunQuery
{
    QString target;    ///< empty: all
    std::optional<RunState> state;
    int limit = 100;
    QString beforeId;  ///< only runs older than this one; empty: from the newest
};

/// The embedded workspace: targets and runs in one SQLite file of the profile.
///
/// Writes go through one writer thread and return when they are durable; reads use a connection of the calling thread.
/// All functions but the signals block and are thread-safe: worker threads and the command line call them; the window calls
/// them through `readAsync`. Another process on the same profile is seen within a second.
class Workspace : public QObject, public RunBook, public TargetBook
{
    Q_OBJECT
public:
    /// Creates or opens `<profile>/workspace.db`; migrates with a dated backup before. A database of a newer version is not
    /// opened and not touched ("workspace.newer"); a damaged one is not touched either ("workspace.damaged", with the newest
    /// backup named). A disk that is full or read-only: opened read-only, `isReadOnly()`.
    static Result<std::unique_ptr<Workspace>> open(const Profile &profile);
    ~Workspace() override;

    virtual QString name() const = 0;
    virtual bool isReadOnly() const = 0;
    virtual QString readOnlyReason() const = 0; ///< sentence; empty when writable

    virtual Result<std::vector<RunRecord>> runs(const RunQuery &query) = 0;
    virtual Result<int> runCount() = 0;
    /// By id, by unique beginning of an id, or by name. Unknown: "run.unknown"; several: "run.ambiguous" with the candidates.
    virtual Result<RunRecord> resolveRun(const QString &word) = 0;
    /// Median duration in ms of a phase over the last ended runs of a target; nothing under 3 runs.
    virtual Result<std::optional<qint64>> usualPhaseMs(const QString &target, const QString &phase) = 0;

    /// Small settings of the workspace ("ui.language"), not secrets.
    virtual Result<Json> setting(const QString &key) = 0;
    virtual Result<> saveSetting(const QString &key, const Json &value) = 0;

Q_SIGNALS:
    /// Something was written, here or by another process. At most four a second; emitted on the workspace's own thread
    /// (the one that opened it), which needs an event loop for it.
    void changed();
    /// The state of isReadOnly() changed (disk full, space again).
    void readOnlyChanged();
};

} // namespace mooring
