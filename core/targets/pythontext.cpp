#include "core/targets/pythontext.h"

#include "core/base/json.h"

namespace mooring {

// The escapes of JSON are escapes of Python.
QString pythonText(const QString &text) { return QString::fromUtf8(toBytes(Json(toStd(text)))); }

} // namespace mooring
