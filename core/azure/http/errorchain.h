#pragma once

#include "core/azure/http/webmessage.h"
#include "core/base/json.h"

namespace mooring {

/// One link of a nested error, as the service wrote it.
struct ErrorLink
{
    QString code;
    QString message;
};

/// The errors in a body from the outermost to the deepest. Reads the envelope of Azure Resource Manager
/// (common-types v3 ErrorResponse: error, details, also innererror and JSON inside a message), both shapes of
/// provisioningErrors (the schema's {"error":{…}} and the service's flat one with an inner "error"), OAuth's
/// error/error_description, Batch's message.value, Databricks' error_code, and the XML of blob storage. Empty: none
/// found.
std::vector<ErrorLink> errorChain(const Json &body);
std::vector<ErrorLink> errorChain(const QByteArray &body);

/// What a refusal means: `message` is `what` as a whole sentence ("The workspace could not be read."), the cause is the
/// deepest error, the detail has status, the service's own code, the chain, the ids to give to support, and the raw
/// reply without its secrets. Codes: "azure.unauthorized" (401), "azure.forbidden", "azure.notFound",
/// "azure.conflict", "azure.throttled", "azure.unavailable" (502 to 504), "azure.refused" (all others).
Error errorOf(const WebReply &reply, const QString &what);

} // namespace mooring
