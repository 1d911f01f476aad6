#pragma once

#include <QByteArray>

namespace mooring {

/// Proof key for code exchange (RFC 7636, S256): `verifier` stays here, `challenge` goes into the address.
struct Pkce
{
    QByteArray verifier;
    QByteArray challenge;

    static Pkce make();
};

/// `bytes` random bytes from the system's source, as base64url without padding.
QByteArray randomText(int bytes);

} // namespace mooring
