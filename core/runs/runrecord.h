#pragma once

#include "core/runs/runsettings.h"
#include "core/runs/runstate.h"

#include <QDateTime>

#include <optional>

namespace mooring {

/// A cancel that a person asked for and the host has not been told yet.
struct CancelWish
{
    QDateTime at;
    int graceSeconds = 10;
    QString by; ///< the process that is carrying it out (see Submitter); empty: nobody
};

/// One run as the store keeps it and as every list, page and command shows it. A value; the truth is in the run's
/// folder.
struct RunRecord
{
    QString id;
    QString name;
    RunSettings settings; ///< target, script, experiment …
    RunState state = RunState::NotStarted;
    std::optional<int> exitCode;
    QString signal; ///< "SIGKILL", empty when none
    QString reason; ///< whole sentence: why it ended so, or why its state is unknown
    std::optional<QDateTime> createdAt, startedAt, endedAt, unknownSince;
    std::optional<qint64> outputSize;
    std::optional<qint64> pid; ///< of the supervisor on the target
    QString host;              ///< the machine's own name
    qint64 clockAheadMs = 0;   ///< how far the host's clock, which told started and ended, is ahead of ours; roughly
    QString submitter;         ///< the process that is preparing it (see Submitter); empty once it is started or ended
    std::optional<CancelWish> cancelWish;
    std::optional<QDateTime> outputsFetchedAt; ///< all of outputs/ was copied from the target by then, as it was
    Json environment;                          ///< {"kind","key","python","reason",…}
    Json snapshot;                             ///< {"files","totalSize","sha256"}
    Json logged;                               ///< of an ended run, as loggedSummary() reads it; null: not read yet
    Json phases = Json::array(); ///< [{"phase":"snapshot|environment|queue|run|outputs","startedAt","endedAt","note"}]

    /// Of `runs` (cli.md): without settings, environment, snapshot.
    Json toListJson() const;
    /// Of `show-run`.
    Json toFullJson() const;
    /// Everything, for the store.
    Json toStoreJson() const;
    static Result<RunRecord> fromStoreJson(const Json &value);

    QString experiment() const; ///< as set, else the name of the source folder
    /// Of an ended run, or until now. Nothing when not started, when the state is Unknown or the end was not seen.
    std::optional<qint64> durationMs() const;
};

} // namespace mooring
