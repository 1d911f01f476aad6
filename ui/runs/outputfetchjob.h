#pragma once

#include "core/runs/runrecord.h"

namespace mooring {

struct AppContext;
class Job;

/// Fetches all outputs of a run to this computer, beside the copy of its log. While one of the same run is under way,
/// gives that one. Window's thread.
Job *startOutputFetch(const AppContext &context, const RunRecord &run);
/// The one under way, or null.
Job *runningOutputFetch(const AppContext &context, const QString &runId);

} // namespace mooring
