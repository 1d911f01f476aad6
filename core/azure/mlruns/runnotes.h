#pragma once

#include "core/azure/ml/mlworkspace.h"
#include "core/runs/runsettings.h"
#include "core/workspace/workspace.h"

namespace mooring {

/// What Mooring itself knows of the runs that it sent to Azure ML workspaces: the settings, which the service does not
/// tell again (the source folder, the file of the environment). In the embedded workspace's settings
/// ("azure.run/NAME/ID"); they hold no secrets. Blocks on the store.
class RunNotes
{
public:
    explicit RunNotes(Workspace &workspace) : m_workspace(workspace) {}

    Result<> keep(const MlWorkspace &workspace, const QString &runId, const RunSettings &settings);
    /// Nothing: it was not sent from this profile.
    Result<std::optional<RunSettings>> find(const MlWorkspace &workspace, const QString &runId);

private:
    Workspace &m_workspace;
};

} // namespace mooring
