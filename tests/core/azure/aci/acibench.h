#pragma once

#include "core/azure/aci/acirunner.h"
#include "core/inference/endpointservice.h"
#include "tests/support/labprofile.h"

#include <QTemporaryDir>

#include <atomic>

namespace mooring::test {

/// A profile that is signed in to the practice lab, with endpoints in its container groups, a model and a scoring
/// script.
class AciBench : public LabProfile
{
public:
    AciBench() : AciBench(std::make_shared<std::atomic<int>>(0)) {}

    DeployRequest request(const QString &name = QStringLiteral("bearing"), bool replace = false) const;
    Result<EndpointRecord> deploy(const DeployRequest &wanted) { return service->deploy(wanted, context); }
    /// Names of the lab's groups.
    QStringList groups() const;
    WebReply askGroup(const QByteArray &method, const QString &name, const Json &body = {}) const;
    /// Bodies of the blobs that were sent.
    int uploads() const;
    /// Status of POST /score.
    int scored(const QString &endpoint);
    int scoredAs(const ServerAddress &server) const;
    QByteArray keyOf(const EndpointRecord &record, int version) const;
    VersionFolder folderOf(const QString &endpoint, int version) const
    {
        return {profile.profile.endpointsFolder() + QStringLiteral("/") + endpoint, version};
    }
    const std::shared_ptr<std::atomic<int>> uploadCount; ///< counted on the lab's thread
    QTemporaryDir files;
    std::shared_ptr<AciRunner> runner;
    std::unique_ptr<EndpointService> service;
    RecordingContext context;

private:
    explicit AciBench(const std::shared_ptr<std::atomic<int>> &uploads);
};

} // namespace mooring::test
