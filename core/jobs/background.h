#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace mooring {

/// Runs `work` on a shared pool and hands its value to `then` on the thread of `receiver`, later. When the receiver dies
/// first, the value is dropped. For short reads that the window shows; what a person may want to cancel is a Job.
template <class Work, class Then>
void inBackground(QObject *receiver, Work work, Then then)
{
    using Value = decltype(work());
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    promise->future().then(receiver, std::move(then));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace mooring
