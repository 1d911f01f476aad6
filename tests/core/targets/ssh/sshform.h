#pragma once

#include "core/targets/ssh/sshkind.h"
#include "tests/support/remotemachine.h"

namespace mooring::test {

/// The kind as the program would make it, for one machine.
inline SshSetup setupFor(const RemoteMachine &machine)
{
    SshSetup setup;
    setup.trust = machine.trust;
    setup.spoolFolder = machine.server.path(QStringLiteral("spool"));
    return setup;
}

/// The form filled in for a machine, with its key.
inline FormValues formFor(const SshKind &kind, const RemoteMachine &machine)
{
    FormValues values(kind.fields());
    (void)values.set(QStringLiteral("address"), machine.address());
    (void)values.set(QStringLiteral("signIn"), QStringLiteral("key"));
    (void)values.set(QStringLiteral("keyFile"), machine.key.file);
    (void)values.set(QStringLiteral("workFolder"), machine.workFolder());
    return values;
}

} // namespace mooring::test
