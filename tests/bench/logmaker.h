#pragma once

#include <QString>

namespace mooring::bench {

/// A log of about this many bytes, 96 bytes a line on average, like a training run prints; the same each time. False:
/// no room.
bool makeLog(const QString &path, qint64 bytes);

} // namespace mooring::bench
