#pragma once

#include "core/runs/runfacts.h"

namespace mooring {

/// The `phases` of a record, from what it had (the snapshot's) and the events of the run's folder:
/// [{"phase","startedAt","endedAt","note"}] in the order snapshot, environment, queue, run, outputs; those that began.
Json runPhases(const Json &earlier, const RunFacts &run, const std::optional<QDateTime> &endedAt,
               const QString &environmentNote);

/// The phase that the run is in or in which it stopped: the last that began, but "outputs", which only collects. Empty:
/// none began.
QString reachedPhase(const Json &phases);

/// One entry.
Json runPhase(const char *phase, const std::optional<QDateTime> &startedAt, const std::optional<QDateTime> &endedAt,
              const QString &note);

} // namespace mooring
