#pragma once

#include "core/azure/ml/seenlist.h"
#include "core/targets/targetkind.h"

#include <functional>

namespace mooring {

/// What Mooring itself knows of the targets of Azure ML workspaces: the form without secrets, the provisioning log, the
/// last check; and the whole of those that Azure ML does not take (Batch). In the embedded workspace's settings
/// ("azure.targets/NAME"). Blocks on the store.
class TargetNotes
{
public:
    explicit TargetNotes(Workspace &workspace) : m_workspace(workspace) {}

    Result<std::map<QString, TargetRecord>> all(const MlWorkspace &workspace);
    Result<> save(const MlWorkspace &workspace, const TargetRecord &note);
    Result<> remove(const MlWorkspace &workspace, const QString &target);

    /// What the list said last ("azure.seen/NAME").
    SeenList seen() { return {m_workspace, QStringLiteral("azure.seen")}; }

private:
    /// In one transaction: another process may write too. `work` says whether it changed something.
    Result<> change(const MlWorkspace &workspace, const std::function<bool(std::map<QString, TargetRecord> &)> &work);

    Workspace &m_workspace;
};

} // namespace mooring
