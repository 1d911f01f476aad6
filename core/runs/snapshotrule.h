#pragma once

#include "core/runs/ignorerules.h"

namespace mooring {

/// Which rule kept a path out of a snapshot, by the ignore files that went along with it; nothing when no rule did.
/// `folder`: the snapshot on this computer. Reads the ignore files of the folders above the path, and blocks for it.
std::optional<IgnoreDecision> ruleAgainst(const QString &folder, const QByteArray &path);

} // namespace mooring
