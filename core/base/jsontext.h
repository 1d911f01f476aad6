#pragma once

#include "core/base/json.h"

#include <QByteArrayView>

namespace mooring {

/// Nested deeper than anything that is meant. What walks a tree, copies or compares it calls itself for each level, and
/// would overflow its stack: looked at before parsing.
bool isTooDeep(QByteArrayView json);

/// Text from anywhere as JSON. Discarded (is_discarded()) when it is none, or isTooDeep(). Never throws.
Json readJson(QByteArrayView text);

} // namespace mooring
