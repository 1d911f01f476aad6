#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace mooring {

namespace {

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("mooring::Text", text, comment);
}

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int above = row[size_t(j)];
            const int change = diagonal + (a[i - 1].toLower() == b[j - 1].toLower() ? 0 : 1);
            row[size_t(j)] = std::min({above + 1, row[size_t(j) - 1] + 1, change});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

QString humanDuration(qint64 ms)
{
    if (ms < 1000)
        return tr("%1 ms").arg(ms);
    if (ms < 10000)
        return tr("%1 s").arg(QLocale::c().toString(double(ms) / 1000, 'f', 1));
    const qint64 s = ms / 1000;
    if (s < 60)
        return tr("%1 s").arg(s);
    if (s < 3600)
        return s % 60 ? tr("%1 min %2 s").arg(s / 60).arg(s % 60) : tr("%1 min").arg(s / 60);
    if (s < 86400)
        return tr("%1 h %2 min").arg(s / 3600).arg(s % 3600 / 60);
    return tr("%1 d %2 h", "days and hours").arg(s / 86400).arg(s % 86400 / 3600);
}

QString humanSize(qint64 bytes)
{
    if (bytes < 1000)
        return tr("%1 B").arg(bytes);
    static constexpr const char *units[] = {"kB", "MB", "GB", "TB", "PB"};
    double value = double(bytes) / 1000;
    int unit = 0;
    while (value >= 999.95 && unit < 4) {
        value /= 1000;
        ++unit;
    }
    return QStringLiteral("%1 %2").arg(QLocale::c().toString(value, 'f', value < 100 ? 1 : 0),
                                       QLatin1String(units[unit]));
}

QString humanCount(qint64 count)
{
    QString digits = QString::number(std::abs(count));
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, QChar(0x2009));
    return count < 0 ? u'-' + digits : digits;
}

QString humanTime(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const QDate today = QDate::currentDate();
    if (local.date() == today)
        return local.toString(u"HH:mm");
    //: Day and month of this year, in QDate's format letters
    const QString dayMonth = tr("d MMM");
    //: Day, month and year, in QDate's format letters
    const QString full = tr("d MMM yyyy");
    return QLocale().toString(local.date(), local.date().year() == today.year() ? dayMonth : full);
}

QString nearestWord(const QString &word, const QStringList &candidates)
{
    QString best;
    int bestDistance = std::max(2, int(word.size()) / 3) + 1;
    for (const QString &candidate : candidates) {
        const int distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

QByteArray shellQuote(const QByteArray &word)
{
    QByteArray quoted = word;
    quoted.replace("'", "'\\''");
    return '\'' + quoted + '\'';
}

QString shellCommand(const QStringList &words)
{
    const auto isSafe = [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringLiteral("-_./:=@%+,").contains(c);
    };
    QStringList quoted;
    for (const QString &word : words) {
        const bool safe = !word.isEmpty() && std::all_of(word.begin(), word.end(), isSafe);
        quoted << (safe ? word : QString::fromUtf8(shellQuote(word.toUtf8())));
    }
    return quoted.join(u' ');
}

bool isPlainName(const QString &name)
{
    if (name.isEmpty() || name.size() > 200 || name.startsWith(u'-') || name.startsWith(u'.'))
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
    });
}

QString pathSegment(const QString &text)
{
    // "." and ".." mean something although each of their characters is harmless.
    if (text == u"." || text == u"..")
        return QString(text).replace(u'.', QStringLiteral("%2E"));
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace mooring
