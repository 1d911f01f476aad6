#pragma once

#include <QByteArray>

namespace mooring::test {

/// A frame of an engine's stream without a terminal: stream (1 stdout, 2 stderr), three zeros, the length in four
/// bytes, the payload (Docker Engine API, "ContainerAttach").
inline QByteArray frame(int stream, const QByteArray &payload)
{
    const auto size = quint32(payload.size());
    QByteArray head(8, '\0');
    head[0] = char(stream);
    for (int i = 0; i < 4; ++i)
        head[4 + i] = char(size >> (24 - 8 * i));
    return head + payload;
}

} // namespace mooring::test
