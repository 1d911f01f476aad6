#include "core/transport/http/tlsstream.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>

namespace mooring {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TlsStream", text); }

constexpr size_t kPiece = 64 * 1024;

QString lastWords()
{
    const unsigned long code = ERR_peek_last_error();
    const char *words = code ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return words ? QString::fromUtf8(words) : QString();
}

Error badFile(const QString &path)
{
    return Error::failed(u"tls.badFile"_s, tr("%1 cannot be used for TLS.").arg(path)).withCause(lastWords());
}

} // namespace

struct TlsStream::Ssl
{
    ~Ssl()
    {
        SSL_free(connection); // frees both ends too
        SSL_CTX_free(context);
    }
    SSL_CTX *context = nullptr;
    SSL *connection = nullptr;
    BIO *in = nullptr, *out = nullptr;
};

TlsStream::TlsStream(std::unique_ptr<SocketStream> socket) : m_socket(std::move(socket)), m_ssl(std::make_unique<Ssl>())
{
}

TlsStream::~TlsStream() = default;

Result<std::unique_ptr<TlsStream>> TlsStream::over(std::unique_ptr<SocketStream> socket, const TlsIdentity &identity,
                                                   milliseconds limit, const CancelToken &cancel)
{
    std::unique_ptr<TlsStream> stream(new TlsStream(std::move(socket)));
    if (auto ready = stream->prepare(identity); !ready)
        return ready.error();
    if (auto done = stream->shakeHands(limit, cancel); !done)
        return done.error();
    return stream;
}

Result<> TlsStream::prepare(const TlsIdentity &identity)
{
    ERR_clear_error();
    const auto path = [](const QString &file) { return QFile::encodeName(file); };
    SSL_CTX *context = m_ssl->context = SSL_CTX_new(TLS_client_method());
    if (!context)
        return Error::failed(u"tls.badFile"_s, tr("TLS cannot be used here.")).withCause(lastWords());
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    if (identity.caFile.isEmpty())
        SSL_CTX_set_default_verify_paths(context);
    else if (SSL_CTX_load_verify_locations(context, path(identity.caFile).constData(), nullptr) != 1)
        return badFile(identity.caFile);
    if (!identity.certFile.isEmpty()) {
        if (SSL_CTX_use_certificate_chain_file(context, path(identity.certFile).constData()) != 1)
            return badFile(identity.certFile);
        if (SSL_CTX_use_PrivateKey_file(context, path(identity.keyFile).constData(), SSL_FILETYPE_PEM) != 1 ||
            SSL_CTX_check_private_key(context) != 1)
            return badFile(identity.keyFile);
    }
    SSL *connection = m_ssl->connection = SSL_new(context);
    m_ssl->in = BIO_new(BIO_s_mem());
    m_ssl->out = BIO_new(BIO_s_mem());
    BIO_set_mem_eof_return(m_ssl->in, -1);
    SSL_set_bio(connection, m_ssl->in, m_ssl->out);
    SSL_set_connect_state(connection);
    const QByteArray name = identity.serverName.toLatin1();
    X509_VERIFY_PARAM *wanted = SSL_get0_param(connection);
    if (X509_VERIFY_PARAM_set1_ip_asc(wanted, name.constData()) != 1) { // a name, then
        ERR_clear_error();
        SSL_set_tlsext_host_name(connection, name.constData());
        SSL_set1_host(connection, name.constData());
    }
    return {};
}

Error TlsStream::refused() const
{
    const long verdict = SSL_get_verify_result(m_ssl->connection);
    if (verdict != X509_V_OK) {
        ERR_clear_error();
        return Error::failed(u"tls.notTrusted"_s, tr("The certificate of %1 is not trusted.").arg(name()))
            .withCause(QString::fromUtf8(X509_verify_cert_error_string(verdict)));
    }
    return Error::failed(u"tls.refused"_s, tr("%1 broke the TLS handshake off.").arg(name())).withCause(lastWords());
}

Result<> TlsStream::sendOut(milliseconds limit, const CancelToken &cancel)
{
    std::array<char, kPiece> buffer;
    while (BIO_ctrl_pending(m_ssl->out) > 0) {
        const int n = BIO_read(m_ssl->out, buffer.data(), int(buffer.size()));
        if (n <= 0)
            break;
        if (auto sent = m_socket->write(QByteArray::fromRawData(buffer.data(), n), limit, cancel); !sent)
            return sent;
    }
    return {};
}

Result<bool> TlsStream::takeIn(milliseconds limit, const CancelToken &cancel)
{
    std::array<char, kPiece> buffer;
    const auto n = m_socket->read(buffer, limit, cancel);
    if (!n)
        return n.error();
    if (*n > 0)
        BIO_write(m_ssl->in, buffer.data(), int(*n));
    return *n > 0;
}

Result<> TlsStream::shakeHands(milliseconds limit, const CancelToken &cancel)
{
    while (true) {
        ERR_clear_error();
        const int code = SSL_connect(m_ssl->connection);
        const int why = code == 1 ? SSL_ERROR_NONE : SSL_get_error(m_ssl->connection, code);
        Error failure = why == SSL_ERROR_NONE || why == SSL_ERROR_WANT_READ ? Error() : refused();
        if (auto sent = sendOut(limit, cancel); !sent && failure.code.isEmpty())
            return sent;
        if (!failure.code.isEmpty())
            return failure;
        if (why == SSL_ERROR_NONE)
            return {};
        const auto more = takeIn(limit, cancel);
        if (!more)
            return more.error();
        if (!*more)
            return refused();
    }
}

Result<qsizetype> TlsStream::read(std::span<char> buffer, milliseconds limit, const CancelToken &cancel)
{
    while (true) {
        ERR_clear_error();
        const int n = SSL_read(m_ssl->connection, buffer.data(), int(std::min<size_t>(buffer.size(), 1 << 30)));
        if (n > 0)
            return qsizetype(n);
        const int why = SSL_get_error(m_ssl->connection, n);
        if (why == SSL_ERROR_ZERO_RETURN)
            return qsizetype(0);
        if (why != SSL_ERROR_WANT_READ) // TLS 1.3: a certificate of ours is refused only now
            return refused();
        if (auto sent = sendOut(limit, cancel); !sent)
            return sent.error();
        const auto more = takeIn(limit, cancel);
        if (!more)
            return more.error();
        if (!*more) // without a goodbye: somebody may have cut it
            return Error::failed(u"socket.failed"_s, tr("The connection to %1 was cut off.").arg(name()));
    }
}

Result<> TlsStream::write(const QByteArray &bytes, milliseconds limit, const CancelToken &cancel)
{
    for (qsizetype at = 0; at < bytes.size();) {
        ERR_clear_error();
        const int piece = int(std::min<qsizetype>(bytes.size() - at, qsizetype(kPiece)));
        const int n = SSL_write(m_ssl->connection, bytes.constData() + at, piece);
        if (n <= 0)
            return refused();
        at += n;
        if (auto sent = sendOut(limit, cancel); !sent)
            return sent;
    }
    return {};
}

} // namespace mooring
