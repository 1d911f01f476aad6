#pragma once

#include "core/targets/targetkind.h"

#include <memory>
#include <vector>

namespace mooring {

/// All kinds, in the order in which they are offered. Filled once at start (registerBuiltinKinds, the only place that
/// names them).
class KindRegistry
{
public:
    void add(std::unique_ptr<TargetKind> kind);
    const TargetKind *find(const QString &id) const; ///< null when unknown
    /// Like find, with an Error that names the nearest kind.
    Result<const TargetKind *> require(const QString &id) const;
    /// The kind that a computeType of Azure ML is shown as, without regard to case; null: none of them.
    const TargetKind *findAzure(const QString &computeType) const;
    const std::vector<std::unique_ptr<TargetKind>> &all() const { return m_kinds; }

private:
    std::vector<std::unique_ptr<TargetKind>> m_kinds;
};

} // namespace mooring
