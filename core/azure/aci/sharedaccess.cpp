#include "core/azure/aci/sharedaccess.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace mooring {

using namespace Qt::StringLiterals;

QByteArray signedQuery(const SharedAccess &access, const QByteArray &accountKey)
{
    const QByteArray version = "2024-08-04";
    const QByteArray until = access.until.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1();
    const QByteArray what = access.blob.isEmpty() ? "c" : "b";
    QString place = u"/blob/%1/%2"_s.arg(access.account, access.container);
    if (!access.blob.isEmpty())
        place += u'/' + access.blob;
    // Permissions, start, expiry, place, policy, address range, protocol, version, resource, snapshot, encryption
    // scope, and five headers of the answer.
    const QByteArray text = access.permissions + "\n\n" + until + '\n' + place.toUtf8() + "\n\n\nhttps\n" + version +
                            '\n' + what + "\n\n\n\n\n\n\n";
    const QByteArray signature =
        QMessageAuthenticationCode::hash(text, QByteArray::fromBase64(accountKey), QCryptographicHash::Sha256);
    return "sv=" + version + "&sr=" + what + "&sp=" + access.permissions + "&se=" + until.toPercentEncoding() +
           "&spr=https&sig=" + signature.toBase64().toPercentEncoding();
}

} // namespace mooring
