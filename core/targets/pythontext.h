#pragma once

#include <QString>

namespace mooring {

/// A text as Python reads it: in double quotes, with escapes.
QString pythonText(const QString &text);

} // namespace mooring
