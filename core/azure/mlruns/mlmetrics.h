#pragma once

#include "core/azure/mlruns/runhistory.h"
#include "core/runs/metrics.h"

namespace mooring {

/// What a run has logged, from run history (metrics:query), with its tags. Rows and tables give one series for each of
/// their numbers. Blocks.
Result<RunMetrics> metricsOf(const RunHistory &history, const CancelToken &cancel);

/// One page of the answer, added to what is there.
void addMetrics(const Json &page, RunMetrics &metrics);

} // namespace mooring
