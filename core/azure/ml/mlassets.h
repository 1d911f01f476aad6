#pragma once

#include "core/azure/ml/mlclient.h"

namespace mooring {

/// What a workspace keeps under a name, in versions, for runs and deployments.
enum class MlAssetKind { Environments, Models };

/// One of them, as its list tells it. A value.
struct MlAsset
{
    QString name, latest; ///< latest: a version; empty: the service does not say
    QString description;
    std::optional<QDateTime> changedAt;
    QString changedBy;

    /// Nothing when it has no name.
    static std::optional<MlAsset> read(const Json &entry);
};

struct MlAssetVersion
{
    QString version, description;
    std::optional<QDateTime> createdAt;
    QString image, condaFile; ///< of an environment; the image is empty where one is built from a Dockerfile
    QString type, path;       ///< of a model: "mlflow_model", "azureml://…"
    Json document;            ///< all of it

    static std::optional<MlAssetVersion> read(const Json &entry);
};

/// In the order of the service, without those that were archived (mfe.json 2024-10-01). Blocks.
Result<std::vector<MlAsset>> listMlAssets(const MlClient &client, MlAssetKind kind, const CancelToken &cancel);
/// At most 50, the newest of them first.
Result<std::vector<MlAssetVersion>> listMlAssetVersions(const MlClient &client, MlAssetKind kind, const QString &name,
                                                        const CancelToken &cancel);

} // namespace mooring
