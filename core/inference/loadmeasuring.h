#pragma once

#include "core/inference/endpointbench.h"
#include "core/inference/loadgenerator.h"

namespace mooring {

/// A load on a version of an endpoint, with what is no part of its latencies.
struct MeasuredLoad
{
    int version = 0;
    double firstMs = 0; ///< of the one request that goes ahead, so that no cold start is measured
    LoadReport report;
};

/// Asks the version once (0: the one that serves; one that does not run is started for it), then loads it.
/// `settings.server` is filled in. Blocks for the duration; canceled it gives what it has. Codes as for
/// EndpointBench::score() and runLoad().
Result<MeasuredLoad> measureLoad(EndpointBench &endpoints, const QString &name, int version, LoadSettings settings,
                                 JobContext &context, const std::function<void(const LoadReport &)> &onSecond = {});

} // namespace mooring
