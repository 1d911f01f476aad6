#include "core/transport/ssh/sshalgorithms.h"

using namespace Qt::StringLiterals;

namespace mooring::sshalgorithms {

QStringList keyExchanges()
{
    return {u"curve25519-sha256"_s,
            u"curve25519-sha256@libssh.org"_s,
            u"ecdh-sha2-nistp256"_s,
            u"ecdh-sha2-nistp384"_s,
            u"ecdh-sha2-nistp521"_s,
            u"diffie-hellman-group16-sha512"_s,
            u"diffie-hellman-group18-sha512"_s,
            u"diffie-hellman-group-exchange-sha256"_s,
            u"diffie-hellman-group14-sha256"_s};
}

QStringList ciphers()
{
    return {u"aes128-gcm@openssh.com"_s, u"aes256-gcm@openssh.com"_s, u"aes256-ctr"_s, u"aes192-ctr"_s,
            u"aes128-ctr"_s};
}

QStringList macs()
{
    return {u"hmac-sha2-256-etm@openssh.com"_s, u"hmac-sha2-512-etm@openssh.com"_s, u"hmac-sha2-256"_s,
            u"hmac-sha2-512"_s};
}

QStringList hostKeys(const QStringList &known)
{
    const QStringList all{u"ssh-ed25519"_s,         u"ecdsa-sha2-nistp256"_s, u"ecdsa-sha2-nistp384"_s,
                          u"ecdsa-sha2-nistp521"_s, u"rsa-sha2-512"_s,        u"rsa-sha2-256"_s};
    QStringList first, rest;
    for (const QString &name : all) {
        const QString type = name.startsWith(u"rsa-") ? u"ssh-rsa"_s : name;
        (known.contains(type) ? first : rest) << name;
    }
    return first + rest;
}

QByteArray joined(const QStringList &names) { return names.join(u',').toLatin1(); }

} // namespace mooring::sshalgorithms
