#pragma once

#include "core/transport/docker/buildsteps.h"
#include "ui/widgets/ladder.h"

namespace mooring {

/// How far a build is.
struct LayerState
{
    QStringList instructions;     ///< of the Dockerfile, in order; empty: nothing is built as an image
    std::vector<BuildStep> steps; ///< as the build met them
    bool isReused = false;        ///< the image is there whole
    bool hasEnded = false;
};

/// The instructions of a Dockerfile, each in one line, without comments.
QStringList dockerfileInstructions(const QByteArray &dockerfile);
/// A rung for each layer: reused, built and why, going on, to come.
std::vector<LadderRow> layerRows(const LayerState &state);
/// "3 reused, 2 built, 1 going on, 3 to come".
QString layerSummary(const LayerState &state);
/// The first step that was built anew, which is why all that follow it were; null: none.
const BuildStep *firstBuiltAnew(const LayerState &state);

} // namespace mooring
