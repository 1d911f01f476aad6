#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace mooring {

/// Takes apart the multiplexed stream of logs and attach, split anywhere: 8 bytes of head (stream, size), then payload.
/// Holds at most a head. A head that is none is "docker.badStream".
class DockerFrames
{
public:
    using Sink = std::function<bool(int stream, std::string_view payload)>; ///< 1: stdout, 2: stderr; false: enough

    /// False when the sink had enough.
    Result<bool> feed(std::string_view bytes, const Sink &sink);
    bool isAtBoundary() const { return m_left == 0 && m_head.empty(); }
    bool isInPayload() const { return m_left > 0; }
    /// In the sink: this piece begins a frame's payload.
    bool isFirstPiece() const { return m_isFirst; }

private:
    std::string m_head;
    quint32 m_left = 0; // of the payload
    int m_stream = 0;
    bool m_isFirst = false;
};

/// Takes apart lines of JSON, split anywhere and ended by \n or \r\n. A line over 1 MiB is "docker.badStream".
class DockerLines
{
public:
    using OnLine = std::function<Result<bool>(const Json &line)>; ///< false: enough

    Result<bool> feed(std::string_view bytes, const OnLine &onLine);
    /// The last line may have no end.
    Result<bool> end(const OnLine &onLine);

private:
    std::string m_line;
};

} // namespace mooring
