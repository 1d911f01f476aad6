#pragma once

#include "core/azure/aci/containergroups.h"
#include "core/azure/aci/packagestore.h"
#include "core/azure/ml/openml.h"
#include "core/credentials/credentialstore.h"
#include "core/inference/endpointrunner.h"

namespace mooring {

/// The inference server in a container group of Azure Container Instances, in the subscription, resource group and
/// region of an Azure ML workspace. See README.md. Groups without our tag are never touched.
class AciRunner : public EndpointRunner
{
public:
    /// `credentials` must outlive it.
    AciRunner(OpenMl open, CredentialStore &credentials) : m_open(std::move(open)), m_credentials(credentials) {}

    bool givesAddresses() const override { return true; }
    Result<> check(const DeploymentSettings &settings) const override;
    std::chrono::milliseconds lookPause() const override { return m_pause; }
    Result<QByteArray> key(const EndpointVersion &version, const VersionFolder &folder,
                           const CancelToken &cancel) override;
    Result<> prepare(EndpointVersion &version, const VersionFolder &folder, const DeployWatch &watch,
                     JobContext &context) override;
    Result<> start(EndpointVersion &version, const VersionFolder &folder, int port, JobContext &context) override;
    Result<InstanceTruth> look(const EndpointVersion &version, const VersionFolder &folder,
                               const CancelToken &cancel) override;
    Result<> stop(const EndpointVersion &version, const VersionFolder &folder, JobContext &context) override;
    Result<> discard(const EndpointVersion &version, const VersionFolder &folder, JobContext &context) override;
    Result<> readLog(const EndpointVersion &version, const VersionFolder &folder, Log log, bool follow,
                     const Sink &sink, const CancelToken &cancel) override;
    Result<> watchUsage(const EndpointVersion &version, const VersionFolder &folder, const UsageSink &sink,
                        const CancelToken &cancel) override;
    QString servedCode(const VersionFolder &folder) const override;
    bool writesLogFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const override;
    QString logFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const override;

    /// Between two looks at Azure; tests make it small.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

private:
    Result<QByteArray> makeKey(const EndpointVersion &version, const VersionFolder &folder, JobContext &context);
    Result<> makeGroup(EndpointVersion &version, const VersionFolder &folder, MlClient &client, JobContext &context);
    Result<> removeGroup(ContainerGroups &groups, const EndpointVersion &version, const VersionFolder &folder,
                         JobContext &context);
    /// While the group is there; best effort.
    void keepLog(ContainerGroups &groups, const EndpointVersion &version, const VersionFolder &folder,
                 const CancelToken &cancel) const;
    Result<> readServerLog(const EndpointVersion &version, const VersionFolder &folder, bool follow, const Sink &sink,
                           const CancelToken &cancel);
    ContainerGroups groupsOf(MlClient &client) const;

    OpenMl m_open;
    CredentialStore &m_credentials;
    std::chrono::milliseconds m_pause{3000};
};

/// What makes the groups of one version ours: a word of chance, kept in the version's folder. Empty: it has none yet.
QString ownerOf(const VersionFolder &folder);
/// Under which the keychain has the version's key.
QString keyName(const EndpointVersion &version, const QString &owner);
QString provisioningLogOf(const VersionFolder &folder);
/// The name of the version's group, as Azure lets groups be called.
QString groupNameOf(const EndpointVersion &version, const QString &owner);

} // namespace mooring
