#include "core/logs/lineindex.h"

#include <algorithm>
#include <cstring>

namespace mooring {

LineIndex::LineIndex(LogEncoding encoding) : m_encoding(encoding) {}

void LineIndex::append(QByteArrayView block)
{
    // Only this thread writes, so the scan itself needs no lock; readers wait only for the few new marks.
    std::vector<Mark> found;
    Mark last = m_marks.back();
    qint64 lineEnds = m_lineEnds;
    qint64 lineStart = m_lineStart;
    for (Newline at = nextNewline(block, 0, m_bytes, m_encoding); at.begin >= 0;
         at = nextNewline(block, at.end, m_bytes, m_encoding)) {
        ++lineEnds;
        lineStart = m_bytes + at.end;
        if (lineEnds - last.line >= markLines || lineStart - last.offset >= markBytes) {
            last = {lineEnds, lineStart};
            found.push_back(last);
        }
    }
    const std::lock_guard lock(m_mutex);
    countUpdates(block, m_bytes, lineStart);
    m_marks.insert(m_marks.end(), found.begin(), found.end());
    m_lineEnds = lineEnds;
    m_lineStart = lineStart;
    m_bytes += block.size();
}

void LineIndex::countUpdates(QByteArrayView block, qint64 blockStart, qint64 lineStart)
{
    qsizetype from = 0;
    if (lineStart > m_lineStart) {
        m_returns = 0;
        m_endsWithReturn = false;
        from = qsizetype(lineStart - blockStart);
    }
    const char *const data = block.data();
    while (from < block.size()) {
        const void *hit = std::memchr(data + from, '\r', static_cast<size_t>(block.size() - from));
        if (!hit)
            break;
        ++m_returns;
        from = static_cast<const char *>(hit) - data + 1;
    }
    if (!block.isEmpty())
        m_endsWithReturn = block.back() == '\r';
}

qint64 LineIndex::indexedBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

qint64 LineIndex::lineCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_lineEnds + (m_lineStart < m_bytes ? 1 : 0);
}

qint64 LineIndex::unfinishedStart() const
{
    const std::lock_guard lock(m_mutex);
    return m_lineStart;
}

qint64 LineIndex::unfinishedUpdates() const
{
    const std::lock_guard lock(m_mutex);
    return m_returns - (m_endsWithReturn ? 1 : 0);
}

LineIndex::Mark LineIndex::markBeforeLine(qint64 line) const
{
    const std::lock_guard lock(m_mutex);
    const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), line,
                                        [](qint64 value, const Mark &mark) { return value < mark.line; });
    return after == m_marks.begin() ? Mark{} : *std::prev(after);
}

LineIndex::Mark LineIndex::markBeforeOffset(qint64 offset) const
{
    const std::lock_guard lock(m_mutex);
    const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), offset,
                                        [](qint64 value, const Mark &mark) { return value < mark.offset; });
    return after == m_marks.begin() ? Mark{} : *std::prev(after);
}

LineIndex::Mark LineIndex::markAfterOffset(qint64 offset) const
{
    const std::lock_guard lock(m_mutex);
    const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), offset,
                                        [](qint64 value, const Mark &mark) { return value < mark.offset; });
    return after == m_marks.end() ? Mark{-1, -1} : *after;
}

qint64 LineIndex::memoryUse() const
{
    const std::lock_guard lock(m_mutex);
    return qint64(sizeof(*this) + m_marks.capacity() * sizeof(Mark));
}

} // namespace mooring
