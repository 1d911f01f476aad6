#include "core/logs/logfinder.h"

#include <QElapsedTimer>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

LogFinder::LogFinder(QObject *parent) : QObject(parent), m_thread(QThread::create([this] { run(); }))
{
    m_thread->setObjectName(u"log search"_s);
    m_thread->start();
}

LogFinder::~LogFinder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_cancel.cancel();
    }
    m_ordered.notify_all();
    m_thread->wait();
}

void LogFinder::give(Order order, bool keepHits)
{
    {
        const std::lock_guard lock(m_mutex);
        m_cancel.cancel();
        m_cancel = order.cancel;
        m_searching = order.content.isOpen() && !order.pattern.isEmpty() && order.from < order.to;
        if (!keepHits) {
            m_hits.clear();
            m_capped = false;
        }
        m_order = m_searching ? std::make_unique<Order>(std::move(order)) : nullptr;
    }
    m_ordered.notify_all();
}

void LogFinder::findAll(const LogContent &content, const LogPattern &pattern)
{
    m_pattern = pattern;
    m_searchedTo = content.isOpen() ? content.index->indexedBytes() : 0;
    give({content, pattern, 0, m_searchedTo, false, {}}, false);
}

void LogFinder::extend(const LogContent &content)
{
    if (m_pattern.isEmpty() || !content.isOpen() || isSearching() || isCapped())
        return;
    const qint64 to = content.index->indexedBytes();
    if (to <= m_searchedTo)
        return;
    // From a little before: the end of the file may have cut a match.
    const qint64 from = std::max<qint64>(m_searchedTo - m_pattern.needles.front().size(), 0);
    m_searchedTo = to;
    give({content, m_pattern, from - from % m_pattern.unit, to, false, {}}, true);
}

void LogFinder::findNext(const LogContent &content, const LogPattern &pattern, qint64 line)
{
    // Which byte the line after it begins with is a question for the disk: `from` is a line here.
    const qint64 after = line + 1;
    if (!content.isOpen() || after >= content.index->lineCount()) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT foundNext(-1); }, Qt::QueuedConnection);
        return;
    }
    give({content, pattern, after, content.index->lineCount(), true, {}}, true);
}

void LogFinder::clear()
{
    m_pattern = {};
    m_searchedTo = 0;
    give({}, false);
}

void LogFinder::run()
{
    for (;;) {
        std::unique_ptr<Order> order;
        {
            std::unique_lock lock(m_mutex);
            m_ordered.wait(lock, [this] { return m_stop || m_order; });
            if (m_stop)
                return;
            order = std::move(m_order);
        }
        if (order->first)
            findFirst(*order);
        else
            collect(*order);
    }
}

void LogFinder::collect(const Order &order)
{
    const auto announce = [this] { QMetaObject::invokeMethod(this, &LogFinder::progressed, Qt::QueuedConnection); };
    QElapsedTimer sinceAnnounced;
    sinceAnnounced.start();
    searchLines(order.content, order.pattern, order.from, order.to, order.cancel, [&](qint64 line) {
        const std::lock_guard lock(m_mutex);
        if (order.cancel.isCanceled())
            return false;
        if (m_hits.size() >= mostHits) {
            m_capped = true;
            return false;
        }
        if (m_hits.empty() || m_hits.back() < line)
            m_hits.push_back(line);
        if (sinceAnnounced.elapsed() >= 50) {
            sinceAnnounced.restart();
            announce();
        }
        return true;
    });
    const std::lock_guard lock(m_mutex);
    if (order.cancel.isCanceled())
        return;
    m_searching = false;
    announce();
}

void LogFinder::findFirst(const Order &order)
{
    qint64 found = -1;
    const LogContent &content = order.content;
    searchLines(content, order.pattern, offsetOfLine(content, order.from), content.index->indexedBytes(), order.cancel,
                [&](qint64 line) {
                    found = line;
                    return false;
                });
    const std::lock_guard lock(m_mutex);
    if (order.cancel.isCanceled())
        return;
    m_searching = false;
    QMetaObject::invokeMethod(
        this, [this, found] { Q_EMIT foundNext(found); }, Qt::QueuedConnection);
}

bool LogFinder::isSearching() const
{
    const std::lock_guard lock(m_mutex);
    return m_searching;
}

bool LogFinder::isCapped() const
{
    const std::lock_guard lock(m_mutex);
    return m_capped;
}

size_t LogFinder::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_hits.size();
}

size_t LogFinder::indexFrom(qint64 line) const
{
    const std::lock_guard lock(m_mutex);
    return size_t(std::lower_bound(m_hits.begin(), m_hits.end(), line) - m_hits.begin());
}

qint64 LogFinder::at(size_t index) const
{
    const std::lock_guard lock(m_mutex);
    return index < m_hits.size() ? m_hits[index] : -1;
}

} // namespace mooring
