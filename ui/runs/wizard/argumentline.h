#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace mooring {

/// The words of one line as sh would part them: blanks, '…', "…" and backslashes. Nothing is expanded: $, * and ~ stay
/// as they stand. What shellCommand() joined comes out as it was. Errors: "arguments.openQuote",
/// "arguments.openBackslash".
Result<QStringList> splitArguments(const QString &line);

} // namespace mooring
