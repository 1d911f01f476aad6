#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace mooring {

using WebHeaders = std::vector<std::pair<QByteArray, QByteArray>>; ///< in the order of the message

/// One call to a web service. The token stands apart from the headers: it goes to the origin of `url` and to no other.
struct WebRequest
{
    QByteArray method = "GET";
    QUrl url;
    WebHeaders headers = {}; ///< without Authorization
    QByteArray bearer = {};  ///< access token; empty: none is sent
    QByteArray body = {};
    QByteArray contentType = {};
    std::chrono::milliseconds limit{60'000};     ///< of one exchange
    std::chrono::milliseconds patience{120'000}; ///< of all waiting for 429 and 503 together
    qint64 bodyLimit = 32 * 1024 * 1024;         ///< bytes of an answer; more is an error
    bool isDirect = false;                       ///< never through a proxy (managed identity)
    bool isHeadOnly() const { return method == "HEAD"; }
};

/// What came back. Any status is an answer; see errorOf() for what a refusal says.
struct WebReply
{
    int status = 0;
    WebHeaders headers;
    QByteArray body;
    QUrl url; ///< that answered, after redirects
    QByteArray method;
    QString clientRequestId; ///< that we sent: x-ms-client-request-id

    bool isSuccess() const { return status >= 200 && status < 300; }
    /// Of the first header of that name, without regard to case; empty when there is none.
    QByteArray header(const QByteArray &name) const;
    /// x-ms-request-id, or request-id of Batch.
    QString requestId() const;
    QString correlationId() const; ///< x-ms-correlation-request-id
    /// Of the Date header: what the other clock shows.
    std::optional<QDateTime> serverTime() const;
};

/// "Mon, 23 Nov 2026 01:00:00 GMT" (RFC 9110 5.6.7), UTC; nothing when it is not so.
std::optional<QDateTime> httpDate(const QByteArray &text);
/// Scheme, host and port, without regard to case, with the scheme's own port where none is given. The rule for
/// redirects, nextLink and status addresses: what is not the same origin is not asked.
bool isSameOrigin(const QUrl &one, const QUrl &other);
/// Host, with the port where it is not the scheme's own: what a person has to look at when it does not answer.
QString placeOf(const QUrl &url);
/// 127.0.0.0/8, ::1 and localhost: the only places, beside the instance metadata address, that may be asked without
/// TLS.
bool isLoopback(const QUrl &url);

} // namespace mooring
