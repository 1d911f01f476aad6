#pragma once

#include "core/azure/ml/mlworkspace.h"
#include "core/workspace/workspace.h"

namespace mooring {

/// The Azure ML workspaces of a profile, and which workspace the command line uses when it is told none. Kept in the
/// embedded workspace's settings ("azure.workspaces", "workspace.default"). Blocks on the store; thread-safe as that
/// is.
class MlWorkspaceBook
{
public:
    explicit MlWorkspaceBook(Workspace &workspace) : m_workspace(workspace) {}

    Result<std::vector<MlWorkspace>> all();
    /// "workspace.unknown" with the nearest name.
    Result<MlWorkspace> find(const QString &name);
    /// "workspace.nameTaken" for another of that name ("local" is always taken), "workspace.alreadyThere" for the same
    /// resource under another name; the same again is no error.
    Result<> add(const MlWorkspace &workspace);
    /// Only our record goes; nothing is touched in Azure. Where it was the default, the embedded one is again.
    Result<> remove(const QString &name);
    /// The name that is used without --workspace; "local" for the embedded one.
    Result<QString> defaultName();
    Result<> makeDefault(const QString &name);

    static bool isLocal(const QString &name) { return name.isEmpty() || name == QStringLiteral("local"); }

private:
    Workspace &m_workspace;
};

} // namespace mooring
