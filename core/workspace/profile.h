#pragma once

#include "core/base/result.h"

#include <QString>

namespace mooring {

/// The folder that holds everything of one user's Mooring. Mode 0700; files 0600, whatever the umask.
class Profile
{
public:
    /// `explicitFolder` (--profile), else MOORING_PROFILE, else $XDG_DATA_HOME/mooring. Creates it. Refuses: a relative HOME,
    /// a folder of another user, a symbolic link to another user's folder. A read-only one is opened and says so.
    static Result<Profile> open(const QString &explicitFolder);

    QString folder() const { return m_folder; }
    bool isWritable() const { return m_writable; }
    QString databasePath() const;
    QString runsFolder() const;
    QString environmentsFolder() const;
    QString backupsFolder() const;
    QString sampleFolder() const; ///< the writable copy of the sample project

private:
    QString m_folder;
    bool m_writable = true;
};

} // namespace mooring
