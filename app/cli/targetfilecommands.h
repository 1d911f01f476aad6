#pragma once

#include "app/cli/attaching.h"
#include "core/targets/targetfile.h"

#include <optional>

namespace mooring {

/// A target of the workspace on this computer as text; nothing: the word is none of its targets.
Result<std::optional<QByteArray>> exportLocalTarget(CommandContext &context, const QString &word, const QString &form);

/// Attaches what the file describes. The key that it names is the expected one, unless the options say another.
Result<int> importTarget(CommandContext &context, const TargetFile &file, const HostKeyOptions &hostKey);

} // namespace mooring
