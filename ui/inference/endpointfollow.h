#pragma once

#include "core/inference/endpointbench.h"
#include "ui/inference/backgroundwatch.h"
#include "ui/log/logsource.h"

#include <QObject>

namespace mooring {

/// What an endpoint prints and takes while a page is open: the logs of its newest attempt (for it is the one that
/// fails), each start with its own, or those of all deployments of one that others made; and CPU and memory of what
/// serves, where its way of running tells. Window's thread.
class EndpointFollow : public QObject
{
    Q_OBJECT
public:
    EndpointFollow(std::shared_ptr<EndpointBench> bench, const QString &name, QObject *parent = nullptr);

    /// Begins anew when it was started again.
    void setEndpoint(const EndpointRecord &endpoint);
    /// Usage, and logs that a service is asked for again and again, are watched only while somebody looks.
    void setActive(bool active);
    const std::optional<InstanceUsage> &usage() const { return m_usage; }

Q_SIGNALS:
    void logsChanged(const std::vector<mooring::LogSource> &logs);
    void usageChanged(const mooring::InstanceUsage &usage);

private:
    using LogWatch = BackgroundWatch<QString>;
    struct Followed
    {
        QString title;
        EndpointBench::Log log = EndpointBench::Log::Server;
        LogOf of;
        QString path = {};
        std::unique_ptr<LogWatch> watch = {};
    };
    using UsageWatch = BackgroundWatch<InstanceUsage>;

    std::vector<Followed> logsOf(const EndpointRecord &endpoint) const;
    void follow(const EndpointRecord &endpoint);
    void takeLog(size_t index, const QString &path);
    void watchUsage();

    std::shared_ptr<EndpointBench> m_bench;
    QString m_name;
    QString m_start; ///< which start of which version it follows
    bool m_hasServing = false, m_isActive = false;
    std::vector<Followed> m_logs;
    std::optional<EndpointRecord> m_elsewhere; ///< whose logs are followed while somebody looks
    std::unique_ptr<UsageWatch> m_usageWatch;
    std::optional<InstanceUsage> m_usage;
};

} // namespace mooring
