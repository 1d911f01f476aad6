#pragma once

#include "core/base/result.h"

#include <QString>

namespace mooring {

/// Writes a copy of the sample project that belongs to the person, whole or not at all, and gives its folder. A folder
/// that is there already and holds anything is left exactly as it is.
Result<QString> writeSample(const QString &folder);

} // namespace mooring
