#pragma once

#include "core/transport/http/bytestream.h"

#include <memory>

namespace mooring {

/// A connected socket, never blocking by itself: waits are poll() on the socket and the token.
///
/// Codes of connecting: "socket.missing", "socket.refused" (nobody listens), "socket.denied", "socket.timeLimit",
/// "socket.failed"; canceled.
class SocketStream : public ByteStream
{
public:
    static Result<std::unique_ptr<SocketStream>> connectUnix(const QString &path, std::chrono::milliseconds limit,
                                                             const CancelToken &cancel);
    /// An IPv4 address in numbers: no name is looked up.
    static Result<std::unique_ptr<SocketStream>> connectTcp(const QString &address, quint16 port,
                                                            std::chrono::milliseconds limit, const CancelToken &cancel);
    /// Takes a connected socket that does not block.
    static std::unique_ptr<SocketStream> adopt(int fd, const QString &name);
    ~SocketStream() override;
    Q_DISABLE_COPY_MOVE(SocketStream)

    Result<qsizetype> read(std::span<char> buffer, std::chrono::milliseconds limit, const CancelToken &cancel) override;
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit, const CancelToken &cancel) override;
    QString name() const override { return m_name; }

private:
    SocketStream(int fd, QString name) : m_fd(fd), m_name(std::move(name)) {}
    Result<> waitFor(short events, std::chrono::milliseconds limit, const CancelToken &cancel) const;
    Result<> connect(const void *address, unsigned size, std::chrono::milliseconds limit, const CancelToken &cancel);
    Error failure(const QString &code, int error) const;

    int m_fd;
    QString m_name;
};

} // namespace mooring
