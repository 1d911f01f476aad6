#include "core/workspace/profile.h"

#include "core/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Profile", text); }

Result<QString> chooseFolder(const QString &explicitFolder)
{
    const QString named = explicitFolder.isEmpty() ? qEnvironmentVariable("MOORING_PROFILE") : explicitFolder;
    if (!named.isEmpty())
        return QDir::cleanPath(QDir().absoluteFilePath(named));
    const QString data = qEnvironmentVariable("XDG_DATA_HOME");
    if (QDir::isAbsolutePath(data)) // the standard says to ignore a relative one
        return QDir::cleanPath(data + QStringLiteral("/mooring"));
    const QString home = qEnvironmentVariable("HOME");
    if (!QDir::isAbsolutePath(home)) {
        return Error::usage(QStringLiteral("profile.noHome"),
                            tr("There is no place for the profile: HOME is not set to an absolute path."))
            .withFix(tr("Name a folder with --profile."));
    }
    return QDir::cleanPath(home + QStringLiteral("/.local/share/mooring"));
}

/// Ours, or why not. Follows a link: what counts is whose folder it leads to.
Result<> checkOwner(const QString &folder)
{
    struct stat info
    {
    };
    if (stat(QFile::encodeName(folder).constData(), &info) != 0) {
        return Error::failed(QStringLiteral("profile.cannotCreate"), tr("The profile %1 cannot be opened.").arg(folder))
            .withCause(QString::fromLocal8Bit(strerror(errno)));
    }
    if (!S_ISDIR(info.st_mode))
        return Error::usage(QStringLiteral("profile.notAFolder"), tr("The profile %1 is not a folder.").arg(folder));
    if (info.st_uid != geteuid()) {
        return Error::usage(QStringLiteral("profile.foreign"),
                            tr("The profile %1 belongs to another user and is not used.").arg(folder))
            .withFix(tr("Name a folder of your own with --profile."));
    }
    return {};
}

} // namespace

Result<Profile> Profile::open(const QString &explicitFolder)
{
    auto chosen = chooseFolder(explicitFolder);
    if (!chosen)
        return chosen.error();
    Profile profile;
    profile.m_folder = std::move(chosen).value();
    struct stat info
    {
    };
    if (lstat(QFile::encodeName(profile.m_folder).constData(), &info) != 0) {
        if (auto made = makeFolder(profile.m_folder); !made) {
            return Error::failed(QStringLiteral("profile.cannotCreate"),
                                 tr("The profile %1 could not be created.").arg(profile.m_folder))
                .withCause(made.error().cause.isEmpty() ? made.error().message : made.error().cause)
                .withFix(tr("Name another folder with --profile."));
        }
    }
    if (auto owned = checkOwner(profile.m_folder); !owned)
        return owned.error();
    profile.m_writable = access(QFile::encodeName(profile.m_folder).constData(), W_OK | X_OK) == 0;
    profile.makePrivate(profile.m_folder);
    for (const QString &folder : {profile.runsFolder(), profile.environmentsFolder(), profile.spoolFolder(),
                                  profile.backupsFolder(), profile.cacheFolder(), profile.stateFolder()}) {
        if (profile.m_writable && !makeFolder(folder).ok())
            continue; // a full disk: whoever needs the folder says so
        profile.makePrivate(folder);
    }
    return profile;
}

void Profile::makePrivate(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info
    {
    };
    if (stat(name.constData(), &info) != 0 || (info.st_mode & 07777) == 0700)
        return;
    const bool wasOpen = info.st_mode & 0077;
    const bool changed = m_writable && chmod(name.constData(), 0700) == 0;
    if (wasOpen && changed)
        m_notices << tr("The folder %1 was open to other users. It is private now.").arg(path);
    else if (wasOpen)
        m_notices << tr("The folder %1 is open to other users and could not be made private.").arg(path);
}

QString Profile::databasePath() const { return m_folder + QStringLiteral("/workspace.db"); }
QString Profile::runsFolder() const { return m_folder + QStringLiteral("/runs"); }
QString Profile::spoolFolder() const { return m_folder + QStringLiteral("/spool"); }
QString Profile::environmentsFolder() const { return m_folder + QStringLiteral("/environments"); }
QString Profile::endpointsFolder() const { return m_folder + QStringLiteral("/endpoints"); }
QString Profile::backupsFolder() const { return m_folder + QStringLiteral("/backups"); }
QString Profile::cacheFolder() const { return m_folder + QStringLiteral("/cache"); }
QString Profile::stateFolder() const { return m_folder + QStringLiteral("/state"); }
QString Profile::knownHostsPath() const { return m_folder + QStringLiteral("/known_hosts"); }
QString Profile::sampleFolder() const { return m_folder + QStringLiteral("/sample"); }

} // namespace mooring
