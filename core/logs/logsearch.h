#pragma once

#include "core/base/canceltoken.h"
#include "core/logs/linereader.h"

#include <functional>

namespace mooring {

/// Literal text, looked for in the raw bytes.
struct LogPattern
{
    std::vector<QByteArray> needles;
    bool ignoreCase = false; ///< of A to Z
    int unit = 1;            ///< bytes of a code unit: a match must be aligned to it

    bool isEmpty() const { return needles.empty(); }
};

/// Small letters find large ones too; a large letter makes it exact.
LogPattern literalPattern(const QString &text, LogEncoding encoding);
/// What usually begins an error in the log of a training run.
LogPattern errorPattern(LogEncoding encoding);

/// Calls `hit` with the number of every line in the bytes `[from, to)` that matches, ascending, each once; `hit`
/// returns false to end. Canceled within one block of 1 MiB. A match that a colour sequence cuts in two is not found.
void searchLines(const LogContent &content, const LogPattern &pattern, qint64 from, qint64 to,
                 const CancelToken &cancel, const std::function<bool(qint64 line)> &hit);

} // namespace mooring
