#pragma once

#include "core/inference/endpointbench.h"
#include "ui/runs/runcause.h"

namespace mooring {

/// All that an endpoint's page shows, at one moment. A value.
struct EndpointView
{
    EndpointRecord record;
    std::vector<ScoringCall> calls; ///< newest first
    std::optional<CauseView> cause; ///< of a failed init() that is pinned
    bool failed = false;
    Error error; ///< when `failed`; code "endpoint.unknown": it is gone
};

/// Looks at one endpoint. Blocks: reads the store, asks the server, reads a file of its code.
EndpointView lookAtEndpoint(EndpointBench &endpoints, const QString &name, const CancelToken &cancel);

} // namespace mooring
