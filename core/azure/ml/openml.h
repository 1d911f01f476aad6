#pragma once

#include "core/azure/ml/mlclient.h"

namespace mooring {

class Workspace;

/// Calls of the Azure ML workspace that a profile knows by that name; asked at each use. Blocks on the store, asks no
/// network. "workspace.unknown", "signin.needed", "cloud.unknown".
using OpenMl = std::function<Result<std::shared_ptr<MlClient>>(const QString &name)>;

/// By the profile's workspaces and the account that is signed in there; both must outlive it.
OpenMl openMlBy(Workspace &workspace, SignInService &signIn);

} // namespace mooring
