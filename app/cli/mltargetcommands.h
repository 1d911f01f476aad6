#pragma once

#include "app/cli/commandline.h"

namespace mooring {

/// The Azure ML workspace that a command about this target works in; null for the embedded one, and for this computer,
/// which is a target of every workspace.
Result<MlSession *> mlFor(CommandContext &context, const QString &target);

Result<int> listMlTargets(CommandContext &context, MlTargets &ml);
Result<int> showMlTarget(CommandContext &context, MlTargets &ml, const QString &name);
Result<int> detachMlTarget(CommandContext &context, MlTargets &ml, const QString &name);
/// The target as text; nothing: the word is no target of the Azure ML workspace that the command works in.
Result<std::optional<QByteArray>> exportMlTarget(CommandContext &context, const QString &word, const QString &form);
/// The document of one target, or its row.
void printMlTarget(const Output &out, const MlTarget &target);

} // namespace mooring
