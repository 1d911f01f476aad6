#include "ui/inference/endpointfollow.h"

#include "core/inference/endpointservice.h"

namespace mooring {

using namespace Qt::StringLiterals;
using Log = EndpointRunner::Log;

EndpointFollow::EndpointFollow(const AppContext &context, const QString &name, QObject *parent)
    : QObject(parent), m_service(context.endpoints), m_name(name)
{
}

void EndpointFollow::setEndpoint(const EndpointRecord &endpoint)
{
    const EndpointVersion *newest = endpoint.latest();
    const EndpointVersion *serving = endpoint.serving();
    // A log that the engine has is in a file of ours until its container is gone; then it stands elsewhere.
    const QString start = newest ? u"%1 %2 %3 %4 %5"_s.arg(newest->number)
                                       .arg(newest->instance, newest->container, toWord(endpoint.state),
                                            serving ? serving->instance : u""_s)
                                 : QString();
    if (start == m_start || endpoint.isForeign)
        return;
    m_start = start;
    m_hasServing = serving && (endpoint.state == EndpointState::Running || endpoint.state == EndpointState::Unhealthy);
    m_serverLog = follow(Log::Server);
    m_buildLog = follow(Log::Build);
    watchUsage();
}

void EndpointFollow::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    watchUsage();
}

std::unique_ptr<EndpointFollow::LogWatch> EndpointFollow::follow(Log log)
{
    const auto work = [service = &m_service, name = m_name, log](const LogWatch::Give &give,
                                                                 const CancelToken &cancel) {
        const auto followed = service->followLogFile(
            name, log, false,
            [&give, log](const QString &path) {
                give({log, path});
            },
            cancel);
        (void)followed; // the view says what it cannot read
    };
    return std::make_unique<LogWatch>(
        work, [this](const LogFileAt &file) { takeLog(file); }, nullptr);
}

void EndpointFollow::takeLog(const LogFileAt &file)
{
    (file.log == Log::Server ? m_serverPath : m_buildPath) = file.path;
    std::vector<LogSource> logs;
    if (!m_serverPath.isEmpty())
        logs.push_back({tr("Server log"), m_serverPath});
    if (!m_buildPath.isEmpty())
        logs.push_back({tr("Build log"), m_buildPath});
    Q_EMIT logsChanged(logs);
}

void EndpointFollow::watchUsage()
{
    m_usage.reset();
    m_usageWatch.reset();
    if (!m_isActive || !m_hasServing)
        return;
    const auto work = [service = &m_service, name = m_name](const UsageWatch::Give &give, const CancelToken &cancel) {
        const auto watched = service->watchUsage(
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
