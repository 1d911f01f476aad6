#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>

#include <deque>
#include <functional>
#include <optional>

namespace mooring {

/// Follows a log that can only be asked for from its end: what came before is found again by its last lines, each of
/// which stands with its time. Gives each line once, without the time. One thread.
class GroupLog
{
public:
    /// The last `tail` lines, each "2026-11-30T10:00:00.123Z text\n"; 0: all that there is. Nothing: the log is gone.
    using Ask = std::function<Result<std::optional<QByteArray>>(int tail)>;

    explicit GroupLog(Ask ask) : m_ask(std::move(ask)) {}

    /// What is new, as the program printed it. Only whole lines, with `last` also one that was not ended. A log that
    /// began anew, or of which more was printed than can be asked for, is given from its beginning.
    Result<QByteArray> readNew(bool last);
    bool isGone() const { return m_isGone; }

private:
    Ask m_ask;
    std::deque<QByteArray> m_seen; ///< the last lines, with their times
    bool m_isFirst = true, m_isGone = false;
};

/// Without the time at its beginning, when there is one.
QByteArray withoutTime(const QByteArray &line);

} // namespace mooring
