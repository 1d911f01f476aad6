#pragma once

#include "app/cli/commandline.h"

namespace CLI {
class App;
}

namespace mooring {

/// --accept-host-key and --accept-new-host-key.
struct HostKeyOptions
{
    std::string expected;
    bool newOne = false;

    void addTo(CLI::App &command);
    /// What --accept-host-key says; empty without it.
    Result<QString> fingerprint() const;
};

/// The kinds by themselves, without a profile: nothing is opened or created to say what there is.
KindRegistry knownKinds();

/// Attaches in the workspace that the command works in, prints the ladder or the `check` document with "attached", and
/// gives the exit code. `expectedKey`: of the machine, when nobody knows it yet; may be empty.
Result<int> attachTarget(CommandContext &context, const AttachRequest &request, const QString &expectedKey,
                         bool acceptNewKey);

} // namespace mooring
