#pragma once

#include "core/logs/logsearch.h"

#include <QObject>
#include <QThread>

#include <condition_variable>
#include <mutex>

namespace mooring {

/// Finds on a thread of its own; a new search ends the earlier one, and nothing of that arrives any more. No call
/// waits.
class LogFinder : public QObject
{
    Q_OBJECT
public:
    /// More lines than these are not kept; isCapped() says so.
    static constexpr size_t mostHits = 2'000'000;

    explicit LogFinder(QObject *parent = nullptr);
    ~LogFinder() override;

    /// All lines of what is indexed now. Hits arrive in chunks: progressed.
    void findAll(const LogContent &content, const LogPattern &pattern);
    /// What was indexed since the last findAll or extend; nothing while one goes on.
    void extend(const LogContent &content);
    /// The first match in a line after `line` (-1: from the start): foundNext, once.
    void findNext(const LogContent &content, const LogPattern &pattern, qint64 line);
    void clear();

    bool isSearching() const;
    bool isCapped() const;
    /// Hits so far: line numbers, ascending.
    size_t count() const;
    /// Place in the hits of the first one at or after the line; count() when there is none.
    size_t indexFrom(qint64 line) const;
    /// -1 beyond the last.
    qint64 at(size_t index) const;

Q_SIGNALS:
    void progressed();
    /// -1: none.
    void foundNext(qint64 line);

private:
    struct Order
    {
        LogContent content;
        LogPattern pattern;
        qint64 from = 0;
        qint64 to = 0;
        bool first = false;
        CancelToken cancel;
    };
    void give(Order order, bool keepHits);
    void run();
    void collect(const Order &order);
    void findFirst(const Order &order);

    mutable std::mutex m_mutex;
    std::condition_variable m_ordered;
    std::unique_ptr<Order> m_order;
    CancelToken m_cancel; ///< of the newest order
    bool m_searching = false;
    bool m_stop = false;
    bool m_capped = false;
    std::vector<qint64> m_hits;

    LogPattern m_pattern; // owner's thread only
    qint64 m_searchedTo = 0;
    std::unique_ptr<QThread> m_thread;
};

} // namespace mooring
