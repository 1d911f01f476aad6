#pragma once

#include "core/logs/logencoding.h"

#include <mutex>
#include <vector>

namespace mooring {

/// Where the lines of a file begin, sparsely: a mark at every 64th line, and at the first line that begins 256 KiB or
/// more after the last mark. So a line's start is at most 64 short lines or 256 KiB behind a mark, the end of a longer
/// line is always a mark itself, and a line costs about 0.25 bytes. One thread appends; any thread asks. Line numbers
/// count from 0 and have 64 bits.
class LineIndex
{
public:
    struct Mark
    {
        qint64 line = 0;
        qint64 offset = 0;
        friend bool operator==(const Mark &, const Mark &) = default;
    };
    static constexpr qint64 markLines = 64;
    static constexpr qint64 markBytes = 256 * 1024;

    explicit LineIndex(LogEncoding encoding = LogEncoding::Utf8);

    LogEncoding encoding() const { return m_encoding; }
    /// The bytes that follow what is indexed so far; whole code units.
    void append(QByteArrayView block);

    qint64 indexedBytes() const;
    /// A last line without a line end counts when it has bytes.
    qint64 lineCount() const;
    /// Where the bytes after the last line end begin.
    qint64 unfinishedStart() const;
    /// Carriage returns in the unfinished line that something follows.
    qint64 unfinishedUpdates() const;

    /// The last mark at or before it.
    Mark markBeforeLine(qint64 line) const;
    Mark markBeforeOffset(qint64 offset) const;
    /// The first mark behind the offset; line is -1 when there is none.
    Mark markAfterOffset(qint64 offset) const;

    qint64 memoryUse() const;

private:
    void countUpdates(QByteArrayView block, qint64 blockStart, qint64 lineStart);

    const LogEncoding m_encoding;
    mutable std::mutex m_mutex;
    std::vector<Mark> m_marks{Mark{}};
    qint64 m_bytes = 0;
    qint64 m_lineEnds = 0;
    qint64 m_lineStart = 0;
    qint64 m_returns = 0;
    bool m_endsWithReturn = false;
};

} // namespace mooring
