#include "core/azure/ml/seenlist.h"

#include "core/base/clock.h"

namespace mooring {

Result<> SeenList::keep(const MlWorkspace &workspace, const Json &documents)
{
    return m_workspace.saveSetting(keyOf(workspace), {{"at", toStd(toIso(nowUtc()))}, {"documents", documents}});
}

Result<std::optional<SeenList::Seen>> SeenList::last(const MlWorkspace &workspace) const
{
    const auto stored = m_workspace.setting(keyOf(workspace));
    if (!stored)
        return stored.error();
    const auto at = timeAt(*stored, "at");
    const auto documents = stored->find("documents");
    if (!at || documents == stored->end() || !documents->is_array())
        return std::optional<Seen>();
    return std::optional<Seen>(Seen{*at, *documents});
}

} // namespace mooring
