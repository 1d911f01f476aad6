#pragma once

#include "core/inference/endpointrecord.h"
#include "core/inference/scoringcall.h"

namespace mooring {

/// Where endpoints and the history of their calls are kept. Implemented by the workspace's store. Thread-safe.
class EndpointBook
{
public:
    virtual ~EndpointBook() = default;
    virtual Result<> saveEndpoint(const EndpointRecord &endpoint) = 0; ///< returns when it is durable
    /// None: code "endpoint.unknown", with the nearest name.
    virtual Result<EndpointRecord> findEndpoint(const QString &name) = 0;
    virtual Result<std::vector<EndpointRecord>> endpoints() = 0; ///< by name
    /// With its history.
    virtual Result<> removeEndpoint(const QString &name) = 0;

    /// Gives the call's id. The oldest beyond 500 of an endpoint go.
    virtual Result<qint64> saveCall(const ScoringCall &call) = 0;
    /// Newest first, at most `limit`.
    virtual Result<std::vector<ScoringCall>> calls(const QString &endpoint, int limit) = 0;
};

} // namespace mooring
