#pragma once

#include "core/azure/arm/armclient.h"
#include "core/base/armid.h"

namespace mooring {

/// A workspace as the list of a subscription tells it: enough to choose one. No key is asked for. A value.
struct ListedWorkspace
{
    ArmId id;
    QString location;
    QString kind;  ///< "Default", "Hub", "Project", "FeatureStore", or a word of later
    QString state; ///< provisioningState: "Succeeded", "Updating", or a word of later
    QString workspaceId;
    QString storage, registry; ///< names; empty: none yet
    bool isPublic = true;      ///< publicNetworkAccess; off: only from its own network
    bool isLegacy = false;     ///< v1LegacyMode: takes no jobs of today

    /// Hubs, their projects and feature stores have no compute targets to attach.
    bool hasTargets() const;
    /// Nothing when it has no id of a workspace.
    static std::optional<ListedWorkspace> read(const Json &entry);
};

/// In the order of the service. Source: machinelearningservices 2024-10-01, Workspaces_ListBySubscription. Blocks.
Result<std::vector<ListedWorkspace>> listWorkspaces(const ArmClient &client, const QString &subscription,
                                                    const CancelToken &cancel);

} // namespace mooring
