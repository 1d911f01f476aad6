#pragma once

#include "core/inference/endpointrunner.h"
#include "ui/context/appcontext.h"
#include "ui/inference/backgroundwatch.h"
#include "ui/log/logsource.h"

namespace mooring {

/// What an endpoint prints and takes while a page is open: the logs of its newest attempt (for it is the one that
/// fails), each start with its own, and CPU and memory of what serves, where its way of running tells. Window's thread.
class EndpointFollow : public QObject
{
    Q_OBJECT
public:
    EndpointFollow(const AppContext &context, const QString &name, QObject *parent = nullptr);

    /// Begins anew when it was started again.
    void setEndpoint(const EndpointRecord &endpoint);
    /// Usage is watched only while somebody looks.
    void setActive(bool active);
    const std::optional<InstanceUsage> &usage() const { return m_usage; }

Q_SIGNALS:
    void logsChanged(const std::vector<mooring::LogSource> &logs);
    void usageChanged(const mooring::InstanceUsage &usage);

private:
    struct LogFileAt
    {
        EndpointRunner::Log log = EndpointRunner::Log::Server;
        QString path;
    };
    using LogWatch = BackgroundWatch<LogFileAt>;
    using UsageWatch = BackgroundWatch<InstanceUsage>;

    std::unique_ptr<LogWatch> follow(EndpointRunner::Log log);
    void takeLog(const LogFileAt &file);
    void watchUsage();

    EndpointService &m_service;
    QString m_name;
    QString m_start; ///< which start of which version it follows
    bool m_hasServing = false, m_isActive = false;
    std::unique_ptr<LogWatch> m_serverLog, m_buildLog;
    std::unique_ptr<UsageWatch> m_usageWatch;
    QString m_serverPath, m_buildPath;
    std::optional<InstanceUsage> m_usage;
};

} // namespace mooring
