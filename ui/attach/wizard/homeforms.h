#pragma once

#include "core/targets/kindregistry.h"
#include "ui/widgets/sameasbox.h"

#include <QStringList>

namespace mooring {

/// A target of the workspace on this computer in every language that it can be said in, the command first; where a tool
/// cannot say it, the reason stands there. Runs `ssh -G`: worker threads.
std::vector<SameAs> homeForms(const TargetRecord &target, const QStringList &command, const KindRegistry &kinds);
/// The same of one that is attached; nothing for one that is always there.
std::vector<SameAs> homeForms(const TargetRecord &target, const KindRegistry &kinds);

} // namespace mooring
