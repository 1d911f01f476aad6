#pragma once

#include "core/workspace/sqlconnection.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace mooring {

/// Threads that each own one connection and take work from one queue. A connection is opened at the first work and
/// belongs to its thread: it never outlives the workspace, whatever threads call. Destroying it finishes what is
/// queued.
class SqlThreads
{
public:
    using Open = std::function<Result<std::unique_ptr<SqlConnection>>()>;
    using Work = std::function<void(Result<SqlConnection *>)>;

    /// `tick` is called on the first thread: before the first work of all, then about every `interval` while there is
    /// nothing to do.
    SqlThreads(const QString &name, int count, Open open, Work tick, std::chrono::milliseconds interval);
    ~SqlThreads();

    void post(Work work);
    /// Connections opened until now are closed before the next work: the way to open them has changed.
    void reopen();

private:
    struct Own ///< of one thread
    {
        std::unique_ptr<SqlConnection> connection;
        int generation = 0;
    };
    void begin();
    void serve(bool first);
    void perform(const Work &work, Own &own);

    QString m_name;
    Open m_open;
    Work m_tick;
    std::chrono::milliseconds m_interval;
    std::mutex m_lock;
    std::condition_variable m_wake;
    std::deque<Work> m_queue;
    int m_count;
    std::atomic<int> m_generation = 0;
    bool m_begun = false; // the first tick is done
    bool m_stop = false;
    std::vector<std::unique_ptr<QThread>> m_threads; // started with the first work
};

} // namespace mooring
