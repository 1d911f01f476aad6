#pragma once

#include <QString>

namespace mooring::test {

/// Makes a database from a script of tests/fixtures/workspace ("v1.sql") with the sqlite3 program: not with our own
/// code.
bool makeDatabase(const QString &path, const QString &fixture);
/// Runs SQL on it with the sqlite3 program; its output, or "error: …".
QString sqlite(const QString &path, const QString &sql);
bool hasSqlite();

} // namespace mooring::test
