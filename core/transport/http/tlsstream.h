#pragma once

#include "core/transport/http/socketstream.h"

namespace mooring {

/// Who the far side must be and who we are: PEM files. Nothing is believed without a check.
struct TlsIdentity
{
    QString caFile;            ///< whom we trust; empty: the system's
    QString certFile, keyFile; ///< ours; empty: none
    QString serverName;        ///< name or address that its certificate must carry
};

/// TLS 1.2 or newer over a socket. Codes beside those of sockets: "tls.badFile" (a file of ours cannot be used),
/// "tls.notTrusted" (its certificate; the cause says why), "tls.refused" (the far side broke the handshake off: it may
/// want a certificate, or speak no TLS).
class TlsStream : public ByteStream
{
public:
    static Result<std::unique_ptr<TlsStream>> over(std::unique_ptr<SocketStream> socket, const TlsIdentity &identity,
                                                   std::chrono::milliseconds limit, const CancelToken &cancel);
    ~TlsStream() override;
    Q_DISABLE_COPY_MOVE(TlsStream)

    Result<qsizetype> read(std::span<char> buffer, std::chrono::milliseconds limit, const CancelToken &cancel) override;
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit, const CancelToken &cancel) override;
    QString name() const override { return m_socket->name(); }

private:
    explicit TlsStream(std::unique_ptr<SocketStream> socket);
    struct Ssl;
    Result<> prepare(const TlsIdentity &identity);
    Result<> shakeHands(std::chrono::milliseconds limit, const CancelToken &cancel);
    Result<> sendOut(std::chrono::milliseconds limit, const CancelToken &cancel);
    /// False: the far side closed.
    Result<bool> takeIn(std::chrono::milliseconds limit, const CancelToken &cancel);
    Error refused() const;

    std::unique_ptr<SocketStream> m_socket;
    std::unique_ptr<Ssl> m_ssl;
};

} // namespace mooring
