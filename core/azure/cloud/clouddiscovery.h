#pragma once

#include "core/azure/cloud/cloud.h"
#include "core/base/canceltoken.h"

namespace mooring {

/// What a person says of a cloud that Mooring does not know; the metadata service of the resource manager says the
/// rest.
struct CloudRequest
{
    QString name;
    QUrl resourceManager;
    QUrl login; ///< empty: from the metadata
    QUrl ml;    ///< empty: the resource manager itself, which then is asked for the data planes too
    QByteArray caPem;
};

/// Asks GET {resourceManager}/metadata/endpoints, api-version 2022-09-01, then 2019-05-01, then 2015-01-01 where a
/// version is not served. An object, or a list whose entry with the same resource manager counts; keys as the clients
/// az 2.91 and azureml-core 1.61 read them (resourceManager, authentication.loginEndpoint and .audiences,
/// suffixes.storage; of 2015-01-01: authentication alone). No token is sent.
/// Codes: "cloud.badName", "cloud.badAddress", "cloud.noMetadata", those of WebClient.
Result<Cloud> discoverCloud(const CloudRequest &request, const CancelToken &cancel);

/// The same reading without a network. `metadata`: what came.
Result<Cloud> cloudFromMetadata(const CloudRequest &request, const Json &metadata);

} // namespace mooring
