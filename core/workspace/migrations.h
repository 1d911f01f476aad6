#pragma once

#include "core/base/result.h"

namespace mooring {

class SqlConnection;

/// The numbered steps from one schema version to the next. Called within a transaction.
namespace migrations {

Result<> apply(SqlConnection &connection, int fromVersion);

} // namespace migrations
} // namespace mooring
