#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace mooring {

/// The folder that holds everything of one user's Mooring: data, state, settings and caches, nothing elsewhere.
/// Mode 0700; files 0600, whatever the umask.
class Profile
{
public:
    /// `explicitFolder` (--profile), else MOORING_PROFILE, else $XDG_DATA_HOME/mooring. Creates it. Refuses: a relative
    /// HOME, a folder of another user, a symbolic link to another user's folder. A read-only one is opened and says so.
    /// Codes: "profile.noHome", "profile.foreign", "profile.notAFolder", "profile.cannotCreate".
    static Result<Profile> open(const QString &explicitFolder);

    QString folder() const { return m_folder; }
    bool isWritable() const { return m_writable; }
    /// Sentences about what was found wrong and put right, or could not be: open permissions.
    QStringList notices() const { return m_notices; }

    QString databasePath() const;
    QString runsFolder() const;
    QString environmentsFolder() const;
    QString spoolFolder() const; ///< copies of what runs on other machines print
    QString endpointsFolder() const;
    QString backupsFolder() const;
    QString cacheFolder() const;    ///< may be deleted at any time
    QString stateFolder() const;    ///< window layout and the like
    QString sampleFolder() const;   ///< the writable copy of the sample project
    QString knownHostsPath() const; ///< the machines that Mooring trusts

private:
    void makePrivate(const QString &path);

    QString m_folder;
    bool m_writable = true;
    QStringList m_notices;
};

} // namespace mooring
