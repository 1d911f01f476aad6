#pragma once

#include "core/azure/mlruns/mlruns.h"

namespace mooring {

/// One workspace of Azure ML, opened: what a command or a window works with.
struct MlSession
{
    MlSession(std::shared_ptr<MlClient> opened, const KindRegistry &kinds, Workspace &workspace,
              CredentialStore &credentials)
        : client(std::move(opened)), targets(client, kinds, workspace, credentials), runs(client, targets, workspace)
    {
    }
    Q_DISABLE_COPY_MOVE(MlSession)

    /// With the account that is signed in to the workspace's cloud; all must outlive the session. Blocks on the store.
    static Result<std::unique_ptr<MlSession>> open(SignInService &signIn, const MlWorkspace &mlWorkspace,
                                                   const KindRegistry &kinds, Workspace &workspace,
                                                   CredentialStore &credentials)
    {
        auto client = MlClient::open(signIn, mlWorkspace);
        if (!client)
            return client.error();
        return std::make_unique<MlSession>(*client, kinds, workspace, credentials);
    }

    std::shared_ptr<MlClient> client;
    MlTargets targets;
    MlRuns runs;
};

} // namespace mooring
