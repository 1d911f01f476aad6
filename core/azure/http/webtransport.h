#pragma once

#include "core/azure/http/webmessage.h"
#include "core/base/canceltoken.h"

#include <memory>

namespace mooring {

/// One exchange over the network: no redirect is followed, nothing is tried again, no cookie is kept or sent.
///
/// Blocks for at most the request's limit and honours the token: worker threads and the command line only.
/// Thread-safe. Codes: "azure.hostNotFound", "azure.unreachable", "azure.certificate", "azure.cutOff" (the answer ended
/// before its end), "azure.tooLarge", "azure.encoded", "azure.notHttps", "azure.timeLimit"; canceled.
class WebTransport
{
public:
    virtual ~WebTransport() = default;
    virtual Result<WebReply> exchange(const WebRequest &request, const CancelToken &cancel) = 0;

    /// The real one. `caPem`: certificates that are trusted beside the system's, for this transport only.
    /// "azure.caUnreadable" when there is none in it.
    static Result<std::shared_ptr<WebTransport>> make(const QByteArray &caPem = {});
};

} // namespace mooring
