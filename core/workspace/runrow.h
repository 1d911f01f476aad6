#pragma once

#include "core/base/result.h"
#include "core/runs/runrecord.h"

class QSqlQuery;

namespace mooring {

class SqlConnection;

/// A run as the database holds it: the columns that lists sort and filter by, and the whole record as a document.
struct RunRow
{
    struct Phase
    {
        QString name;
        qint64 ms = 0;
        qint64 endedMs = 0;
    };
    QString id, name, target, state, experiment, script;
    qint64 createdMs = 0;
    qint64 durationMs = -1; ///< -1: not known or not ended
    bool live = true;
    QString search;            ///< case-folded text that a filter looks in
    QString document;          ///< JSON
    std::vector<Phase> phases; ///< of a completed run: what "usual" is made of

    static RunRow fromRecord(const RunRecord &run);
    /// id, name, target, state, experiment, created_at, document
    static RunRow fromVersion1(const QSqlQuery &row);

    /// Adds the run or replaces what is there.
    Result<> insert(SqlConnection &connection) const;

private:
    void takePhases(const Json &phases);
    void makeSearch();
};

} // namespace mooring
