#include "core/workspace/sqlthreads.h"

namespace mooring {

SqlThreads::SqlThreads(const QString &name, int count, Open open, Work tick, std::chrono::milliseconds interval)
    : m_name(name), m_open(std::move(open)), m_tick(std::move(tick)), m_interval(interval), m_count(count)
{
}

SqlThreads::~SqlThreads()
{
    {
        const std::lock_guard lock(m_lock);
        m_stop = true;
    }
    m_wake.notify_all();
    for (const auto &thread : m_threads)
        thread->wait();
}

void SqlThreads::post(Work work)
{
    {
        const std::lock_guard lock(m_lock);
        m_queue.push_back(std::move(work));
        if (m_threads.empty())
            begin();
    }
    m_wake.notify_one();
}

void SqlThreads::reopen() { ++m_generation; }

void SqlThreads::begin()
{
    for (int i = 0; i < m_count; ++i) {
        m_threads.emplace_back(QThread::create([this, first = i == 0] { serve(first); }));
        m_threads.back()->setObjectName(m_name);
        m_threads.back()->start();
    }
}

void SqlThreads::serve(bool first)
{
    Own own;
    std::unique_lock lock(m_lock);
    if (first) {
        lock.unlock();
        perform(m_tick, own);
        lock.lock();
        m_begun = true;
        m_wake.notify_all();
    }
    while (true) {
        const auto ready = [this] { return m_begun && (m_stop || !m_queue.empty()); };
        if (first)
            m_wake.wait_for(lock, m_interval, ready);
        else
            m_wake.wait(lock, ready);
        if (m_stop && m_queue.empty())
            return;
        if (m_queue.empty() && !first)
            continue;
        Work work = m_queue.empty() ? m_tick : std::move(m_queue.front());
        if (!m_queue.empty())
            m_queue.pop_front();
        lock.unlock();
        perform(work, own);
        work = nullptr;
        lock.lock();
    }
}

void SqlThreads::perform(const Work &work, Own &own)
{
    const int generation = m_generation;
    if (own.generation != generation)
        own.connection.reset();
    own.generation = generation;
    if (own.connection) {
        work(own.connection.get());
        return;
    }
    auto opened = m_open();
    if (opened)
        own.connection = std::move(opened).value();
    work(opened ? Result<SqlConnection *>(own.connection.get()) : Result<SqlConnection *>(opened.error()));
}

} // namespace mooring
