#pragma once

#include "core/inference/modelsource.h"

namespace mooring {

class RunService;
class Workspace;

/// Finds an output of a run on this computer, by the run's name or id and a path that `outputs` lists, or one from the
/// run's folder on. Both must outlive it. Codes: those of resolveRun(), "endpoint.modelMissing".
FindRunOutput runOutputFinder(Workspace &workspace, RunService &runs);

} // namespace mooring
