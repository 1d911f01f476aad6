#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace mooring {

/// The words of one line as sh would part them: blanks, '…', "…" and backslashes. Nothing is expanded: $, * and ~ stay as they
/// stand. Errors: "arguments.openQuote", "arguments.openBackslash".
Result<QStringList> splitArguments(const QString &line);
/// The line that splitArguments() parts into these words; quotes only where they are needed.
QString joinArguments(const QStringList &words);

} // namespace mooring
