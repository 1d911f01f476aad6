#pragma once

#include "core/base/canceltoken.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace mooring {

/// Something that goes on and gives values again and again, on a thread of the pool that is made for it, so that short
/// reads need not wait. Ends when it is asked to or deleted; `work` must return soon after its token is canceled.
/// Window's thread.
template <class Value>
class BackgroundWatch : public QObject
{
public:
    using Give = std::function<void(const Value &)>; ///< from the work's thread
    using Work = std::function<void(const Give &, const CancelToken &)>;

    BackgroundWatch(Work work, std::function<void(const Value &)> onValue, QObject *parent)
        : QObject(parent), m_onValue(std::move(onValue))
    {
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this,
                [this](int index) { m_onValue(m_watcher.resultAt(index)); });
        m_watcher.setFuture(promise->future());
        QThreadPool *pool = QThreadPool::globalInstance();
        pool->releaseThread(); // one more place while this goes on
        pool->start([promise, pool, work = std::move(work), cancel = m_cancel] {
            work([promise](const Value &value) { promise->addResult(value); }, cancel);
            promise->finish();
            pool->reserveThread();
        });
    }
    ~BackgroundWatch() override { m_cancel.cancel(); }

    bool hasEnded() const { return m_watcher.isFinished(); }

private:
    std::function<void(const Value &)> m_onValue;
    QFutureWatcher<Value> m_watcher;
    CancelToken m_cancel;
};

} // namespace mooring
