#pragma once

#include "core/base/canceltoken.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace mooring {

class RunService;
struct TargetLook;

/// Looks at the runs of one target again and again, on a thread of its own: a target that hangs holds up no other.
/// This computer every 400 ms; another every 1 to 5 s, the longer nothing happens, and with pauses growing to 15 s
/// while it does not answer.
class TargetWatch
{
public:
    /// `onChanged` is called on the watch's thread with the runs that are not as they were at the last look.
    TargetWatch(RunService &service, QString target, std::function<void(const QStringList &)> onChanged);
    ~TargetWatch(); ///< stops and joins

    void nudge();                          ///< look now
    void stop();                           ///< does not wait
    bool isIdle() const { return m_idle; } ///< nothing was live at the last look

    /// The pause after a look, from the one before it.
    static std::chrono::milliseconds pauseAfter(const TargetLook &look, bool changed, std::chrono::milliseconds last);

private:
    void watch();
    QStringList changesIn(const TargetLook &look);
    bool rest(std::chrono::milliseconds pause);

    RunService &m_service;
    QString m_target;
    std::function<void(const QStringList &)> m_onChanged;
    QHash<QString, QByteArray> m_seen; // the watch's thread only
    CancelToken m_cancel;
    std::atomic<bool> m_idle = false;
    std::mutex m_mutex; // guards the two below
    std::condition_variable m_wake;
    bool m_nudged = false;
    bool m_stopped = false;
    std::thread m_thread;
};

} // namespace mooring
