#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labworld.h"

namespace mooring {

/// The status and result addresses of long-running operations (async-operations of the resource manager).
void addOperationRoutes(LabRoutes &routes, const LabWorld &world);

enum class OperationHeaders { Status, Location, Both };
/// Adds Azure-AsyncOperation, Location or both, and Retry-After, to the reply that begins an operation.
LabReply withOperation(LabReply reply, const LabRequest &request, const QString &provider, const QString &operation,
                       OperationHeaders headers);

} // namespace mooring
