#pragma once

#include "core/targets/targetkind.h"

namespace mooring {

/// A kind that can say its targets in the words of another program.
class TargetExporter
{
public:
    virtual ~TargetExporter() = default;
    /// `form`: "ssh", "sdk", "cli", "terraform". Nothing: not this way. Without secrets. May ask programs of this
    /// computer, contacts nothing: worker threads and the command line.
    virtual std::optional<Result<QByteArray>> exportAs(const QString &form, const TargetRecord &target) const = 0;
};

} // namespace mooring
