#pragma once

#include "core/inference/endpointstate.h"
#include "core/jobs/job.h"
#include "core/runs/runstate.h"
#include "core/targets/ladder.h"
#include "ui/widgets/stateglyph.h"

namespace mooring {

/// The one place that says which shape a state has (ui.md, section 4).
Glyph glyphOf(RunState state);
Glyph glyphOf(Verdict verdict);
Glyph glyphOf(Job::State state);
Glyph glyphOf(EndpointState state);
/// Of TargetRecord::state(): "ready", "warning", "failed"; any other word is the diamond.
Glyph glyphOfTarget(const QString &state);

} // namespace mooring
