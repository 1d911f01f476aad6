#include "core/azure/signin/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace mooring {

namespace {

constexpr auto kUrlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray randomText(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    for (char &byte : random)
        byte = char(QRandomGenerator::system()->bounded(256));
    return random.toBase64(kUrlSafe);
}

Pkce Pkce::make()
{
    Pkce proof;
    proof.verifier = randomText(32);
    proof.challenge = QCryptographicHash::hash(proof.verifier, QCryptographicHash::Sha256).toBase64(kUrlSafe);
    return proof;
}

} // namespace mooring
