#pragma once

#include "core/targets/kindregistry.h"

namespace mooring {

/// A target of the workspace on this computer as text: "mooring" (the file that `import` reads), or what its kind can
/// say ("ssh", "sdk", "cli": see TargetExporter). "export.noWay" for any other form, "target.notAttachable" for the one
/// that is always there. Without secrets. Worker threads and the command line.
Result<QByteArray> targetAsCode(const TargetRecord &target, const QString &form, const KindRegistry &kinds);

} // namespace mooring
