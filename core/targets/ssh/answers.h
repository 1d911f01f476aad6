#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace mooring {

/// What a probe script printed: lines of a name and words, parted by tabs. Whatever the far side sends, the texts are
/// one line, plain and short, and the numbers are numbers.
class Answers
{
public:
    static Answers parse(const QByteArray &output);

    QString text(const char *name) const; ///< first word of the last such line; empty: not said
    QString text(const char *name, qsizetype word) const;
    std::optional<qint64> number(const char *name) const; ///< not negative
    QStringList all(const char *name) const;              ///< first words of all such lines, at most 100
    bool isComplete() const { return m_lines.contains("end"); }

private:
    std::map<QByteArray, std::vector<QStringList>> m_lines;
};

/// One line for people, of bytes that somebody else chose.
QString plainLine(const QByteArray &bytes, qsizetype most = 300);

} // namespace mooring
