#pragma once

#include <QByteArray>

#include <openssl/evp.h>

namespace mooring {

/// SHA-256 with the processor's own instructions where it has them. Move-only.
class Sha256
{
public:
    Sha256() : m_context(EVP_MD_CTX_new()) { EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr); }
    ~Sha256() { EVP_MD_CTX_free(m_context); }
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(QByteArrayView bytes) { EVP_DigestUpdate(m_context, bytes.data(), size_t(bytes.size())); }
    /// Hex, of what was added so far; it goes on.
    QByteArray soFar() const
    {
        Sha256 copy;
        EVP_MD_CTX_copy_ex(copy.m_context, m_context);
        return copy.take();
    }
    /// Hex; the next add() begins a new one.
    QByteArray take()
    {
        QByteArray digest(32, '\0');
        EVP_DigestFinal_ex(m_context, reinterpret_cast<unsigned char *>(digest.data()), nullptr);
        EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr);
        return digest.toHex();
    }

private:
    EVP_MD_CTX *m_context;
};

} // namespace mooring
