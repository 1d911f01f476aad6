#pragma once

#include "core/azure/http/webtransport.h"
#include "core/base/json.h"

#include <functional>

namespace mooring {

/// Calls of web services as Azure wants them: correlation ids, redirects within one origin, patience with 429 and 503.
///
/// Blocks and honours the token: worker threads and the command line only. Thread-safe. Codes: those of WebTransport,
/// "azure.redirect" (to another origin, or without end).
class WebClient
{
public:
    /// Sees every exchange, on the calling thread, in order: for recordings. Secrets are in it.
    using Observer = std::function<void(const WebRequest &, const WebReply &)>;
    /// Told before each pause, with a whole sentence.
    using OnPause = std::function<void(const QString &)>;

    explicit WebClient(std::shared_ptr<WebTransport> transport, Observer observer = {})
        : m_transport(std::move(transport)), m_observer(std::move(observer))
    {
    }

    /// Any status is an answer. At most 5 redirects, to the same origin only. 429 is repeated after Retry-After
    /// (seconds or a date), else after 1, 2, 4 … s, at most 5 times and within the request's patience; so is 503, 502
    /// and 504 where asking twice does no harm (all methods but POST and PATCH). A Retry-After beyond the patience ends
    /// it at once.
    Result<WebReply> send(const WebRequest &request, const CancelToken &cancel, const OnPause &onPause = {}) const;
    /// The document of a 2xx answer (null when empty); anything else is errorOf(reply, what).
    Result<Json> json(const WebRequest &request, const QString &what, const CancelToken &cancel,
                      const OnPause &onPause = {}) const;

private:
    Result<WebReply> sendOnce(WebRequest request, const CancelToken &cancel) const;

    std::shared_ptr<WebTransport> m_transport;
    Observer m_observer;
};

/// What Retry-After asks for (RFC 9110 10.2.3: seconds, or a date); nothing when absent or unreadable.
std::optional<std::chrono::milliseconds> retryAfter(const WebReply &reply);

} // namespace mooring
