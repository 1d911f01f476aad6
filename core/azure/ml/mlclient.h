#pragma once

#include "core/azure/arm/armclient.h"
#include "core/azure/ml/mlworkspace.h"
#include "core/azure/signin/signinservice.h"

#include <mutex>

namespace mooring {

/// Calls of one workspace: the resource manager (api-version 2024-10-01) and the data planes, which take the same
/// token. Blocks; worker threads and the command line only. Thread-safe.
class MlClient
{
public:
    MlClient(MlWorkspace workspace, ArmClient arm) : m_workspace(std::move(workspace)), m_arm(std::move(arm)) {}
    /// With the account that signs in to the workspace's cloud: "signin.needed", "cloud.unknown".
    static Result<std::shared_ptr<MlClient>> open(SignInService &signIn, const MlWorkspace &workspace);

    const MlWorkspace &workspace() const { return m_workspace; }
    const ArmClient &arm() const { return m_arm; }
    ArmClient &arm() { return m_arm; }

    /// `path`: below the workspace, percent-encoded, without a slash at its start ("computes/vm1").
    ArmCall call(const QByteArray &method, const QString &path, const QString &what, Json body = {}) const;
    /// GET of any resource, with its provider's api-version.
    ArmCall resourceCall(const QString &resourceId, const QString &apiVersion, const QString &what) const;
    /// The workspace itself; asked once.
    Result<Json> document(const CancelToken &cancel);
    /// Of the workspace: what is made in it is made there.
    Result<QString> location(const CancelToken &cancel);
    /// Base of the data planes, from discoveryUrl (asked without a token), else by the rule for the region. Only a host
    /// that the cloud lets the token go to: "azure.otherHost".
    Result<QUrl> api(const CancelToken &cancel);

private:
    Result<QUrl> discover(const Json &document, const CancelToken &cancel) const;

    MlWorkspace m_workspace;
    ArmClient m_arm;
    std::mutex m_mutex; // guards the two below; never held while anything is waited for
    Json m_document;
    QUrl m_api;
};

} // namespace mooring
