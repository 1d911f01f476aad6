#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <chrono>
#include <span>

namespace mooring {

/// A connection that carries bytes both ways. Calls block, each for at most `limit`, and honour the token: worker
/// threads and the command line only. One thread at a time. Closing is destroying.
///
/// Codes: "socket.timeLimit", "socket.failed"; canceled.
class ByteStream
{
public:
    virtual ~ByteStream() = default;

    /// At least one byte, or 0 at the end of the stream.
    virtual Result<qsizetype> read(std::span<char> buffer, std::chrono::milliseconds limit,
                                   const CancelToken &cancel) = 0;
    /// All of it.
    virtual Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit, const CancelToken &cancel) = 0;
    /// For people: "/var/run/docker.sock", "127.0.0.1:5001".
    virtual QString name() const = 0;
};

} // namespace mooring
