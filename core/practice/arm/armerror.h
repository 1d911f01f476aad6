#pragma once

#include "core/practice/server/labmessage.h"

namespace mooring {

/// {"code","message"} and, where there is more, "details": ErrorDetail of the common types v3.
Json armErrorDetail(const char *code, const QString &message, Json details = nullptr);
/// {"error":{…}}
LabReply armError(int status, const char *code, const QString &message, Json details = nullptr);
LabReply notFound(const QString &what);

} // namespace mooring
