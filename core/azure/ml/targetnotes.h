#pragma once

#include "core/azure/ml/mlworkspace.h"
#include "core/targets/targetkind.h"
#include "core/workspace/workspace.h"

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

    /// What a list said, for when the service cannot be reached ("azure.seen/NAME"): the documents without secrets.
    Result<> keepSeen(const MlWorkspace &workspace, const Json &documents);
    struct Seen
    {
        QDateTime at;
        Json documents = Json::array();
    };
    Result<std::optional<Seen>> seen(const MlWorkspace &workspace);

private:
    Result<> store(const MlWorkspace &workspace, const std::map<QString, TargetRecord> &notes);

    Workspace &m_workspace;
};

} // namespace mooring
