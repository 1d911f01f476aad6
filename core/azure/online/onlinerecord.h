#pragma once

#include "core/base/json.h"
#include "core/inference/endpointrecord.h"

#include <functional>

namespace mooring {

/// Of a request: the deployment that it shall reach. Of an answer: the one that it reached.
inline constexpr const char *kDeploymentHeader = "azureml-model-deployment";

/// Mooring's number for a deployment, which stays the same while the program runs.
using NumberOfDeployment = std::function<int(const QString &endpoint, const QString &deployment)>;

/// An online endpoint and its deployments, documents of the resource manager (mfe.json 2024-10-01), as a record of one
/// that others made. Words that nobody knows here are shown as they are. Nothing when it has no name or no properties.
/// `deployments` null: they could not be listed.
std::optional<EndpointRecord> onlineRecord(const Json &endpoint, const Json &deployments, const QString &workspace,
                                           const NumberOfDeployment &numberOf);

/// What of the two documents is read, and therefore kept for a day without a network: no environment variables.
Json keptOf(const Json &endpoint, const Json &deployments);

/// The reason of a deployment that failed, put in where it stands. Then the endpoint's own is told anew.
void setFailure(EndpointRecord &record, const QString &deployment, const QString &reason);

/// Where Azure says how the newest operation of a deployment ended; empty: it does not say.
QString operationOf(const Json &deployment);

} // namespace mooring
