#pragma once

#include "core/targets/ssh/sshsettings.h"

namespace mooring {

/// The way to a machine as an entry of ~/.ssh/config, under the target's name. What the user's own configuration says
/// of an alias is written out, so that the entry works on another computer too. Runs `ssh -G`.
Result<QByteArray> sshConfigOf(const QString &name, const SshSettings &settings, const CancelToken &cancel);

/// How Azure ML attaches the same machine, with azureml-core in Python and with az ml; the workspace is the one of the
/// person's own config.json. "export.noWay" without a resource id, which both want. Runs `ssh -G`.
Result<QByteArray> sshPythonOf(const QString &name, const SshSettings &settings, const CancelToken &cancel);
Result<QByteArray> sshAzureCliOf(const QString &name, const SshSettings &settings, const CancelToken &cancel);

} // namespace mooring
