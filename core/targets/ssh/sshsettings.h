#pragma once

#include "core/targets/field.h"
#include "core/transport/ssh/sshroute.h"
#include "core/transport/ssh/sshsignin.h"

namespace mooring {

/// The form of a machine over SSH, understood. Secrets stay in memory.
struct SshSettings
{
    SshAddress address; ///< with the port and the user of their own fields, which come first
    QString jump;
    SshSignIn signIn;   ///< without `ask`
    QString resourceId; ///< as it was typed
    QString workFolder; ///< "~/…" or absolute, on the machine

    static Result<SshSettings> from(const FormValues &values);

    /// The hops and the sign-in as one text, secrets as a hash of this process only: two settings with the same text
    /// may share a connection.
    QString connectionKey() const;
    /// The working folder in that home; no "/" at the end.
    QString workFolderIn(const QString &home) const;
};

/// What address, port and user come to together.
Result<SshAddress> readAddress(const std::map<QString, QString> &values);

} // namespace mooring
