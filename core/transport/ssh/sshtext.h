#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace mooring {

/// A server's words as plain text: UTF-8 decoded, control and direction characters out, white space in a row one
/// space, at most `limit` characters.
QString plainServerText(const QByteArray &bytes, int limit = 500);

/// The name-lists of a server's SSH_MSG_KEXINIT, as received in clear: for saying what both sides offer.
struct SshOffer
{
    QStringList keyExchanges, hostKeys, ciphers, macs;
};
/// `bytes`: what came after the server's version line. Anything odd: empty lists.
SshOffer parseOffer(const QByteArray &bytes);

} // namespace mooring
