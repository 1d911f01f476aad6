#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace mooring {

/// Runs `work` on a shared pool and hands its value to `then` on the thread of `receiver`, later. When the receiver
/// dies first, the value is dropped. Call it on the receiver's thread. For short reads that the window shows; what a
/// person may want to cancel is a Job.
template <class Work, class Then>
void inBackground(QObject *receiver, Work work, Then then)
{
    using Value = decltype(work());
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    // Not QFuture::then(receiver, …): Qt 6.4 asserts there when the receiver is gone before the value.
    auto *watcher = new QFutureWatcher<Value>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        then(watcher->future().takeResult());
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace mooring
