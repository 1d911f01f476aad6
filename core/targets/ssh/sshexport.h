#pragma once

#include "core/targets/ssh/sshsettings.h"

namespace mooring {

/// The way to a machine as an entry of ~/.ssh/config, under the target's name. What the user's own configuration says
/// of an alias is written out, so that the entry works on another computer too. Runs `ssh -G`.
Result<QByteArray> sshConfigOf(const QString &name, const SshSettings &settings, const CancelToken &cancel);

} // namespace mooring
