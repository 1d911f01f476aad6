#pragma once

#include "ui/inference/deploy/deployfeed.h"
#include "ui/widgets/phasebar.h"

namespace mooring {

/// How a deployment's phases look while it goes on and when it has ended.
enum class DeployEnd { GoesOn, Succeeded, Failed, Canceled };
std::vector<PhaseCell> deployPhaseCells(const DeployFeed &feed, DeployEnd end, const QString &failureNote);
/// The median over earlier versions of what the build and the first answer took, where three or more are known; else
/// -1.
qint64 usualBuildMs(const std::vector<EndpointVersion> &versions);
qint64 usualHealthyMs(const std::vector<EndpointVersion> &versions);

} // namespace mooring
