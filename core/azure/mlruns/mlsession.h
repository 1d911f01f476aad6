#pragma once

#include "core/azure/mlruns/mlruns.h"

namespace mooring {

/// One workspace of Azure ML, opened: what a command or a window works with.
struct MlSession
{
    MlSession(std::shared_ptr<MlClient> opened, const KindRegistry &kinds, Workspace &workspace,
              CredentialStore &credentials)
        : client(std::move(opened)), targets(client, kinds, workspace, credentials), runs(client, targets)
    {
    }
    Q_DISABLE_COPY_MOVE(MlSession)

    std::shared_ptr<MlClient> client;
    MlTargets targets;
    MlRuns runs;
};

} // namespace mooring
