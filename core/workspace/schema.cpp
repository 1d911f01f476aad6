#include "core/workspace/schema.h"

#include "core/workspace/databasefile.h"
#include "core/workspace/migrations.h"
#include "core/workspace/sqlconnection.h"

#include <QCoreApplication>

namespace mooring::schema {

using namespace Qt::StringLiterals;

namespace {

/// What every query of the current version relies on.
const QStringList kExpected{
    u"SELECT id, name, target, state, experiment, script, created_ms, duration_ms, live, search FROM runs LIMIT 0"_s,
    u"SELECT id, document FROM run_documents LIMIT 0"_s,
    u"SELECT run_id, target, phase, ms, ended_ms FROM run_phases LIMIT 0"_s,
    u"SELECT name, kind, identity, document FROM targets LIMIT 0"_s,
    u"SELECT stem, last FROM run_names LIMIT 0"_s,
    u"SELECT key, value FROM settings LIMIT 0"_s,
    u"SELECT name, state, document FROM endpoints LIMIT 0"_s,
    u"SELECT id, endpoint, at_ms, document FROM endpoint_calls LIMIT 0"_s,
};

Result<> setVersion(SqlConnection &connection, int version)
{
    return connection.run(
        u"PRAGMA user_version=%1"_s.arg(version)); // part of the transaction: it is a field of the first page
}

} // namespace

Result<> create(SqlConnection &connection)
{
    if (auto marked = connection.run(u"PRAGMA application_id=%1"_s.arg(DatabaseFile::kApplicationId)); !marked)
        return marked;
    if (auto logged = connection.run(u"PRAGMA journal_mode=WAL"_s); !logged)
        return logged;
    return connection.transaction([&]() -> Result<> {
        for (int version = 0; version < kVersion; ++version) {
            if (auto done = migrations::apply(connection, version); !done)
                return done;
        }
        return setVersion(connection, kVersion);
    });
}

Result<> migrateFrom(SqlConnection &connection, int version)
{
    return connection.transaction([&]() -> Result<> {
        if (auto done = migrations::apply(connection, version); !done)
            return done;
        return setVersion(connection, version + 1);
    });
}

Result<> verify(SqlConnection &connection)
{
    // We never make any: somebody else wants something done behind our back.
    auto foreign = connection.value(u"SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')"_s);
    if (!foreign)
        return foreign.error();
    if (foreign->isValid()) {
        return Error::failed(
                   u"workspace.damaged"_s,
                   QCoreApplication::translate("mooring::Workspace",
                                               "The workspace database holds a part that does not belong to it."))
            .withCause(foreign->toString());
    }
    for (const QString &sql : kExpected) {
        auto done = connection.run(sql);
        if (!done && done.error().code == u"workspace.failed"_s) {
            return Error::failed(u"workspace.damaged"_s,
                                 QCoreApplication::translate("mooring::Workspace",
                                                             "The workspace database lacks a part that belongs to it."))
                .withCause(done.error().cause);
        }
        if (!done)
            return done;
    }
    return {};
}

} // namespace mooring::schema
