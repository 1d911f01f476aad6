#pragma once

#include "core/environments/environmenthost.h"
#include "core/environments/environmentplan.h"

namespace mooring {

/// A run in a container of `image`, on the Docker of the host; pulled by the supervisor where it is not there. Errors,
/// all before anything is copied: "environment.badImage", "environment.noDocker", "environment.dockerNotRunning",
/// "environment.dockerNoRight", "environment.dockerHangs", "environment.dockerElsewhere" (an engine on another machine
/// does not see the run's folder), "environment.dockerBroken".
Result<EnvironmentPlan> planContainer(const QString &image, EnvironmentHost &host, const CancelToken &cancel);

} // namespace mooring
