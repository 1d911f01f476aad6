#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>

#include <deque>
#include <functional>
#include <optional>

namespace mooring {

/// Follows a log that can only be asked for from its end: what came before is found again by its last lines. Gives each
/// line once. One thread.
class TailLog
{
public:
    /// Stamped: each line stands with the time at which it was printed, "2026-11-30T10:00:00.123Z text\n", and is given
    /// without. Plain: as they were printed; of lines that are all the same, new ones cannot be told from old ones.
    enum class Lines { Stamped, Plain };
    /// The last `tail` lines; 0: all that there is. Nothing: the log is gone.
    using Ask = std::function<Result<std::optional<QByteArray>>(int tail)>;

    explicit TailLog(Ask ask, Lines lines = Lines::Stamped) : m_ask(std::move(ask)), m_lines(lines) {}

    /// What is new, as the program printed it. Only whole lines, with `last` also one that was not ended. A log that
    /// began anew, or of which more was printed than can be asked for, is given from its beginning.
    Result<QByteArray> readNew(bool last);
    bool isGone() const { return m_isGone; }

private:
    Ask m_ask;
    Lines m_lines;
    std::deque<QByteArray> m_seen; ///< the last lines, with their times
    bool m_isFirst = true, m_isGone = false;
};

/// Without the time at its beginning, when there is one.
QByteArray withoutTime(const QByteArray &line);

} // namespace mooring
