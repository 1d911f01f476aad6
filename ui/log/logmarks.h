#pragma once

#include "core/logs/logfinder.h"
#include "ui/log/overviewbar.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <set>

namespace mooring {

struct LogSnapshot;

/// What a log's overview shows beside the place: lines that look like errors, found on a thread of their own, and the
/// bookmarks of this session. Window's thread; nothing waits.
class LogMarks : public QObject
{
    Q_OBJECT
public:
    /// Logs beyond this are not searched for errors by themselves.
    static constexpr qint64 searchedBytes = 512LL * 1024 * 1024;

    explicit LogMarks(QObject *parent = nullptr);

    /// The log is another one, or another content of it.
    void clear();
    /// Looks at what is new in it, at most once a second.
    void update(const std::shared_ptr<const LogSnapshot> &snapshot);

    /// True: the line has a bookmark now.
    bool toggleBookmark(qint64 line);
    bool hasBookmark(qint64 line) const { return m_bookmarks.contains(line); }
    /// After the line, or the first of all; -1: there are none.
    qint64 nextBookmark(qint64 line) const;
    /// Before the line; -1: none is known there.
    qint64 previousError(qint64 line) const;

    /// For each of `rows` pixel rows of a log with so many lines.
    std::vector<OverviewBar::Mark> marks(int rows, qint64 lines) const;
    static std::vector<OverviewBar::Mark> hits(const LogFinder *finder, int rows, qint64 lines);

Q_SIGNALS:
    void changed();

private:
    void search(const LogSnapshot &snapshot);

    LogFinder m_errors;
    bool m_begun = false;
    QTimer m_pause; ///< until the next look
    std::shared_ptr<const LogSnapshot> m_waiting;
    std::set<qint64> m_bookmarks;
};

} // namespace mooring
