#pragma once

#include "core/base/result.h"
#include "core/credentials/credentialstore.h"
#include "core/runs/runservice.h"
#include "core/targets/kindregistry.h"
#include "core/targets/targetservice.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"

#include <memory>

namespace mooring {

/// Everything of core that one process needs, composed once. The window and the command line get the same.
/// Members are destroyed in reverse order: services before the workspace that they write to.
class Services
{
public:
    /// Opens the profile and its workspace. Blocks on the disk: a worker thread, or the command line.
    static Result<std::unique_ptr<Services>> open(const QString &profileFolder);

    const Profile &profile() const { return m_profile; }
    Workspace &workspace() { return *m_workspace; }
    const KindRegistry &kinds() const { return m_kinds; }
    CredentialStore &credentials() { return *m_credentials; }
    TargetService &targets() { return *m_targets; }
    RunService &runs() { return *m_runs; }

private:
    explicit Services(Profile profile);

    Profile m_profile;
    KindRegistry m_kinds;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<TargetService> m_targets;
    std::unique_ptr<RunService> m_runs;
};

} // namespace mooring
