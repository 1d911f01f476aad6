#pragma once

#include "core/practice/server/labmessage.h"
#include "core/practice/world/labworld.h"

namespace mooring {

inline constexpr const char *kBatchMetadata = "odata.metadata";

/// BatchError as the service writes it.
LabReply batchRefusal(const LabRequest &request, int status, const char *code, const QString &message);
/// What was added answers with its address and an empty body.
LabReply batchAdded(const LabRequest &request, const QString &path);
/// Address, ETag and times, which every document has.
void addBatchCommon(Json &document, const LabWorld &world, const QString &path, const QDateTime &at);

} // namespace mooring
