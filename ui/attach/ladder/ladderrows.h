#pragma once

#include "core/targets/targetkind.h"
#include "ui/widgets/ladder.h"

namespace mooring {

/// One rung as the ladder shows it.
LadderRow rowOf(const RungResult &rung);
std::vector<LadderRow> rowsOf(const std::vector<RungResult> &rungs);
/// The rungs of the target as they would run, each with its last result where there is one.
std::vector<LadderRow> rowsOf(const std::vector<Rung> &rungs, const std::optional<LadderReport> &last);
/// "5 passed, 1 warned, 1 skipped"; verdicts that nobody has are left out.
QString summaryOf(const std::vector<LadderRow> &rows);

} // namespace mooring
