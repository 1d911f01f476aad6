#pragma once

#include "core/workspace/sqlconnection.h"

#include <optional>

namespace mooring {

class Profile;

struct OpenedDatabase
{
    SqlConnection::Mode readMode = SqlConnection::Mode::Reader;
    std::optional<Error> trouble; ///< why it cannot be written at the moment
};

/// Makes, checks and migrates the profile's database until connections of the current version can be opened.
/// Refuses without touching anything: "workspace.newer", "workspace.notOurs", "workspace.damaged".
/// Others: "workspace.cannotCreate", "workspace.cannotMigrate", and those of SqlConnection.
Result<OpenedDatabase> openDatabase(const Profile &profile);
/// To be called once for each success: from the last on, this process has the database no longer open.
void forgetDatabase(const Profile &profile);

/// "workspace.newer"
Error tooNew(const Profile &profile, int version);

/// Locked by whoever writes, across processes.
QString writeLockPath(const Profile &profile);

} // namespace mooring
