#pragma once

#include "core/base/canceltoken.h"

#include <QObject>
#include <QStringList>

#include <condition_variable>
#include <memory>
#include <mutex>

class QThread;

namespace mooring {

class RunService;

/// Keeps the live runs true while the window is open: looks about every 400 ms while there are any, else every second.
/// Lives on the thread that made it; the looking happens on a thread of its own. Destroying it cancels and joins.
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
    bool rest(std::chrono::milliseconds pause);

    RunService &m_service;
    CancelToken m_cancel;
    std::unique_ptr<QThread> m_thread;
    std::mutex m_mutex; // guards the two below
    std::condition_variable m_wake;
    bool m_nudged = false;
    bool m_stopped = false;
};

} // namespace mooring
