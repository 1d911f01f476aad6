#include "core/logs/linereader.h"

#include <algorithm>

namespace mooring {

namespace {

constexpr qint64 blockSize = 256 * 1024;
constexpr qint64 mostBackward = 4 * 1024 * 1024;

/// A window over the file that moves forward with whoever reads.
class Block
{
public:
    Block(const LogFile &file, qint64 limit) : m_file(file), m_limit(limit) {}

    /// Bytes from `offset` on: at least `need` of them unless the limit comes first.
    QByteArrayView from(qint64 offset, qint64 need)
    {
        need = std::min(need, m_limit - offset);
        if (offset < m_start || offset + need > m_start + m_bytes.size()) {
            m_bytes = m_file.read(offset, std::min(blockSize, m_limit - offset));
            m_start = offset;
        }
        return QByteArrayView(m_bytes).sliced(std::min(qsizetype(offset - m_start), m_bytes.size()));
    }

private:
    const LogFile &m_file;
    const qint64 m_limit;
    QByteArray m_bytes;
    qint64 m_start = 0;
};

struct Extent
{
    qint64 length = 0; ///< without the line end
    qint64 next = 0;   ///< where the following line begins
};

/// A line that does not end within one block ends where the next mark stands: LineIndex promises one there.
Extent extentOf(const LogContent &content, Block &block, qint64 start, qint64 limit)
{
    QByteArrayView bytes = block.from(start, 1);
    Newline at = nextNewline(bytes, 0, start, content.encoding());
    if (at.begin < 0 && bytes.size() < std::min(blockSize, limit - start)) {
        bytes = block.from(start, blockSize);
        at = nextNewline(bytes, 0, start, content.encoding());
    }
    if (at.begin >= 0)
        return {at.begin, start + at.end};
    const LineIndex::Mark mark = content.index->markAfterOffset(start);
    if (start + bytes.size() >= limit || mark.line < 0 || mark.offset > limit)
        return {limit - start, limit};
    return {mark.offset - unitSize(content.encoding()) - start, mark.offset};
}

/// Start of the line, by counting line ends from the mark before it.
qint64 startFrom(const LogContent &content, LineIndex::Mark mark, qint64 line, qint64 limit)
{
    Block block(*content.file, limit);
    while (mark.line < line && mark.offset < limit) {
        mark.offset = extentOf(content, block, mark.offset, limit).next;
        ++mark.line;
    }
    return mark.offset;
}

RawLine rawLine(const LogFile &file, Block &block, qint64 number, qint64 start, qint64 length)
{
    RawLine line{number, start, length, {}, {}};
    const qint64 headSize = std::min(length, layoutLimit);
    const QByteArrayView bytes = block.from(start, headSize);
    line.head = bytes.first(std::min(qsizetype(headSize), bytes.size())).toByteArray();
    if (length > layoutLimit)
        line.tail = file.read(start + length - layoutLimit, layoutLimit);
    return line;
}

} // namespace

std::vector<RawLine> readLines(const LogContent &content, qint64 first, int count)
{
    std::vector<RawLine> lines;
    const qint64 limit = content.index->indexedBytes();
    first = std::max<qint64>(first, 0);
    qint64 start = startFrom(content, content.index->markBeforeLine(first), first, limit);
    Block block(*content.file, limit);
    for (qint64 number = first; start < limit && int(lines.size()) < count; ++number) {
        const Extent extent = extentOf(content, block, start, limit);
        if (extent.next <= start)
            break; // the file shrank under us; the follower will notice
        lines.push_back(rawLine(*content.file, block, number, start, extent.length));
        start = extent.next;
    }
    return lines;
}

std::vector<RawLine> readLastLines(const LogFile &file, LogEncoding encoding, qint64 end, int count)
{
    end -= end % unitSize(encoding);
    for (qint64 size = layoutLimit;; size *= 4) {
        const qint64 start = std::max<qint64>(end - std::min(size, mostBackward), 0);
        const QByteArray bytes = file.read(start, end - start);
        std::vector<RawLine> lines;
        qsizetype from = 0;
        while (from < bytes.size()) {
            const Newline at = nextNewline(bytes, from, start, encoding);
            const qsizetype stop = at.begin < 0 ? bytes.size() : at.begin;
            RawLine line{
                -1, start + from, stop - from, bytes.mid(from, std::min<qsizetype>(stop - from, layoutLimit)), {}};
            if (line.length > layoutLimit)
                line.tail = bytes.mid(stop - layoutLimit, layoutLimit);
            lines.push_back(std::move(line));
            from = at.begin < 0 ? bytes.size() : at.end;
        }
        const bool whole = start == 0 || int(lines.size()) > count;
        if (!whole && size < mostBackward)
            continue;
        if (start > 0 && lines.size() > 1)
            lines.erase(lines.begin()); // it began before what was read
        if (int(lines.size()) > count)
            lines.erase(lines.begin(), lines.end() - count);
        return lines;
    }
}

qint64 offsetOfLine(const LogContent &content, qint64 line)
{
    return startFrom(content, content.index->markBeforeLine(line), line, content.index->indexedBytes());
}

qint64 lineAtOffset(const LogContent &content, qint64 offset)
{
    const LineIndex::Mark mark = content.index->markBeforeOffset(offset);
    // Every line that begins further behind the mark is a mark itself, so more need not be read.
    const qint64 size = std::min(offset - mark.offset, LineIndex::markBytes);
    const QByteArray bytes = content.file->read(mark.offset, size);
    qint64 line = mark.line;
    for (Newline at = nextNewline(bytes, 0, mark.offset, content.encoding()); at.begin >= 0;
         at = nextNewline(bytes, at.end, mark.offset, content.encoding()))
        ++line;
    return line;
}

DecodedLine decodeLine(const RawLine &line, LogEncoding encoding)
{
    if (line.tail.isEmpty())
        return decodeAnsi(decodeText(line.head, encoding));
    // The tail may begin inside a character or a sequence: only what follows a carriage return is certain.
    const QByteArrayView tail(line.tail);
    const bool endsWithReturn = tail.back() == '\r';
    const qsizetype at = encoding == LogEncoding::Utf8 ? tail.chopped(endsWithReturn ? 1 : 0).indexOf('\r') : -1;
    if (at >= 0) {
        DecodedLine last = decodeAnsi(decodeText(tail.sliced(at + 1), encoding));
        last.updates = -1;
        return last;
    }
    DecodedLine head = decodeAnsi(decodeText(line.head, encoding));
    head.hiddenBytes = line.length - line.head.size();
    return head;
}

} // namespace mooring
