#pragma once

#include "core/inference/endpointrecord.h"
#include "ui/runs/runcause.h"

namespace mooring {

/// Why the scoring script of a version could not be started, with the place in the person's own file and what Mooring
/// knows of it: which files the model has, which package is missing, that the file is another one now. Nothing: the
/// version pinned no failure. `ranCode`: the code as it was when the version was made; empty: none is kept. Blocks:
/// reads the file and lists the model's folder.
std::optional<CauseView> readInitCause(const EndpointVersion &version, const QString &ranCode);

/// The title and the sentence that go with a cause, as far as something is certain; empty: nothing is.
std::pair<QString, QString> knownOfInit(const FailureCause &cause, const QString &modelPath);

} // namespace mooring
