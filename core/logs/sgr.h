#pragma once

#include "core/logs/ansidecoder.h"

#include <span>

namespace mooring {

/// Applies the parameters of one "select graphic rendition" sequence. What is unknown or incomplete changes nothing.
void applySgr(TextStyle &style, std::span<const int> parameters);

} // namespace mooring
