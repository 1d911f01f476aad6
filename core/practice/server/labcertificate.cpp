#include "core/practice/server/labcertificate.h"

#include <QCoreApplication>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

template <auto release>
struct Free
{
    template <class T>
    void operator()(T *thing) const
    {
        release(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Bytes = std::unique_ptr<BIO, Free<BIO_free_all>>;

constexpr long kDay = 86'400;

Error failure()
{
    const unsigned long code = ERR_peek_last_error();
    const char *words = code ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return Error::failed(
               u"practice.noCertificate"_s,
               QCoreApplication::translate("mooring::PracticeLab", "The practice lab could not make its certificate."))
        .withCause(words ? QString::fromUtf8(words) : QString());
}

/// Of a bare name, without an organization: nothing of it looks like somebody's.
bool name(X509 *certificate, const char *text)
{
    X509_NAME *subject = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(text), -1,
                                      -1, 0) == 1;
}

bool extend(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    if (!extension)
        return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

/// Unsigned, with a random number, from an hour ago: clocks differ between containers.
Certificate blank(EVP_PKEY *key, const char *subject)
{
    Certificate made(X509_new());
    std::array<unsigned char, 8> random{};
    if (!made || RAND_bytes(random.data(), int(random.size())) != 1)
        return {};
    random[0] &= 0x7f;
    BIGNUM *number = BN_bin2bn(random.data(), int(random.size()), nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(made.get()));
    BN_free(number);
    X509_set_version(made.get(), 2);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 30 * kDay);
    if (X509_set_pubkey(made.get(), key) != 1 || !name(made.get(), subject))
        return {};
    return made;
}

Certificate authority(EVP_PKEY *key)
{
    Certificate made = blank(key, "Mooring practice lab (nothing here is real)");
    if (!made)
        return {};
    X509_set_issuer_name(made.get(), X509_get_subject_name(made.get()));
    const bool good = extend(made.get(), made.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                      extend(made.get(), made.get(), NID_key_usage, "critical,keyCertSign,cRLSign") &&
                      extend(made.get(), made.get(), NID_subject_key_identifier, "hash") &&
                      X509_sign(made.get(), key, EVP_sha256()) > 0;
    return good ? std::move(made) : Certificate();
}

Certificate server(EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey)
{
    Certificate made = blank(key, "localhost");
    if (!made)
        return {};
    X509_set_issuer_name(made.get(), X509_get_subject_name(issuer));
    const bool good =
        extend(made.get(), issuer, NID_basic_constraints, "critical,CA:FALSE") &&
        extend(made.get(), issuer, NID_key_usage, "critical,digitalSignature,keyEncipherment") &&
        extend(made.get(), issuer, NID_ext_key_usage, "serverAuth") &&
        extend(made.get(), issuer, NID_subject_alt_name, "DNS:localhost,DNS:*.localhost,IP:127.0.0.1,IP:::1") &&
        extend(made.get(), issuer, NID_subject_key_identifier, "hash") &&
        extend(made.get(), issuer, NID_authority_key_identifier, "keyid:always") &&
        X509_sign(made.get(), issuerKey, EVP_sha256()) > 0;
    return good ? std::move(made) : Certificate();
}

QByteArray contentOf(BIO *bytes)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bytes, &data);
    return {data, qsizetype(size)};
}

QByteArray pem(X509 *certificate)
{
    const Bytes bytes(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bytes.get(), certificate);
    return contentOf(bytes.get());
}

QByteArray pem(EVP_PKEY *key)
{
    const Bytes bytes(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bytes.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bytes.get());
}

} // namespace

Result<LabCertificate> LabCertificate::make()
{
    ERR_clear_error();
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key serverKey(EVP_EC_gen("P-256"));
    if (!authorityKey || !serverKey)
        return failure();
    const Certificate issuer = authority(authorityKey.get());
    const Certificate own = issuer ? server(serverKey.get(), issuer.get(), authorityKey.get()) : Certificate();
    if (!own)
        return failure();
    return LabCertificate{pem(issuer.get()), pem(own.get()), pem(serverKey.get())};
}

} // namespace mooring
