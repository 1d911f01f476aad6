#pragma once

#include "core/azure/ml/computeusage.h"
#include "core/azure/ml/mlworkspace.h"
#include "core/workspace/workspace.h"

namespace mooring {

/// What was seen of the managed computes of Azure ML workspaces over time, and what the user says that a node costs.
/// One setting of the embedded workspace for each compute, by its resource id ("azure.usage/…"): another name for the
/// workspace here is the same compute there. Blocks on the store; what two processes see is kept by both.
class UsageBook
{
public:
    explicit UsageBook(Workspace &workspace) : m_workspace(workspace) {}

    /// Takes up a look; most are not written (UsageHistory::add).
    Result<> look(const MlWorkspace &workspace, const QString &compute, const QDateTime &at, int nodes);
    Result<UsageHistory> history(const MlWorkspace &workspace, const QString &compute) const;
    /// Nothing: it is forgotten.
    Result<> setPrice(const MlWorkspace &workspace, const QString &compute, const std::optional<NodePrice> &price);

private:
    Workspace &m_workspace;
};

} // namespace mooring
