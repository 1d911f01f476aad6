#pragma once

#include "core/azure/aci/acirunner.h"
#include "core/azure/signin/signinservice.h"
#include "core/inference/endpointservice.h"
#include "tests/support/labbench.h"
#include "tests/support/trafficrecorder.h"
#include "tests/support/workspacesupport.h"

#include <QTemporaryDir>

namespace mooring::test {

/// A profile that is signed in to the practice lab, with endpoints in its container groups, a model and a scoring
/// script. Everything that the resource manager was asked is recorded for Microsoft's validator.
class AciBench
{
public:
    AciBench();

    DeployRequest request(const QString &name = QStringLiteral("bearing"), bool replace = false) const;
    Result<EndpointRecord> deploy(const DeployRequest &wanted) { return service->deploy(wanted, context); }
    void setFaults(const QString &words); ///< empty: none
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
    /// Every byte of every file of the profile.
    QByteArray everythingKept() const;
    void keepTraffic(const QString &name) const;

    mutable std::mutex mutex; ///< guards uploadCount
    int uploadCount = 0;
    TrafficRecorder recorder;
    LabBench lab{[this](const QString &kind, const LabRequest &request, const LabReply &reply) {
        if (kind == QStringLiteral("arm"))
            recorder.record(kind, request, reply);
        const std::lock_guard lock(mutex);
        uploadCount += kind == QStringLiteral("blob") && request.method == "PUT" ? 1 : 0;
    }};
    QTemporaryDir files;
    TemporaryProfile profile;
    std::unique_ptr<Workspace> workspace = profile.open();
    std::unique_ptr<CredentialStore> credentials = CredentialStore::memory();
    std::unique_ptr<SignInService> signIn;
    std::shared_ptr<AciRunner> runner;
    std::unique_ptr<EndpointService> service;
    RecordingContext context;
};

} // namespace mooring::test
