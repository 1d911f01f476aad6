#include "core/logs/logsearch.h"

#include <algorithm>
#include <cstring>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 1024 * 1024;

void lowerAscii(char *data, qsizetype size)
{
    for (qsizetype i = 0; i < size; ++i)
        data[i] = char(data[i] | (uchar(data[i] - 'A') < 26 ? 0x20 : 0));
}

/// Where the needles stand in one block; remembers each one's next place, so that a rare needle is looked for once.
class Matches
{
public:
    Matches(const LogPattern &pattern, QByteArrayView block, qint64 offset)
        : m_pattern(pattern), m_block(block), m_offset(offset), m_next(pattern.needles.size(), -2)
    {
    }

    /// First match at or after `from`; -1: none.
    qsizetype next(qsizetype from)
    {
        qsizetype best = -1;
        for (size_t i = 0; i < m_next.size(); ++i) {
            if (m_next[i] == -2 || (m_next[i] >= 0 && m_next[i] < from))
                m_next[i] = find(m_pattern.needles[i], from);
            if (m_next[i] >= 0 && (best < 0 || m_next[i] < best))
                best = m_next[i];
        }
        return best;
    }

private:
    qsizetype find(const QByteArray &needle, qsizetype from) const
    {
        while (from < m_block.size()) {
            const void *hit = ::memmem(m_block.data() + from, size_t(m_block.size() - from), needle.constData(),
                                       size_t(needle.size()));
            if (!hit)
                return -1;
            const qsizetype at = static_cast<const char *>(hit) - m_block.data();
            if ((m_offset + at) % m_pattern.unit == 0)
                return at;
            from = at + 1;
        }
        return -1;
    }

    const LogPattern &m_pattern;
    const QByteArrayView m_block;
    const qint64 m_offset;
    std::vector<qsizetype> m_next;
};

qint64 countLineEnds(QByteArrayView bytes, qint64 offset, LogEncoding encoding)
{
    qint64 count = 0;
    for (Newline at = nextNewline(bytes, 0, offset, encoding); at.begin >= 0;
         at = nextNewline(bytes, at.end, offset, encoding))
        ++count;
    return count;
}

/// Reports the block's hits. `last` is the last line reported. False: `hit` wants no more.
bool searchBlock(const LogContent &content, const LogPattern &pattern, const QByteArray &raw, QByteArrayView searched,
                 qint64 offset, qint64 &last, const std::function<bool(qint64)> &hit)
{
    Matches matches(pattern, searched, offset);
    qint64 line = -1;
    qsizetype counted = 0;
    for (qsizetype at = matches.next(0); at >= 0;) {
        if (line < 0)
            line = lineAtOffset(content, offset + at);
        else
            line +=
                countLineEnds(QByteArrayView(raw).sliced(counted, at - counted), offset + counted, content.encoding());
        counted = at;
        if (line > last && !hit(line))
            return false;
        last = std::max(last, line);
        const Newline end = nextNewline(raw, at, offset, content.encoding());
        if (end.begin < 0)
            return true;
        at = matches.next(end.end);
    }
    return true;
}

} // namespace

LogPattern literalPattern(const QString &text, LogEncoding encoding)
{
    LogPattern pattern;
    pattern.unit = unitSize(encoding);
    if (text.isEmpty())
        return pattern;
    QByteArray needle = encodeText(text, encoding);
    pattern.ignoreCase = std::none_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; }) &&
                         encoding == LogEncoding::Utf8;
    pattern.needles.push_back(std::move(needle));
    return pattern;
}

LogPattern errorPattern(LogEncoding encoding)
{
    LogPattern pattern;
    pattern.unit = unitSize(encoding);
    for (const QString &word : {u"Traceback (most recent call last)"_s, u"ERROR"_s, u"Error:"_s, u"error:"_s})
        pattern.needles.push_back(encodeText(word, encoding));
    return pattern;
}

void searchLines(const LogContent &content, const LogPattern &pattern, qint64 from, qint64 to,
                 const CancelToken &cancel, const std::function<bool(qint64 line)> &hit)
{
    if (pattern.isEmpty())
        return;
    qsizetype longest = 0;
    for (const QByteArray &needle : pattern.needles)
        longest = std::max(longest, needle.size());
    qint64 last = -1;
    // Blocks overlap by the longest needle, so that none is cut; one hit a line makes the overlap harmless.
    for (qint64 offset = from; offset < to && !cancel.isCanceled();) {
        const QByteArray raw = content.file->read(offset, std::min(blockSize + longest, to - offset));
        QByteArray lowered;
        if (pattern.ignoreCase) {
            lowered = raw;
            lowerAscii(lowered.data(), lowered.size());
        }
        if (!searchBlock(content, pattern, raw, pattern.ignoreCase ? lowered : raw, offset, last, hit))
            return;
        if (raw.size() < longest || offset + raw.size() >= to)
            return;
        offset += raw.size() - longest + 1;
        offset -= offset % pattern.unit;
    }
}

} // namespace mooring
