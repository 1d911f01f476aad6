#pragma once

#include "core/runs/metrics.h"
#include "core/runs/runservice.h"

namespace mooring {

/// What a table of runs shows of what a run logged: {"metrics":{"loss":0.22},"params":{"lr":"0.001"}}, the last value
/// of each metric. At most 100 of either and texts of at most 200 characters: it stands in the run's record. NaN and
/// infinities are the words of metricValueToJson().
Json loggedSummary(const RunMetrics &metrics);

/// Reads it from the run's files, or their copy. That of an ended run, once all of it is here, is kept in the record.
/// Blocks.
Result<Json> readLoggedSummary(RunService &runs, RunBook &book, const RunRecord &run, const CancelToken &cancel);

/// One value of a summary: "metrics/loss", "params/lr". Null when it is not there.
Json loggedValue(const Json &summary, const QString &column);

} // namespace mooring
