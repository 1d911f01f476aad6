#pragma once

#include "core/targets/targetkind.h"

#include <vector>

namespace mooring {

/// Where target records are kept. Implemented by the workspace's store. Thread-safe; every function blocks.
class TargetBook
{
public:
    virtual ~TargetBook() = default;
    virtual Result<std::vector<TargetRecord>> targets() = 0;
    virtual Result<TargetRecord>
    findTarget(const QString &name) = 0; ///< unknown: "target.unknown" with the nearest name
    /// New, or in place of the one with this name; durable on return. Refuses a second target with the same identity,
    /// also across processes: kind AlreadyAttached, detail.target. An empty identity is nobody's.
    virtual Result<> saveTarget(const TargetRecord &target) = 0;
    virtual Result<> removeTarget(const QString &name) = 0;
};

} // namespace mooring
