#pragma once

#include "core/inference/endpointrecord.h"

namespace mooring {

/// How the same endpoint is deployed with another tool, as text: "sdk" (Python of azureml-core: a local web service, or
/// one in a container instance) or "cli" (a deployment file of az ml, version 2, for its local endpoints). Of the
/// version's own settings. "export.noWay" where the tool cannot; the errors of reading an environment file. Worker
/// threads and the command line.
Result<QByteArray> endpointAsCode(const EndpointVersion &version, const QString &form);

} // namespace mooring
