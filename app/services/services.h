#pragma once

#include "core/azure/ml/mlworkspacebook.h"
#include "core/azure/mlruns/mlsession.h"
#include "core/azure/signin/signinservice.h"
#include "core/base/result.h"
#include "core/credentials/credentialstore.h"
#include "core/inference/endpointservice.h"
#include "core/runs/runservice.h"
#include "core/targets/kindregistry.h"
#include "core/targets/targetservice.h"
#include "core/transport/ssh/hosttrust.h"
#include "core/transport/ssh/sshsignin.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"

#include <memory>

namespace mooring {

class DockerChoice;

/// Everything of core that one process needs, composed once. The window and the command line get the same.
/// Members are destroyed in reverse order: services before the workspace that they write to.
class Services
{
public:
    /// Who answers what a machine asks during a sign-in (SshSignIn::ask); empty: nobody.
    using AskPerson = std::function<Result<std::vector<QByteArray>>(const SshPrompts &, const CancelToken &)>;

    /// Opens the profile and its workspace. Blocks on the disk: a worker thread, or the command line.
    static Result<std::unique_ptr<Services>> open(const QString &profileFolder, const AskPerson &ask = {});

    const Profile &profile() const { return m_profile; }
    Workspace &workspace() { return *m_workspace; }
    HostTrust &trust() { return *m_trust; }
    const std::shared_ptr<HostTrust> &sharedTrust() const { return m_trust; }
    const AskPerson &askPerson() const { return m_ask; }
    /// Which engine the person chose; its search goes by SSH too.
    DockerChoice &docker() { return *m_docker; }
    const KindRegistry &kinds() const { return m_kinds; }
    CredentialStore &credentials() { return *m_credentials; }
    TargetService &targets() { return *m_targets; }
    RunService &runs() { return *m_runs; }
    SignInService &signIn() { return *m_signIn; }
    MlWorkspaceBook mlWorkspaces() { return MlWorkspaceBook(*m_workspace); }
    /// One workspace of Azure ML, with the account that is signed in there; not to outlive this.
    Result<std::unique_ptr<MlSession>> openMl(const MlWorkspace &workspace);
    EndpointService &endpoints() { return *m_endpoints; }

private:
    Services(Profile profile, AskPerson ask);
    Result<> makeEndpoints();

    Profile m_profile;
    std::shared_ptr<HostTrust> m_trust;
    AskPerson m_ask;
    std::shared_ptr<DockerChoice> m_docker;
    KindRegistry m_kinds;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SignInService> m_signIn;
    std::unique_ptr<TargetService> m_targets;
    std::unique_ptr<RunService> m_runs;
    std::unique_ptr<EndpointService> m_endpoints;
};

} // namespace mooring
