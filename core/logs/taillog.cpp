#include "core/logs/taillog.h"

#include <QDateTime>

#include <algorithm>

namespace mooring {

namespace {

constexpr int kTail = 500; // of a look; a program that prints more between two looks is asked for all
constexpr size_t kRemembered = 2000;

std::vector<QByteArray> linesOf(const QByteArray &text)
{
    std::vector<QByteArray> lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.push_back(text.mid(at, next - at));
        at = next;
    }
    return lines;
}

/// How many of the lines were seen: the longest end of `seen` with which they begin. What was seen may also reach
/// further back or less far than they do.
size_t overlap(const std::deque<QByteArray> &seen, const std::vector<QByteArray> &lines)
{
    for (size_t count = std::min(seen.size(), lines.size()); count > 0; --count) {
        if (std::equal(seen.end() - qsizetype(count), seen.end(), lines.begin()))
            return count;
    }
    // They begin before all that is remembered.
    const auto found = std::search(lines.begin(), lines.end(), seen.begin(), seen.end());
    return found == lines.end() ? 0 : size_t(found - lines.begin()) + seen.size();
}

} // namespace

QByteArray withoutTime(const QByteArray &line)
{
    const qsizetype space = line.indexOf(' ');
    if (space < 19 || space > 40 || line[4] != '-' || line[10] != 'T')
        return line;
    const QString time = QString::fromLatin1(line.left(19));
    return QDateTime::fromString(time, Qt::ISODate).isValid() ? line.mid(space + 1) : line;
}

Result<QByteArray> TailLog::readNew(bool last)
{
    auto content = m_ask(m_isFirst ? 0 : kTail);
    if (!content)
        return content.error();
    m_isGone = !content->has_value();
    if (m_isGone)
        return QByteArray();
    std::vector<QByteArray> lines = linesOf(**content);
    size_t known = m_seen.empty() ? 0 : overlap(m_seen, lines);
    if (!m_seen.empty() && known == 0 && lines.size() >= size_t(kTail)) {
        content = m_ask(0);
        if (!content || !*content)
            return content ? Result<QByteArray>(QByteArray()) : content.error();
        lines = linesOf(**content);
        known = overlap(m_seen, lines);
    }
    m_isFirst = false;
    if (!last && !lines.empty() && !lines.back().endsWith('\n'))
        lines.pop_back(); // its end is still to come, and then it is another line
    QByteArray fresh;
    for (size_t i = std::min(known, lines.size()); i < lines.size(); ++i) {
        fresh += m_lines == Lines::Stamped ? withoutTime(lines[i]) : lines[i];
        m_seen.push_back(lines[i]);
    }
    while (m_seen.size() > kRemembered)
        m_seen.pop_front();
    return fresh;
}

} // namespace mooring
