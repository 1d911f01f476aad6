#include "core/inference/loadtls.h"

#include <QCoreApplication>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <limits>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::LoadGenerator", text); }

/// Beside the system's. What is no certificate ends the reading.
void trust(SSL_CTX *context, const QByteArray &pem)
{
    BIO *bio = BIO_new_mem_buf(pem.constData(), int(pem.size()));
    while (X509 *each = bio ? PEM_read_bio_X509(bio, nullptr, nullptr, nullptr) : nullptr) {
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), each);
        X509_free(each);
    }
    BIO_free(bio);
    ERR_clear_error();
}

/// What send() or recv() would have said.
long outcome(SSL *connection, int done)
{
    if (done > 0)
        return done;
    const int why = SSL_get_error(connection, done);
    ERR_clear_error();
    if (why == SSL_ERROR_ZERO_RETURN)
        return 0;
    errno = why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE ? EAGAIN : EPROTO;
    return -1;
}

int atMost(size_t size) { return int(std::min(size, size_t(std::numeric_limits<int>::max()))); }

} // namespace

Result<std::unique_ptr<LoadTls>> LoadTls::make(const ServerAddress &server)
{
    static const bool once = (signal(SIGPIPE, SIG_IGN), true); // a far side that is gone: OpenSSL writes without a flag
    Q_UNUSED(once)
    std::unique_ptr<LoadTls> tls(new LoadTls);
    tls->m_name = server.host.toUtf8();
    SSL_CTX *context = tls->m_context = SSL_CTX_new(TLS_client_method());
    if (!context)
        return Error::failed(u"load.cannotStart"_s, tr("The load could not be started."))
            .withCause(tr("TLS cannot be used here."));
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_default_verify_paths(context);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    trust(context, server.caPem);
    return tls;
}

LoadTls::~LoadTls() { SSL_CTX_free(m_context); }

SSL *LoadTls::over(int fd) const
{
    SSL *connection = SSL_new(m_context);
    if (!connection || SSL_set_fd(connection, fd) != 1 ||
        SSL_set_tlsext_host_name(connection, m_name.constData()) != 1 ||
        SSL_set1_host(connection, m_name.constData()) != 1) {
        SSL_free(connection);
        return nullptr;
    }
    SSL_set_connect_state(connection);
    return connection;
}

long LoadTls::write(SSL *connection, const char *data, size_t size)
{
    return outcome(connection, SSL_write(connection, data, atMost(size)));
}

long LoadTls::read(SSL *connection, char *data, size_t size)
{
    return outcome(connection, SSL_read(connection, data, atMost(size)));
}

void LoadTls::free(SSL *connection) { SSL_free(connection); }

} // namespace mooring
