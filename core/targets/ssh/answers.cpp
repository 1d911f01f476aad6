#include "core/targets/ssh/answers.h"

namespace mooring {

namespace {

constexpr size_t kMostLines = 100;

} // namespace

QString plainLine(const QByteArray &bytes, qsizetype most)
{
    QString text = QString::fromUtf8(bytes.left(most * 4));
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = u' ';
    }
    text = text.simplified();
    return text.size() <= most ? text : text.left(most - 1) + u'…';
}

Answers Answers::parse(const QByteArray &output)
{
    Answers answers;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split('\t');
        if (words.size() < 2)
            continue;
        auto &lines = answers.m_lines[words[0].left(40)];
        if (lines.size() >= kMostLines || answers.m_lines.size() > kMostLines)
            continue;
        QStringList texts;
        for (const QByteArray &word : words.mid(1, 8))
            texts << plainLine(word);
        lines.push_back(std::move(texts));
    }
    return answers;
}

QString Answers::text(const char *name) const { return text(name, 0); }

QString Answers::text(const char *name, qsizetype word) const
{
    const auto found = m_lines.find(name);
    return found == m_lines.end() || found->second.empty() ? QString() : found->second.back().value(word);
}

std::optional<qint64> Answers::number(const char *name) const
{
    bool isNumber = false;
    const qint64 value = text(name).toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

QStringList Answers::all(const char *name) const
{
    QStringList texts;
    if (const auto found = m_lines.find(name); found != m_lines.end()) {
        for (const QStringList &line : found->second)
            texts << line.value(0);
    }
    return texts;
}

} // namespace mooring
