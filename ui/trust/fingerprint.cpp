#include "ui/trust/fingerprint.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qsizetype kGroup = 8;

QString bare(const QString &fingerprint)
{
    return fingerprint.startsWith(u"SHA256:"_s) ? fingerprint.mid(7) : fingerprint;
}

/// The characters of a hash in what was typed or pasted.
QString hashIn(const QString &typed)
{
    static const QRegularExpression line(u"SHA256:\\s*([A-Za-z0-9+/ ]+)"_s);
    const QRegularExpressionMatch found = line.match(typed);
    QString hash = found.hasMatch() ? found.captured(1) : typed;
    // After a pasted fingerprint stands the key's comment, parted by a space; typed groups are parted by spaces too.
    const QStringList words = hash.split(u' ', Qt::SkipEmptyParts);
    if (found.hasMatch() && !words.isEmpty() && words.first().size() >= 43)
        hash = words.first();
    hash.remove(QRegularExpression(u"[\\s=]"_s));
    return hash;
}

} // namespace

QStringList fingerprintGroups(const QString &fingerprint)
{
    const QString hash = bare(fingerprint);
    QStringList groups;
    for (qsizetype at = 0; at < hash.size(); at += kGroup)
        groups << hash.mid(at, kGroup);
    return groups;
}

QString shortFingerprint(const QString &fingerprint)
{
    const QString hash = bare(fingerprint);
    return hash.size() < 12 ? fingerprint : u"SHA256:%1…%2"_s.arg(hash.left(4), hash.right(4));
}

QString keyTypeText(const QString &type)
{
    QString name = type;
    if (name.startsWith(u"ssh-"_s))
        name = name.mid(4).toUpper();
    name.replace(u"ecdsa-sha2-nistp"_s, u"ECDSA "_s);
    name.replace(u"sk-"_s, QString());
    return name.section(u'@', 0, 0);
}

FingerprintMatch matchFingerprint(const QString &fingerprint, const QString &typed)
{
    const QString hash = bare(fingerprint), given = hashIn(typed);
    FingerprintMatch match;
    match.total = int(hash.size());
    while (match.agreeing < hash.size() && match.agreeing < given.size() &&
           hash[match.agreeing] == given[match.agreeing])
        ++match.agreeing;
    if (given.isEmpty())
        match.state = FingerprintMatch::State::Empty;
    else if (match.agreeing == match.total && given.size() == hash.size())
        match.state = FingerprintMatch::State::Same;
    else
        match.state =
            match.agreeing == given.size() ? FingerprintMatch::State::Partly : FingerprintMatch::State::Different;
    return match;
}

} // namespace mooring
