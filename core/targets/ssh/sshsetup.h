#pragma once

#include "core/transport/ssh/hosttrust.h"
#include "core/transport/ssh/sshsignin.h"

#include <functional>
#include <memory>

namespace mooring {

/// What the kind is told about this computer.
struct SshSetup
{
    std::shared_ptr<HostTrust> trust;
    /// Asks a person during a sign-in (SshSignIn::ask); may be empty.
    std::function<Result<std::vector<QByteArray>>(const SshPrompts &, const CancelToken &)> ask;
    QString spoolFolder;
};

} // namespace mooring
