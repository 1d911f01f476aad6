#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace mooring {

/// FIELD=VALUE of --set, split at the first "=".
Result<std::pair<QString, QString>> parseAssignment(const QString &option, const QString &text);

/// The value that a --secret means: "-" one line of stdin, "@FILE" (trailing newline removed), "env:VAR". Never the
/// value itself.
Result<QByteArray> readSecret(const QString &field, const QString &source);

} // namespace mooring
