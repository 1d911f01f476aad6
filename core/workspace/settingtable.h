#pragma once

#include "core/base/result.h"

namespace mooring {

class SqlConnection;

/// Settings of the workspace: a JSON value for each key. Keys that this version does not know stay as they are.
class SettingTable
{
public:
    explicit SettingTable(SqlConnection &connection) : m_connection(connection) {}

    Result<Json> value(const QString &key); ///< null when not set, or not readable as JSON
    Result<> save(const QString &key, const Json &value);

private:
    SqlConnection &m_connection;
};

} // namespace mooring
