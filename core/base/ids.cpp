#include "core/base/ids.h"

#include "core/base/clock.h"

#include <QRandomGenerator>

namespace mooring {

QString randomWord(int count)
{
    static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    QString word;
    for (int i = 0; i < count; ++i)
        word += QLatin1Char(letters[QRandomGenerator::system()->bounded(36)]);
    return word;
}

QString newRunId(const QString &scriptStem)
{
    QString stem;
    for (const QChar c : scriptStem) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
        if (plain && stem.size() < 32)
            stem += c;
    }
    while (stem.startsWith(u'-'))
        stem.remove(0, 1);
    if (stem.isEmpty())
        stem = QStringLiteral("run");
    return stem + u'-' + nowUtc().toString(u"yyyyMMdd-HHmmss") + u'-' + randomWord(6);
}

} // namespace mooring
