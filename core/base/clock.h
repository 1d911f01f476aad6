#pragma once

#include <QDateTime>
#include <QString>

namespace mooring {

/// Now, in UTC. Wall clock: for what is written down. Durations come from QElapsedTimer (monotonic).
QDateTime nowUtc();
/// "2026-11-24T07:33:59.123Z"
QString toIso(const QDateTime &time);
/// Milliseconds since the epoch to UTC.
QDateTime fromEpochMs(qint64 ms);

} // namespace mooring
