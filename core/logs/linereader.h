#pragma once

#include "core/logs/ansidecoder.h"
#include "core/logs/lineindex.h"
#include "core/logs/logfile.h"

#include <memory>
#include <vector>

namespace mooring {

/// One file and what is known of its lines. Copies share both; any thread may read.
struct LogContent
{
    std::shared_ptr<const LogFile> file;
    std::shared_ptr<const LineIndex> index;

    bool isOpen() const { return file && index; }
    LogEncoding encoding() const { return index->encoding(); }
};

/// What is laid out of one logical line, at most; the rest stays in the file and in every copy.
inline constexpr qint64 layoutLimit = 64 * 1024;

/// One line's bytes without its line end.
struct RawLine
{
    qint64 number = -1; ///< from 0; -1: not known yet
    qint64 offset = 0;
    qint64 length = 0;
    QByteArray head; ///< at most layoutLimit
    QByteArray tail; ///< the last layoutLimit bytes, of longer lines only
};

/// Lines `[first, first + count)` of what is indexed; fewer at its end.
std::vector<RawLine> readLines(const LogContent &content, qint64 first, int count);
/// The last lines before byte `end`, without an index: reads backward, at most 4 MiB, so a longer line is cut at its
/// front.
std::vector<RawLine> readLastLines(const LogFile &file, LogEncoding encoding, qint64 end, int count);

/// Byte where a line begins; the end of what is indexed for a line behind the last one.
qint64 offsetOfLine(const LogContent &content, qint64 line);
qint64 lineAtOffset(const LogContent &content, qint64 offset);

/// Lines over the limit show their head, or, when `\r` replaced their states, the last one.
DecodedLine decodeLine(const RawLine &line, LogEncoding encoding);

} // namespace mooring
