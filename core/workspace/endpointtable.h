#pragma once

#include "core/inference/endpointbook.h"

namespace mooring {

class SqlConnection;

/// The endpoints on this computer and the history of their calls.
class EndpointTable
{
public:
    explicit EndpointTable(SqlConnection &connection) : m_connection(connection) {}

    Result<> save(const EndpointRecord &endpoint);
    Result<EndpointRecord> find(const QString &name);
    Result<std::vector<EndpointRecord>> all();
    Result<> remove(const QString &name);
    Result<qint64> saveCall(const ScoringCall &call);
    Result<std::vector<ScoringCall>> calls(const QString &endpoint, int limit);

private:
    SqlConnection &m_connection;
};

} // namespace mooring
