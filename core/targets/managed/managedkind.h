#pragma once

#include "core/targets/targetkind.h"

namespace mooring {

std::unique_ptr<TargetKind> makeManagedKind();

} // namespace mooring
