#include "core/transport/ssh/hostkey.h"

#include "core/transport/ssh/knownhostsfile.h"

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

Json HostKeyFinding::toJson() const
{
    Json list = Json::array();
    for (const KnownHostRecord &record : records) {
        list.push_back({{"file", toStd(record.file)},
                        {"line", record.line},
                        {"type", toStd(record.key.type)},
                        {"fingerprint", toStd(record.key.fingerprint())},
                        {"firstSeen", timeOrNull(firstSeenOf(record))}});
    }
    return {{"host", toStd(host)},
            {"port", port},
            {"type", toStd(shown.type)},
            {"fingerprint", toStd(shown.fingerprint())},
            {"blob", shown.blob.toBase64().toStdString()},
            {"verdict", toStd(toWord(verdict))},
            {"records", std::move(list)}};
}

} // namespace mooring
