#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>

#include <map>
#include <optional>
#include <vector>

namespace mooring {

/// One line of a run's `events`.
struct RunEvent
{
    QDateTime at;
    QByteArray word; ///< "preparing", "running", "finalizing", "ended"
};

/// What state.sh saw of one run, as it stood there: nothing is believed yet. Absent: there was no such file.
struct RunFacts
{
    bool missing = false;     ///< no such folder
    bool unreachable = false; ///< not even the folder of all runs
    bool claimed = false;     ///< somebody made start.lock
    bool cancel = false, timedOut = false, buildFailed = false;
    bool outOfMemory = false; ///< the kernel ended the run's container, whose memory was full
    std::optional<QByteArray> pid, start, recordedBoot, exit;
    QByteArray liveState, liveStart;     ///< of the process with that pid; empty when there is none
    std::optional<QByteArray> survivors; ///< a number or "?": only when the supervisor does not live
    std::optional<QDateTime> exitTime;   ///< only when no event tells the end
    std::vector<RunEvent> events;

    std::optional<QDateTime> timeOf(const char *word) const;
};

/// The answer of state.sh. A run whose part was cut off is not in `runs`.
struct HostFacts
{
    QDateTime now;
    QByteArray boot;
    QString host;
    std::map<QString, RunFacts> runs;
};

/// Total: any bytes give facts or an Error ("host.badAnswer" when it is not an answer of state.sh at all).
Result<HostFacts> parseHostFacts(const QByteArray &text);

} // namespace mooring
