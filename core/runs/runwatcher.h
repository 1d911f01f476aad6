#pragma once

#include "core/base/canceltoken.h"

#include <QObject>
#include <QStringList>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>

class QThread;

namespace mooring {

class RunService;
class TargetWatch;

/// Keeps the live runs true, and the copies of what other computers' runs print, while the window is open. Each target
/// with live runs is looked at on a thread of its own (TargetWatch). Lives on the thread that made it. Destroying it
/// cancels and joins.
class RunWatcher : public QObject
{
    Q_OBJECT
public:
    /// `service` must outlive the watcher.
    explicit RunWatcher(RunService &service, QObject *parent = nullptr);
    ~RunWatcher() override;

    void start();
    /// Look now: something was submitted or canceled. Returns at once; any thread.
    void nudge();

Q_SIGNALS:
    /// These runs are not as they were at the last look, or are new; their records are in the book. On the owner's
    /// thread.
    void runsChanged(const QStringList &ids);

private:
    void watch();
    void adjust(const QStringList &busy);
    bool rest(std::chrono::milliseconds pause);
    bool isStopped();

    RunService &m_service;
    CancelToken m_cancel;
    std::unique_ptr<QThread> m_thread;
    std::mutex m_mutex; // guards the two below
    std::condition_variable m_wake;
    bool m_nudged = false;
    bool m_stopped = false;
    std::map<QString, std::unique_ptr<TargetWatch>> m_watches; // the watching thread only
};

} // namespace mooring
