#pragma once

#include "core/workspace/workspace.h"

namespace mooring {

class SqlConnection;

/// The runs. Lists are paged by key on an index and never count or skip rows.
class RunTable
{
public:
    explicit RunTable(SqlConnection &connection) : m_connection(connection) {}

    Result<> save(const RunRecord &run);
    Result<RunRecord> find(const QString &id);
    Result<std::vector<RunRecord>> live();
    Result<std::vector<RunRecord>> list(const RunQuery &query);
    Result<int> count(const RunQuery &query);
    Result<RunRecord> resolve(const QString &word);
    /// Within a write: the name is taken from then on, also when no run is saved with it.
    Result<QString> nextName(const QString &stem);
    Result<std::optional<qint64>> usualPhaseMs(const QString &target, const QString &phase);

private:
    Result<std::vector<RunRecord>> listByLogged(const RunQuery &query);
    Result<std::vector<RunRecord>> select(const QString &tail, const QVariantList &values);

    SqlConnection &m_connection;
};

} // namespace mooring
