#include "core/transport/ssh/hostkey.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace mooring {

QString toWord(HostKeyVerdict verdict)
{
    switch (verdict) {
    case HostKeyVerdict::Known:
        return u"known"_s;
    case HostKeyVerdict::Unknown:
        return u"unknown"_s;
    case HostKeyVerdict::Changed:
        return u"changed"_s;
    case HostKeyVerdict::Revoked:
        return u"revoked"_s;
    case HostKeyVerdict::CannotJudge:
        return u"cannotJudge"_s;
    }
    return {};
}

QString HostKey::fingerprint() const
{
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return u"SHA256:"_s + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace mooring
