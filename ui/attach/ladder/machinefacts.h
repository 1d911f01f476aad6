#pragma once

#include "core/targets/ladder.h"

#include <utility>
#include <vector>

namespace mooring {

/// What a check found of the thing itself, label and value: system, cores, memory, disk, and what it answered about
/// GPU, Python, conda and Docker. Kinds tell them under the same names (core/targets/README.md). A thing of which no
/// rung told any such fact: what each of its rungs answered.
std::vector<std::pair<QString, QString>> machineFacts(const LadderReport &report);
/// "kim@bench-3": who one is there, and what it calls itself; empty where that is not known.
QString placeOf(const LadderReport &report);

} // namespace mooring
