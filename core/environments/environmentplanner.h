#pragma once

#include "core/environments/environmentchoice.h"
#include "core/environments/environmenthost.h"
#include "core/environments/environmentplan.h"
#include "core/jobs/jobcontext.h"

namespace mooring {

/// Decides what a run's environment will be. Reads the environment file on this computer, asks the host for its Pythons
/// and conda tools, builds and changes nothing.
///
/// `sourceFolder` is absolute; a File choice may be relative to it. `pythonScript` false with a Default choice:
/// Kind::None. Errors: "environment.noPython", "environment.pythonHangs", "environment.pythonBroken",
/// "environment.pythonTooOld", "environment.fileMissing", "environment.fileUnknown" (neither requirements nor conda),
/// "environment.localPath" (a line that would install from a folder), "environment.noEnsurepip", "environment.noConda",
/// and those of planContainer().
Result<EnvironmentPlan> planEnvironment(const EnvironmentChoice &choice, const QString &sourceFolder, bool pythonScript,
                                        EnvironmentHost &host, JobContext &context);

} // namespace mooring
