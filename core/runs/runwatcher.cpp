#include "core/runs/runwatcher.h"

#include "core/runs/runservice.h"
#include "core/runs/targetwatch.h"

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

/// True when somebody asked for a look now.
bool RunWatcher::rest(std::chrono::milliseconds pause)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, pause, [this] { return m_nudged || m_stopped; });
    return std::exchange(m_nudged, false);
}

bool RunWatcher::isStopped()
{
    const std::lock_guard lock(m_mutex);
    return m_stopped;
}

/// Watches for the targets that need one; those that need none any more end.
void RunWatcher::adjust(const QStringList &busy)
{
    std::erase_if(m_watches, [&](const auto &watch) { return watch.second->isIdle() && !busy.contains(watch.first); });
    for (const QString &target : busy) {
        std::unique_ptr<TargetWatch> &watch = m_watches[target];
        if (watch)
            continue;
        watch = std::make_unique<TargetWatch>(m_service, target, [this](const QStringList &changed) {
            QMetaObject::invokeMethod(
                this, [this, changed] { Q_EMIT runsChanged(changed); }, Qt::QueuedConnection);
        });
    }
}

void RunWatcher::watch()
{
    // A lost database: runs of this computer are found by their folders. Those of others when they are first reached.
    (void)m_service.adoptRuns(RunSettings().target, m_cancel);
    bool nudged = false;
    do {
        if (const auto busy = m_service.busyTargets()) // else the disk has a problem that others show
            adjust(*busy);
        if (nudged) {
            for (const auto &[target, watch] : m_watches)
                watch->nudge();
        }
        nudged = rest(m_watches.empty() ? kIdlePause : kLivePause);
    } while (!isStopped());
    for (const auto &[target, watch] : m_watches) // all of them, before one is waited for
        watch->stop();
    m_watches.clear();
}

} // namespace mooring
