#include "ui/log/logmarks.h"

#include "core/logs/logsnapshot.h"

#include <utility>

namespace mooring {

namespace {

constexpr int kPauseMs = 1000;

/// First line of a pixel row.
qint64 lineAt(int row, int rows, qint64 lines) { return qint64(double(row) * double(lines) / rows); }

template <class Has>
std::vector<OverviewBar::Mark> rowsWith(int rows, qint64 lines, OverviewBar::Mark mark, Has has)
{
    std::vector<OverviewBar::Mark> marks(size_t(std::max(rows, 0)), OverviewBar::Nothing);
    for (int row = 0; row < rows && lines > 0; ++row) {
        const qint64 from = lineAt(row, rows, lines);
        const qint64 to = std::max(lineAt(row + 1, rows, lines), from + 1);
        if (has(from, to))
            marks[size_t(row)] = mark;
    }
    return marks;
}

} // namespace

LogMarks::LogMarks(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (const auto snapshot = std::exchange(m_waiting, nullptr))
            search(*snapshot);
    });
    connect(&m_errors, &LogFinder::progressed, this, &LogMarks::changed);
}

void LogMarks::clear()
{
    m_errors.clear();
    m_begun = false;
    m_waiting = nullptr;
    m_pause.stop();
    m_bookmarks.clear();
}

void LogMarks::update(const std::shared_ptr<const LogSnapshot> &snapshot)
{
    if (!snapshot->content.isOpen() || !snapshot->complete || snapshot->size > searchedBytes)
        return;
    if (m_pause.isActive())
        m_waiting = snapshot;
    else
        search(*snapshot);
}

void LogMarks::search(const LogSnapshot &snapshot)
{
    m_pause.start();
    if (std::exchange(m_begun, true))
        m_errors.extend(snapshot.content);
    else
        m_errors.findAll(snapshot.content, errorPattern(snapshot.encoding()));
}

bool LogMarks::toggleBookmark(qint64 line)
{
    const bool added = m_bookmarks.insert(line).second;
    if (!added)
        m_bookmarks.erase(line);
    Q_EMIT changed();
    return added;
}

qint64 LogMarks::nextBookmark(qint64 line) const
{
    const auto after = m_bookmarks.upper_bound(line);
    if (after != m_bookmarks.end())
        return *after;
    return m_bookmarks.empty() ? -1 : *m_bookmarks.begin();
}

qint64 LogMarks::previousError(qint64 line) const
{
    const size_t index = m_errors.indexFrom(line);
    return index > 0 ? m_errors.at(index - 1) : -1;
}

std::vector<OverviewBar::Mark> LogMarks::hits(const LogFinder *finder, int rows, qint64 lines)
{
    return rowsWith(rows, finder ? lines : 0, OverviewBar::Hit, [finder](qint64 from, qint64 to) {
        const qint64 line = finder->at(finder->indexFrom(from));
        return line >= 0 && line < to;
    });
}

std::vector<OverviewBar::Mark> LogMarks::marks(int rows, qint64 lines) const
{
    std::vector<OverviewBar::Mark> all = rowsWith(rows, lines, OverviewBar::Error, [this](qint64 from, qint64 to) {
        const qint64 line = m_errors.at(m_errors.indexFrom(from));
        return line >= 0 && line < to;
    });
    for (const qint64 line : m_bookmarks) {
        if (line >= lines || rows <= 0)
            continue;
        OverviewBar::Mark &mark = all[size_t(std::min<qint64>(line * rows / lines, rows - 1))];
        mark = std::max(mark, OverviewBar::Bookmark);
    }
    return all;
}

} // namespace mooring
