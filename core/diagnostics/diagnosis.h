#pragma once

#include "core/base/canceltoken.h"
#include "core/diagnostics/diagnosticbundle.h"

namespace mooring {

class CredentialStore;
class KindRegistry;
class Profile;
class RunService;
class TargetService;
class Workspace;

/// What a diagnosis is made from. All must outlive the call.
struct DiagnosisSources
{
    const Profile &profile;
    const KindRegistry &kinds;
    Workspace &workspace;
    TargetService &targets;
    RunService &runs;
    CredentialStore &credentials;
};

/// Versions, system, state of the profile and the list of targets; of `target` (may be empty) its record with the last
/// check and its provisioning log; of `run` (id; may be empty) its record, logs and metrics, each of the last 2 MB, and
/// its target. Contacts no machine: of other computers it takes the copies. Blocks. Errors: a target or a run that
/// there is not.
Result<DiagnosticBundle> diagnose(const DiagnosisSources &sources, const QString &run, const QString &target,
                                  const CancelToken &cancel);

} // namespace mooring
