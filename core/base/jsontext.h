#pragma once

#include "core/base/json.h"

#include <QByteArrayView>

namespace mooring {

/// Of what is read anywhere. A door to others may allow less: what it took is kept inside documents of our own, which
/// must be readable again.
constexpr int kDeepestJson = 200;

/// Nested deeper than `most` levels. What walks a tree, copies or compares it calls itself for each level, and would
/// overflow its stack: looked at before parsing.
bool isTooDeep(QByteArrayView json, int most = kDeepestJson);

/// Text from anywhere as JSON. Discarded (is_discarded()) when it is none, or isTooDeep(). Never throws.
Json readJson(QByteArrayView text);

} // namespace mooring
