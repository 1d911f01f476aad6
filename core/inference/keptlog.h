#pragma once

#include "core/inference/endpointrunner.h"

namespace mooring {

/// A log that lies on this computer, from its beginning to its end; one that is not there is empty. Blocks.
Result<> readKeptLog(const QString &path, const EndpointRunner::Sink &sink);

} // namespace mooring
