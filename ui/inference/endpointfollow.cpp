#include "ui/inference/endpointfollow.h"

namespace mooring {

using namespace Qt::StringLiterals;
using Log = EndpointRunner::Log;

EndpointFollow::EndpointFollow(std::shared_ptr<EndpointBench> bench, const QString &name, QObject *parent)
    : QObject(parent), m_bench(std::move(bench)), m_name(name)
{
}

void EndpointFollow::setEndpoint(const EndpointRecord &endpoint)
{
    const EndpointVersion *newest = endpoint.latest();
    const EndpointVersion *serving = endpoint.serving();
    QString start;
    if (endpoint.canBeAsked) { // its containers come and go by themselves
        for (const EndpointVersion &each : endpoint.versions)
            start += each.title + u' ';
    } else if (newest) {
        // A log that the engine has is in a file of ours until its container is gone; then it stands elsewhere.
        start =
            u"%1 %2 %3 %4 %5"_s.arg(newest->number)
                .arg(newest->instance, newest->container, toWord(endpoint.state), serving ? serving->instance : u""_s);
    }
    if (start.isEmpty() && endpoint.canBeAsked)
        return; // its deployments could not be listed just now: what is followed goes on
    if (start == m_start || (endpoint.isForeign && !endpoint.canBeAsked))
        return;
    m_start = start;
    m_hasServing = serving && endpoint.answers();
    if (endpoint.canBeAsked)
        m_elsewhere = endpoint;
    if (!m_elsewhere || m_isActive)
        follow(endpoint);
    watchUsage();
}

void EndpointFollow::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    if (m_elsewhere && active)
        follow(*m_elsewhere);
    else if (m_elsewhere)
        m_logs.clear(); // which ends their watches
    watchUsage();
}

std::vector<EndpointFollow::Followed> EndpointFollow::logsOf(const EndpointRecord &endpoint) const
{
    std::vector<Followed> logs;
    if (!endpoint.canBeAsked) {
        logs.push_back({tr("Server log"), Log::Server, {}});
        logs.push_back({tr("Build log"), Log::Build, {}});
        return logs;
    }
    for (const Log log : {Log::Server, Log::Build}) {
        for (const EndpointVersion &each : endpoint.versions)
            logs.push_back({log == Log::Server ? each.title : tr("%1, preparing", "a deployment").arg(each.title), log,
                            LogOf::one(each.number)});
    }
    return logs;
}

void EndpointFollow::follow(const EndpointRecord &endpoint)
{
    m_logs = logsOf(endpoint);
    for (size_t i = 0; i < m_logs.size(); ++i) {
        const auto work = [bench = m_bench, name = m_name, log = m_logs[i].log,
                           of = m_logs[i].of](const LogWatch::Give &give, const CancelToken &cancel) {
            const auto followed = bench->followLogFile(name, log, of, give, cancel);
            (void)followed; // the view says what it cannot read
        };
        m_logs[i].watch = std::make_unique<LogWatch>(
            work, [this, i](const QString &path) { takeLog(i, path); }, nullptr);
    }
}

void EndpointFollow::takeLog(size_t index, const QString &path)
{
    m_logs[index].path = path;
    std::vector<LogSource> logs;
    for (const Followed &each : m_logs) {
        if (!each.path.isEmpty())
            logs.push_back({each.title, each.path});
    }
    Q_EMIT logsChanged(logs);
}

void EndpointFollow::watchUsage()
{
    m_usage.reset();
    m_usageWatch.reset();
    if (!m_isActive || !m_hasServing)
        return;
    const auto work = [bench = m_bench, name = m_name](const UsageWatch::Give &give, const CancelToken &cancel) {
        const auto watched = bench->watchUsage(
            name,
            [&give](const InstanceUsage &usage) {
                give(usage);
                return true;
            },
            cancel);
        (void)watched; // a process does not tell: then nothing is shown
    };
    const auto take = [this](const InstanceUsage &usage) {
        m_usage = usage;
        Q_EMIT usageChanged(usage);
    };
    m_usageWatch = std::make_unique<UsageWatch>(work, take, nullptr);
}

} // namespace mooring
