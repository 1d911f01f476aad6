#pragma once

#include "core/targets/targetkind.h"

namespace mooring {

/// The names of the targets whose last check met a machine with this host key ("SHA256:…"); what was detached since is
/// not known any more.
QStringList targetsWithHostKey(const std::vector<TargetRecord> &targets, const QString &fingerprint);

} // namespace mooring
