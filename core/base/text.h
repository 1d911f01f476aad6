#pragma once

#include <QDateTime>
#include <QString>

namespace mooring {

/// For people: "884 ms", "4.2 s", "12 min 21 s", "3 h 5 min", "2 d 4 h".
QString humanDuration(qint64 ms);
/// For people, powers of ten: "212 B", "3.1 MB", "1.1 GB".
QString humanSize(qint64 bytes);
/// Thousands parted by a thin space (U+2009). Never for copied text.
QString humanCount(qint64 count);
/// 24 h, local: "14:02" today, "12 May" this year, "12 May 2025" before.
QString humanTime(const QDateTime &time);
/// The candidate with the least edit distance to `word`, if it is near enough to be a slip; else empty.
QString nearestWord(const QString &word, const QStringList &candidates);
/// One word for sh, quoted so that any byte but NUL survives: it's -> 'it'\''s'.
QByteArray shellQuote(const QByteArray &word);
/// A command line to copy into a shell: words that need no quotes have none.
QString shellCommand(const QStringList &words);
/// Letters, digits, '-', '_' and '.' only, not leading '-' or '.', at most 200: safe as a name everywhere.
bool isPlainName(const QString &name);
/// One segment of an address's path, percent-encoded whatever it holds: "../x" does not climb, "a?b" starts no query.
/// UTF-8.
QString pathSegment(const QString &text);

} // namespace mooring
