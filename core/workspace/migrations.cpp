#include "core/workspace/migrations.h"

#include "core/workspace/runrow.h"
#include "core/workspace/sqlconnection.h"

#include <array>

namespace mooring::migrations {

using namespace Qt::StringLiterals;

namespace {

Result<> runAll(SqlConnection &connection, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (auto done = connection.run(sql); !done)
            return done;
    }
    return {};
}

Result<> toVersion1(SqlConnection &connection)
{
    return runAll(
        connection,
        {u"CREATE TABLE runs (id TEXT PRIMARY KEY, name TEXT NOT NULL, target TEXT NOT NULL, state TEXT NOT NULL, "
         "experiment TEXT NOT NULL, created_at TEXT NOT NULL, document TEXT NOT NULL)"_s,
         u"CREATE TABLE targets (name TEXT PRIMARY KEY, kind TEXT NOT NULL, identity TEXT NOT NULL, document TEXT NOT NULL)"_s,
         u"CREATE UNIQUE INDEX targets_identity ON targets (identity) WHERE identity <> ''"_s,
         u"CREATE TABLE run_names (stem TEXT PRIMARY KEY, last INTEGER NOT NULL)"_s,
         u"CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s});
}

const QStringList kVersion2Tables{
    u"ALTER TABLE runs RENAME TO runs_1"_s,
    u"CREATE TABLE runs (id TEXT PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, target TEXT NOT NULL, state TEXT NOT "
    u"NULL, "
    "experiment TEXT NOT NULL COLLATE NOCASE, script TEXT NOT NULL, created_ms INTEGER NOT NULL, duration_ms INTEGER "
    "NOT NULL, "
    "live INTEGER NOT NULL, search TEXT NOT NULL) WITHOUT ROWID"_s,
    u"CREATE TABLE run_documents (id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE, document TEXT NOT NULL)"_s,
    u"CREATE TABLE run_phases (run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, target TEXT NOT NULL, "
    u"phase TEXT NOT NULL, "
    "ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, PRIMARY KEY (run_id, phase)) WITHOUT ROWID"_s,
};

// Each column by which the list is sorted has an index that ends in the id: paging goes on after a key and never counts
// rows.
const QStringList kVersion2Indexes{
    u"CREATE INDEX runs_created ON runs (created_ms, id)"_s,
    u"CREATE INDEX runs_name ON runs (name, id)"_s,
    u"CREATE INDEX runs_experiment ON runs (experiment, id)"_s,
    u"CREATE INDEX runs_script ON runs (script, id)"_s,
    u"CREATE INDEX runs_duration ON runs (duration_ms, id)"_s,
    u"CREATE INDEX runs_target ON runs (target, created_ms, id)"_s,
    u"CREATE INDEX runs_state ON runs (state, created_ms, id)"_s,
    u"CREATE INDEX runs_live ON runs (created_ms) WHERE live = 1"_s,
    u"CREATE INDEX run_phases_usual ON run_phases (target, phase, ended_ms)"_s,
    u"DROP TABLE runs_1"_s,
};

/// What lists sort and filter by became columns, the documents moved out of their way, and the phases' times became
/// rows.
Result<> toVersion2(SqlConnection &connection)
{
    if (auto done = runAll(connection, kVersion2Tables); !done)
        return done;
    QString last;
    while (true) { // in pieces: a workspace may hold more runs than should stand in memory
        std::vector<RunRow> rows;
        auto read = connection.run(
            u"SELECT id, name, target, state, experiment, created_at, document FROM runs_1 WHERE id > ? ORDER BY id LIMIT 500"_s,
            {last}, [&](const QSqlQuery &row) { rows.push_back(RunRow::fromVersion1(row)); });
        if (!read)
            return read;
        if (rows.empty())
            break;
        for (const RunRow &row : rows) {
            if (auto done = row.insert(connection); !done)
                return done;
        }
        last = rows.back().id;
    }
    return runAll(connection, kVersion2Indexes);
}

/// Endpoints on this computer, and the history of their calls.
Result<> toVersion3(SqlConnection &connection)
{
    return runAll(
        connection,
        {u"CREATE TABLE endpoints (name TEXT PRIMARY KEY COLLATE NOCASE, state TEXT NOT NULL, document TEXT NOT NULL) "
         "WITHOUT ROWID"_s,
         u"CREATE TABLE endpoint_calls (id INTEGER PRIMARY KEY AUTOINCREMENT, endpoint TEXT NOT NULL COLLATE NOCASE "
         "REFERENCES endpoints (name) ON DELETE CASCADE, at_ms INTEGER NOT NULL, document TEXT NOT NULL)"_s,
         u"CREATE INDEX endpoint_calls_of ON endpoint_calls (endpoint, id)"_s});
}

using Step = Result<> (*)(SqlConnection &);
constexpr std::array<Step, 3> kSteps{toVersion1, toVersion2, toVersion3};

} // namespace

Result<> apply(SqlConnection &connection, int fromVersion) { return kSteps.at(size_t(fromVersion))(connection); }

} // namespace mooring::migrations
