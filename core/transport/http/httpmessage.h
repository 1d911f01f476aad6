#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>
#include <utility>
#include <vector>

namespace mooring {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>; ///< in the order of the message

struct HttpRequest
{
    QByteArray method = "GET";
    QByteArray target = "/"; ///< path and query, encoded
    QByteArray host = "localhost";
    HttpHeaders headers = {};
    QByteArray body = {};
    /// Gives the body piece by piece, an empty piece at its end; then it goes chunked and `body` is not used.
    std::function<Result<QByteArray>()> source = {};
};

struct HttpHead
{
    int status = 0;
    QByteArray reason;
    HttpHeaders headers;

    bool isSuccess() const { return status >= 200 && status < 300; }
    /// Of the first header of that name, without regard to case; empty when there is none.
    QByteArray header(const QByteArray &name) const;
};

struct HttpAnswer
{
    HttpHead head;
    QByteArray body;

    int status() const { return head.status; }
};

/// The request as it goes out, without a body that comes from `source`.
QByteArray renderRequest(const HttpRequest &request, bool keepAlive);

} // namespace mooring
