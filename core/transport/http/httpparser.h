#pragma once

#include "core/transport/http/httpmessage.h"

#include <memory>
#include <string_view>

namespace mooring {

/// Reads one HTTP/1 answer from pieces of any size. Holds the head and nothing of the body: that goes to `onBody` as
/// it comes, decoded from chunks.
class HttpParser
{
public:
    using OnBody = std::function<void(std::string_view)>;

    /// `headOnly`: the answer to HEAD, which has no body whatever its head says.
    HttpParser(OnBody onBody, bool headOnly);
    ~HttpParser();
    Q_DISABLE_COPY_MOVE(HttpParser)

    /// Code "socket.badAnswer" when it is not HTTP, a head is over 64 KiB, a chunk is malformed.
    Result<> feed(std::string_view bytes);
    /// The connection ended. An answer without a length is complete by that; any other is cut off
    /// ("socket.badAnswer").
    Result<> end();

    bool hasHead() const;
    bool isDone() const;
    const HttpHead &head() const { return m_head; }

private:
    class Beast;
    std::unique_ptr<Beast> m_beast;
    HttpHead m_head;
};

} // namespace mooring
