#pragma once

#include "core/transport/http/bytestream.h"
#include "core/transport/http/httpmessage.h"

#include <string_view>

namespace mooring {

/// How long and how much an exchange may take.
struct HttpLimits
{
    std::chrono::milliseconds idle{30000}; ///< without a byte
    std::chrono::milliseconds total{0}; ///< from the first byte of the request to the last of the answer; 0: no limit
    qint64 body = 64 * 1024 * 1024;     ///< bytes of a body that is kept; more is an error
};

/// What becomes of a body that is not kept. Called on the calling thread, in order.
class BodySink
{
public:
    virtual ~BodySink() = default;
    /// Before the body. False: the body is kept in the answer instead, as for an error.
    virtual bool wants(const HttpHead &head) { return head.isSuccess(); }
    /// False: enough, the exchange ends there without an error.
    virtual Result<bool> take(std::string_view bytes) = 0;
};

/// Sends the request and reads the answer on a connection that is used for this alone. A status is an answer, not an
/// Error. Codes: those of the stream, "socket.badAnswer" (not HTTP, cut off, longer than the limit).
Result<HttpAnswer> exchange(ByteStream &stream, const HttpRequest &request, const HttpLimits &limits,
                            const CancelToken &cancel, BodySink *sink = nullptr);

} // namespace mooring
