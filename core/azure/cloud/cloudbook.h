#pragma once

#include "core/azure/cloud/cloud.h"
#include "core/workspace/workspace.h"

namespace mooring {

/// The clouds of a profile: those that are built in, and those that were added, kept in the workspace's settings
/// ("azure.clouds"). Blocks on the store; thread-safe as that is.
class CloudBook
{
public:
    explicit CloudBook(Workspace &workspace) : m_workspace(workspace) {}

    Result<std::vector<Cloud>> all();
    /// By name or alias; empty: the public one. "cloud.unknown" with the nearest name.
    Result<Cloud> find(const QString &name);
    /// "cloud.nameTaken" for one that is there with other addresses; the same again is no error.
    Result<> add(const Cloud &cloud);
    /// "cloud.builtin" for one that cannot go.
    Result<> remove(const QString &name);

private:
    Result<Json> stored();

    Workspace &m_workspace;
};

} // namespace mooring
