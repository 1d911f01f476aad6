#pragma once

#include "core/base/result.h"

namespace mooring {

class SqlConnection;

/// The database's shape by versions. A version that was released never changes: its script is kept as a fixture of the
/// tests.
namespace schema {

constexpr int kVersion = 3;

/// Makes the current shape in an empty database.
Result<> create(SqlConnection &connection);
/// One version on: from `version` to `version + 1`, in one transaction with the version's number.
Result<> migrateFrom(SqlConnection &connection, int version);
/// The tables and columns are those of the current version, and nothing acts by itself. Else "workspace.damaged".
Result<> verify(SqlConnection &connection);

} // namespace schema
} // namespace mooring
