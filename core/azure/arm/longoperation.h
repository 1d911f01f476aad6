#pragma once

#include "core/azure/arm/armclient.h"
#include "core/jobs/jobcontext.h"

#include <functional>

namespace mooring {

/// Follows a long-running operation to its end (async-operations of Azure Resource Manager; azure-docs
/// resource-manager/management/async-operations). Every event is a line of the context's log.
///
/// Where to look, in this order: Azure-AsyncOperation, Operation-Location (model management), Location, else the
/// resource itself with properties.provisioningState (absent means Succeeded). The addresses are used unchanged: their
/// query holds signatures. Ended: Succeeded, Failed, Canceled, in any case and also as Cancelled or TimedOut; any other
/// word is still running. HTTP 200 on the status address is no success: the body's word counts. Of Location, 202 is
/// running and any other 2xx is done.
struct LongOperation
{
    QString what;     ///< whole sentence for its failure: "The target could not be attached."
    ArmCall resource; ///< GET of the thing itself: asked when there is no address, and read again at the end
    std::chrono::milliseconds limit{std::chrono::minutes(40)};
    std::chrono::milliseconds pause{5000}; ///< where no Retry-After says it; Azure's own clients ask every 5 s
    std::function<Result<>()> onLook = {}; ///< before each look; its error ends the watching; empty: nothing
    bool isDelete = false;                 ///< done means: the resource answers 404; nothing is read again
};

/// From the reply that began it. Gives the resource as it is at the end (null after a delete). A failed operation is an
/// Error with the deepest cause ("azure.operationFailed"); its detail has the raw answer. Cancel ends the watching, not
/// the operation.
Result<Json> followOperation(const ArmClient &client, const WebReply &begun, const LongOperation &operation,
                             JobContext &context);

/// "Succeeded", "Failed" and "Canceled" for every way to write them; empty while it runs.
QString endOf(const QString &state);

/// The provisioning errors of a resource in both shapes, as an Error; nothing when there are none.
std::optional<Error> provisioningError(const Json &resource, const QString &what);

} // namespace mooring
