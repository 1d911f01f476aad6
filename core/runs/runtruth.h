#pragma once

#include "core/runs/runfacts.h"
#include "core/runs/runstate.h"

namespace mooring {

/// What follows from the facts about a run that was started.
struct RunTruth
{
    RunState state = RunState::Unknown;
    std::optional<int> exitCode;
    QString signal; ///< "SIGKILL", empty when none
    QString reason; ///< whole sentence; empty for what needs none
    std::optional<QDateTime> startedAt, endedAt;
    std::optional<qint64> pid;
    bool supervisorDied = false; ///< its helpers may need to be ended
};

/// Pure, and total: whatever stands in the folder gives a state, Unknown with a reason where nothing can be concluded.
/// `timeLimitSeconds` only for the sentence.
RunTruth judgeRun(const RunFacts &run, const HostFacts &host, std::optional<int> timeLimitSeconds);

} // namespace mooring
