#include "core/base/clock.h"

namespace mooring {

QDateTime nowUtc() { return QDateTime::currentDateTimeUtc(); }
QString toIso(const QDateTime &time) { return time.toUTC().toString(Qt::ISODateWithMs); }
QDateTime fromEpochMs(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }

} // namespace mooring
