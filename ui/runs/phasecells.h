#pragma once

#include "core/runs/runrecord.h"
#include "ui/widgets/phasebar.h"

#include <map>

namespace mooring {

/// "snapshot", "environment", "queue", "run", "outputs": the stable words, in order.
QStringList runPhaseNames();

/// The five cells of the phase bar for a run at a time. `usual`: usual ms of a phase, where known.
std::vector<PhaseCell> phaseCells(const RunRecord &run, const std::map<QString, qint64> &usual, const QDateTime &now);

} // namespace mooring
