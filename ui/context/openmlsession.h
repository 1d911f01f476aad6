#pragma once

#include "core/azure/mlruns/mlsession.h"
#include "ui/context/appcontext.h"

namespace mooring {

/// The Azure ML workspace of this name in the profile's book, with the account that is signed in there. Blocks on the
/// store and perhaps the keychain, asks no network: for inBackground() or a Job, with the name taken on the window's
/// thread before. "workspace.unknown", "signin.needed", "cloud.unknown".
Result<std::shared_ptr<MlSession>> openMlSession(const AppContext &context, const QString &name);

} // namespace mooring
