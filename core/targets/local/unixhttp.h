#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace mooring {

struct HttpAnswer
{
    int status = 0;
    QByteArray body;
};

/// One GET over a Unix socket, for probes: HTTP/1.0, so that the answer ends with the connection; at most 1 MiB.
/// Codes: "socket.missing", "socket.refused" (nobody listens), "socket.denied", "socket.timeLimit", "socket.badAnswer",
/// "socket.failed"; canceled.
Result<HttpAnswer> getOverUnixSocket(const QString &socketPath, const QByteArray &target,
                                     std::chrono::milliseconds limit, const CancelToken &cancel);

} // namespace mooring
