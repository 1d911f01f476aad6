#pragma once

#include "app/cli/commandline.h"

namespace mooring {

/// `compute usage`: what was seen of a managed compute, day by day, newest last. `price`: what a node hour costs from
/// now on, "none" forgets it.
Result<int> printComputeUsage(CommandContext &context, MlTargets &ml, const QString &name, int days,
                              const std::optional<std::string> &price);

} // namespace mooring
