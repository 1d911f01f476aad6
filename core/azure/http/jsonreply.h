#pragma once

#include "core/azure/http/webmessage.h"
#include "core/base/json.h"

namespace mooring {

/// A document of somebody else's making: nested at most 100 deep ("azure.tooDeep"), bytes that are not UTF-8 replaced.
/// "azure.notJson" with the beginning of what came when it is none: a page of a proxy, an answer that was cut off.
Result<Json> parseJson(const QByteArray &body);

/// The document of a successful reply. An empty body is null. An answer that is a web page says so.
Result<Json> jsonOf(const WebReply &reply);

} // namespace mooring
