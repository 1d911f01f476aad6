#include "core/transport/ssh/sshtext.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace mooring {

QString plainServerText(const QByteArray &bytes, int limit)
{
    // Four bytes at most make a character: no more is decoded than can be shown.
    const QString text = QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), qsizetype(limit) * 8)));
    QString plain;
    for (const QChar c : text) {
        const QChar::Category category = c.category();
        const bool space = c.isSpace() || category == QChar::Other_Control;
        if (category == QChar::Other_Format || category == QChar::Other_Surrogate ||
            category == QChar::Other_PrivateUse || category == QChar::Other_NotAssigned)
            continue;
        if (space ? (!plain.isEmpty() && !plain.endsWith(u' ')) : true)
            plain += space ? QChar(u' ') : c;
        if (plain.size() > limit)
            return plain.first(limit - 1) + u'…';
    }
    return plain.trimmed();
}

SshOffer parseOffer(const QByteArray &bytes)
{
    constexpr qsizetype kNames = 6; // length 4, padding 1, type 1
    constexpr quint8 kKexInit = 20;
    if (bytes.size() < kNames + 16 || quint8(bytes[5]) != kKexInit)
        return {};
    qsizetype at = kNames + 16;
    std::array<QStringList, 6> lists;
    for (QStringList &list : lists) {
        if (bytes.size() - at < 4)
            return {};
        const auto length = qFromBigEndian<quint32>(bytes.constData() + at);
        at += 4;
        if (length > 8192 || qsizetype(length) > bytes.size() - at)
            return {};
        for (const QByteArray &name : bytes.mid(at, length).split(','))
            if (!name.isEmpty() && list.size() < 64)
                list << plainServerText(name, 64);
        at += length;
    }
    // Client to server is asked for first, then server to client: a pair that differs is as rare as it is odd.
    return {lists[0], lists[1], lists[2], lists[4]};
}

} // namespace mooring
