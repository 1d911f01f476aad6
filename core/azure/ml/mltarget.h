#pragma once

#include "core/azure/ml/compute.h"
#include "core/targets/kindregistry.h"

namespace mooring {

/// One target of an Azure ML workspace: what the service says of it and what we know beside. A value.
struct MlTarget
{
    TargetRecord record;            ///< name, kind, identity (the resource), log and last check
    std::optional<Compute> compute; ///< nothing: Mooring's own record only
    const TargetKind *kind = nullptr;

    /// Whether Azure ML runs command jobs on it, as far as is known without asking.
    bool takesJobs() const;
    QString state() const;   ///< "ready", "warning", "failed", "unknown"
    Json toListJson() const; ///< of `targets`, with the key "azure"
    Json toFullJson() const; ///< of `show`

    static MlTarget of(const Compute &compute, const KindRegistry &kinds, const TargetRecord *note);
};

} // namespace mooring
