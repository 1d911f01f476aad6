#pragma once

#include "core/targets/targetkind.h"

namespace mooring {

class SqlConnection;

/// The targets. This computer ("local") is always among them, first, whether it was saved or not.
class TargetTable
{
public:
    explicit TargetTable(SqlConnection &connection) : m_connection(connection) {}

    Result<std::vector<TargetRecord>> all();
    Result<TargetRecord> find(const QString &name);
    Result<> save(const TargetRecord &target);
    Result<> remove(const QString &name);

private:
    SqlConnection &m_connection;
};

} // namespace mooring
