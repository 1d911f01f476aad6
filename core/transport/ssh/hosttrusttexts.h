#pragma once

#include "core/base/result.h"
#include "core/transport/ssh/hostkey.h"

namespace mooring {

/// The refusal of a key that is revoked, changed or not known, with the finding as detail["hostKey"].
Error hostKeyRefusal(const HostKeyFinding &finding, const QString &ownFile);
Error hostKeyUnexpected(const HostKeyFinding &finding, const QString &expected);

QString placeOf(const KnownHostRecord &record);  ///< "/home/a/.ssh/known_hosts, line 12"
QString hostText(const QString &host, int port); ///< "gpu-box", "gpu-box, port 2222"
QString ownRemovalCommand(const QString &host, int port);

} // namespace mooring
