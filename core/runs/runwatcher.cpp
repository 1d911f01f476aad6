#include "core/runs/runwatcher.h"

#include "core/runs/runservice.h"

using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr auto kLivePause = 400ms;
constexpr auto kIdlePause = 1000ms;

} // namespace

RunWatcher::RunWatcher(RunService &service, QObject *parent) : QObject(parent), m_service(service) {}

RunWatcher::~RunWatcher()
{
    m_cancel.cancel();
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
    if (m_thread)
        m_thread->wait();
}

void RunWatcher::start()
{
    if (m_thread)
        return;
    m_thread.reset(QThread::create([this] { watch(); }));
    m_thread->start();
}

void RunWatcher::nudge()
{
    {
        const std::lock_guard lock(m_mutex);
        m_nudged = true;
    }
    m_wake.notify_all();
}

/// False when it is time to end.
bool RunWatcher::rest(std::chrono::milliseconds pause)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, pause, [this] { return m_nudged || m_stopped; });
    m_nudged = false;
    return !m_stopped;
}

void RunWatcher::watch()
{
    QHash<QString, QByteArray> seen;
    auto pause = kIdlePause;
    do {
        auto runs = m_service.refreshLive(m_cancel);
        if (!runs) { // the book or the disk has a problem that others show; look again
            pause = kIdlePause;
            continue;
        }
        QHash<QString, QByteArray> now;
        QStringList changed;
        for (const RunRecord &run : *runs) {
            const QByteArray text = toBytes(run.toStoreJson());
            if (seen.value(run.id) != text)
                changed << run.id;
            if (!isEnded(run.state))
                now.insert(run.id, text);
        }
        for (auto run = seen.cbegin(); run != seen.cend(); ++run) {
            if (!now.contains(run.key())) // somebody else saw its end
                changed << run.key();
        }
        seen = std::move(now);
        if (!changed.isEmpty())
            QMetaObject::invokeMethod(
                this, [this, changed] { Q_EMIT runsChanged(changed); }, Qt::QueuedConnection);
        pause = runs->empty() ? kIdlePause : kLivePause;
    } while (rest(pause));
}

} // namespace mooring
