#pragma once

#include "app/cli/output.h"
#include "core/targets/ladder.h"
#include "core/targets/leftovers.h"

namespace mooring {

/// What a ladder is for the exit code; under --json a refused host key is told as an error as well. `expected`: the
/// person had said which key it should be.
int concluded(const Output &out, const LadderReport &report, bool expected = false);
void printLadder(const Output &out, const LadderReport &report);
void printDetach(const Output &out, const DetachReport &report);

} // namespace mooring
