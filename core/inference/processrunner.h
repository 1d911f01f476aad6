#pragma once

#include "core/environments/environmentplan.h"
#include "core/inference/endpointrunner.h"
#include "core/runs/runhost.h"

namespace mooring {

/// The real inference server as a process of this computer, in an environment that Mooring builds. It is carried by the
/// supervisor of runs (resources/remote/sup.sh), so it outlives Mooring, and is ended with the same proof.
class ProcessRunner : public EndpointRunner
{
public:
    explicit ProcessRunner(std::shared_ptr<RunHost> host) : m_host(std::move(host)) {}

    Result<> prepare(EndpointVersion &version, const VersionFolder &folder, const DeployWatch &watch,
                     JobContext &context) override;
    Result<> start(EndpointVersion &version, const VersionFolder &folder, int port, JobContext &context) override;
    Result<InstanceTruth> look(const EndpointVersion &version, const VersionFolder &folder,
                               const CancelToken &cancel) override;
    bool holdsPort(const EndpointVersion &version, int port) const override;
    Result<> stop(const EndpointVersion &version, const VersionFolder &folder, JobContext &context) override;
    Result<> discard(const EndpointVersion &version, const VersionFolder &folder, JobContext &context) override;
    Result<> readLog(const EndpointVersion &version, const VersionFolder &folder, Log log, bool follow,
                     const Sink &sink, const CancelToken &cancel) override;
    QString servedCode(const VersionFolder &folder) const override;
    QString logFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const override;

private:
    Result<> writeFiles(const QString &instance, const EndpointVersion &version, const VersionFolder &folder,
                        const EnvironmentPlan &plan, int port, const CancelToken &cancel);

    std::shared_ptr<RunHost> m_host;
};

} // namespace mooring
