#pragma once

#include "core/base/canceltoken.h"
#include "core/logs/linereader.h"

namespace mooring {

/// A place in the text as it is shown: column in UTF-16 units of the decoded line.
struct LogPosition
{
    qint64 line = 0;
    qsizetype column = 0;
    friend auto operator<=>(const LogPosition &, const LogPosition &) = default;
};

/// What a clipboard takes at most; beyond it the text is saved, not copied.
inline constexpr qint64 copyLimit = 64 * 1000 * 1000;

/// The text between two places: the characters that the program printed, without colour sequences and replaced states.
/// Whole lines come entirely, beyond the layout limit too. Over `limit` bytes of the file: "log.copyTooLarge".
Result<QString> copyText(const LogContent &content, LogPosition from, LogPosition to, qint64 limit = copyLimit);
/// The bytes of whole lines `[first, last]` as the file has them, as text: sequences, replaced states and all.
Result<QString> copyRaw(const LogContent &content, qint64 first, qint64 last, qint64 limit = copyLimit);

/// Bytes `[from, to)` into a new file, identical, whole or not at all. Returns how many. Canceled within 4 MiB.
Result<qint64> saveBytes(const LogContent &content, qint64 from, qint64 to, const QString &destination,
                         const CancelToken &cancel);

} // namespace mooring
