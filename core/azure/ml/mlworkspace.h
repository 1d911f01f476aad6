#pragma once

#include "core/base/armid.h"
#include "core/targets/azureattachment.h"

namespace mooring {

/// A workspace of Azure Machine Learning, as the profile keeps it: a name of ours and where it is. A value.
struct MlWorkspace
{
    QString name;   ///< isPlainName; unique in the profile, never "local"
    QString cloud;  ///< name of the cloud
    QString tenant; ///< that the account signs in to; empty: the account's own
    ArmId id;

    AzurePlace place() const { return {id.subscription, id.resourceGroup}; }
    Json toListJson(bool isDefault) const; ///< of `workspace list`
    Json toStoreJson() const;
    static Result<MlWorkspace> fromStoreJson(const Json &value);

    /// "azure.badResourceId", "azure.otherResource".
    static Result<ArmId> parseId(const QString &resourceId);
    /// The id in azureml's own config.json: subscription_id, resource_group and workspace_name, or Scope.
    /// "workspace.badConfig" says what it lacks.
    static Result<ArmId> idFromConfig(const QByteArray &config);
    static ArmId idOf(const QString &subscription, const QString &group, const QString &workspace);
};

} // namespace mooring
