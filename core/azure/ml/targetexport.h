#pragma once

#include "core/azure/ml/mltarget.h"
#include "core/azure/ml/mlworkspace.h"

namespace mooring {

/// How a target of an Azure ML workspace is made again, as text. Secrets only as references. `form`: "mooring" (our
/// command line), "sdk" (Python of azureml-core), "cli" (az ml, v2), "terraform" (azurerm). "export.noWay" where that
/// tool cannot make it, with what can.
Result<QByteArray> exportTarget(const MlTarget &target, const MlWorkspace &workspace, const QString &form);

} // namespace mooring
