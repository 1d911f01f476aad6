#include "core/runs/targetwatch.h"

#include "core/runs/runservice.h"

using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr auto kLocalPause = 400ms;
constexpr auto kShortestPause = 1000ms;
constexpr auto kLongestPause = 5000ms;
constexpr auto kLongestWait = 15'000ms; ///< while it does not answer

} // namespace

TargetWatch::TargetWatch(RunService &service, QString target, std::function<void(const QStringList &)> onChanged)
    : m_service(service), m_target(std::move(target)), m_onChanged(std::move(onChanged)), m_thread([this] { watch(); })
{
}

TargetWatch::~TargetWatch()
{
    stop();
    m_thread.join();
}

void TargetWatch::stop()
{
    m_cancel.cancel();
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_wake.notify_all();
}

void TargetWatch::nudge()
{
    const std::lock_guard lock(m_mutex);
    m_nudged = true;
    m_wake.notify_all();
}

/// False when it is time to end.
bool TargetWatch::rest(std::chrono::milliseconds pause)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, pause, [this] { return m_nudged || m_stopped; });
    m_nudged = false;
    return !m_stopped;
}

std::chrono::milliseconds TargetWatch::pauseAfter(const TargetLook &look, bool changed, std::chrono::milliseconds last)
{
    if (!look.reached)
        return std::clamp<std::chrono::milliseconds>(last * 2, kShortestPause * 2, kLongestWait);
    if (!look.isRemote)
        return kLocalPause;
    if (changed || look.copied > 0 || last > kLongestPause)
        return kShortestPause;
    return std::clamp<std::chrono::milliseconds>(last * 3 / 2, kShortestPause, kLongestPause);
}

QStringList TargetWatch::changesIn(const TargetLook &look)
{
    QHash<QString, QByteArray> now;
    QStringList changed;
    for (const RunRecord &run : look.runs) {
        const QByteArray text = toBytes(run.toStoreJson());
        if (m_seen.value(run.id) != text)
            changed << run.id;
        if (!isEnded(run.state))
            now.insert(run.id, text);
    }
    for (auto run = m_seen.cbegin(); run != m_seen.cend(); ++run) {
        if (!now.contains(run.key()) && !changed.contains(run.key())) // somebody else saw its end
            changed << run.key();
    }
    m_seen = std::move(now);
    return changed;
}

void TargetWatch::watch()
{
    std::chrono::milliseconds pause = kShortestPause;
    do {
        const auto look = m_service.lookAt(m_target, m_cancel);
        if (!look) { // the book has a problem that others show; look again
            pause = kShortestPause;
            continue;
        }
        const QStringList changed = changesIn(*look);
        if (!changed.isEmpty())
            m_onChanged(changed);
        m_idle = m_seen.isEmpty();
        pause = pauseAfter(*look, !changed.isEmpty(), pause);
    } while (rest(pause));
}

} // namespace mooring
