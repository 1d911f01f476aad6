#pragma once

#include "core/base/error.h"
#include "core/logs/linereader.h"

#include <QDateTime>

#include <memory>
#include <optional>

namespace mooring {

/// What a view wants to see. Newest wins.
struct LogWant
{
    static constexpr int mostStates = 200; ///< of an unfolded line

    qint64 firstLine = -1; ///< -1: the end of the log
    int count = 0;
    std::vector<qint64> unfolded; ///< lines whose replaced states are wanted too
    friend bool operator==(const LogWant &, const LogWant &) = default;
};

struct ShownLine
{
    qint64 number = -1; ///< from 0; -1: not known yet
    qint64 offset = 0;
    qint64 length = 0;
    DecodedLine decoded;
    std::vector<DecodedLine> states; ///< of an unfolded line: its newest states, oldest first, the last one included
};

/// The file was not continued but cut or exchanged; what is shown begins anew.
struct LogBreak
{
    enum class Kind { Truncated, Replaced };
    Kind kind = Kind::Truncated;
    QDateTime when; ///< UTC, when it was noticed
    qint64 bytesBefore = 0;
};

/// One consistent state of a log, made on the reader's thread; never changes afterwards.
struct LogSnapshot
{
    QString path;
    std::optional<Error> error; ///< nothing can be read: missing, forbidden, not a file
    LogContent content;         ///< for searches and copies; not open while there is an error
    int generation = 0;         ///< another one: earlier line numbers and offsets mean nothing any more
    qint64 size = 0;
    qint64 lines = 0;      ///< so far
    bool complete = false; ///< the index has reached the end; `lines` is all
    bool gone = false;     ///< the path leads nowhere now; the open file can still be read
    std::optional<LogBreak> lastBreak;
    qint64 grownAtMs = 0; ///< monotonic (QElapsedTimer) time of the last growth; 0: none seen

    LogWant want; ///< what the lines answer
    std::vector<ShownLine> window;
    bool atEnd = false; ///< the window ends with the last line

    QString liveText;       ///< last state of the unfinished line, at most 1000 characters
    qint64 liveUpdates = 0; ///< states of it that were replaced

    LogEncoding encoding() const { return content.isOpen() ? content.encoding() : LogEncoding::Utf8; }
};

} // namespace mooring
