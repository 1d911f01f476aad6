#pragma once

#include "core/azure/ml/mlclient.h"

namespace mooring {

/// What the resource manager is asked about online endpoints of a workspace (mfe.json 2024-10-01): only reads, and the
/// credentials of one endpoint. Blocks.
class OnlineCalls
{
public:
    explicit OnlineCalls(MlClient &client) : m_client(client) {}

    Result<std::vector<Json>> endpoints(const CancelToken &cancel) const;
    /// Null: there is none of that name.
    Result<Json> endpoint(const QString &name, const CancelToken &cancel) const;
    Result<std::vector<Json>> deployments(const QString &endpoint, const CancelToken &cancel) const;

    /// What a request to the endpoint must carry, by its authentication mode: its key, its token. A secret: known to
    /// the Redactor. "endpoint.noKey"; "endpoint.badKey" (it is no key); "endpoint.unknownAuth" for a mode of later.
    Result<QByteArray> credential(const QString &endpoint, const QString &authMode, const CancelToken &cancel) const;

    /// The last `tail` lines of a container of a deployment: "InferenceServer", "StorageInitializer". Nothing: the
    /// deployment is gone.
    Result<std::optional<QByteArray>> log(const QString &endpoint, const QString &deployment, const QString &container,
                                          int tail, const CancelToken &cancel) const;
    /// Why the operation failed that a deployment's own document names; nothing: Azure does not keep it any more, or
    /// it is not at the resource manager.
    std::optional<Error> failure(const QString &operation, const QString &what, const CancelToken &cancel) const;

private:
    MlClient &m_client;
};

} // namespace mooring
