#pragma once

#include "core/transport/http/httpmessage.h"

#include <memory>
#include <string_view>

namespace mooring {

/// Reads HTTP/1 requests from pieces of any size, one after the other on the same connection: for what answers on
/// this computer. A body is kept, up to a limit.
class HttpRequestParser
{
public:
    explicit HttpRequestParser(qint64 bodyLimit);
    ~HttpRequestParser();
    Q_DISABLE_COPY_MOVE(HttpRequestParser)

    /// Code "socket.badRequest" when it is not HTTP, a head is over 64 KiB, the body is over the limit.
    Result<> feed(std::string_view bytes);

    bool isDone() const;
    /// The head is there and asks for "100 Continue" before the body comes (RFC 9110 10.1.1). Once.
    bool wantsContinue();
    bool isKeptAlive() const;
    /// The whole request. What came behind it begins the next one, which may be done already.
    HttpRequest take();

private:
    class Beast;
    void begin();

    const qint64 m_bodyLimit;
    std::unique_ptr<Beast> m_beast;
    HttpRequest m_request;
    std::string m_rest;
    bool m_tooLarge = false, m_continued = false;
};

} // namespace mooring
