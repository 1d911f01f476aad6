#include "core/workspace/opendatabase.h"

#include "core/base/filelock.h"
#include "core/base/ids.h"
#include "core/workspace/backups.h"
#include "core/workspace/databasefile.h"
#include "core/workspace/profile.h"
#include "core/workspace/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QMutex>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Mode = SqlConnection::Mode;

namespace {

constexpr qint64 kCheckedWhole = 8 * 1024 * 1024; // bytes: a complete check of more would be felt at the start

QString tr(const char *text) { return QCoreApplication::translate("mooring::Workspace", text); }

QMutex openedLock;
QHash<QString, int> opened; // databases that this process has open

Error damaged(const Profile &profile, const QString &cause)
{
    return Backups(profile.backupsFolder())
        .naming(
            Error::failed(u"workspace.damaged"_s,
                          tr("The workspace database %1 is damaged. It was not touched.").arg(profile.databasePath()))
                .withCause(cause));
}

Error refusal(const Profile &profile, const DatabaseFile &file)
{
    if (file.kind == DatabaseFile::Kind::NotOurs) {
        return Backups(profile.backupsFolder())
            .naming(Error::failed(
                        u"workspace.notOurs"_s,
                        tr("%1 is a database of another program. It was not touched.").arg(profile.databasePath()))
                        .withCause(file.problem));
    }
    return damaged(profile, file.problem);
}

/// Complete in a file of its own, then put in its place at once: what has the database's name is whole at any moment.
Result<> create(const Profile &profile)
{
    const QString path = profile.databasePath();
    const QString temporary = path + u".new-"_s + randomWord(8);
    const QByteArray name = QFile::encodeName(temporary);
    const auto fail = [&](const QString &cause) {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
            QFile::remove(temporary + suffix);
        return Error::failed(u"workspace.cannotCreate"_s, tr("The workspace %1 could not be created.").arg(path))
            .withCause(cause)
            .withFix(
                tr("Make the folder writable and free some space on its disk, or name another one with --profile."));
    };
    const int fd = open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(QString::fromLocal8Bit(strerror(errno)));
    fchmod(fd, 0600); // SQLite gives the files beside it the same rights
    close(fd);
    {
        auto connection = SqlConnection::open(temporary, Mode::ReadWrite);
        if (!connection)
            return fail(connection.error().cause);
        if (auto made = schema::create(**connection); !made)
            return fail(made.error().cause.isEmpty() ? made.error().message : made.error().cause);
    }
    if (renameat2(AT_FDCWD, name.constData(), AT_FDCWD, QFile::encodeName(path).constData(), RENAME_NOREPLACE) != 0 &&
        errno != EEXIST)
        return fail(QString::fromLocal8Bit(strerror(errno)));
    QFile::remove(temporary); // another process was first
    return {};
}

/// Small databases are read completely. Uses a connection that leaves no trace.
Result<> check(const Profile &profile, const DatabaseFile &file)
{
    if (file.size > kCheckedWhole)
        return {};
    for (const Mode mode : {Mode::Immutable, Mode::ReadOnly}) {
        const bool changing = file.hasLog || QFile::exists(profile.databasePath() + u"-wal"_s);
        if (mode == Mode::Immutable && changing)
            continue;
        auto connection = SqlConnection::open(profile.databasePath(), mode);
        auto answer = connection ? (*connection)->quickCheck() : Result<QString>(connection.error());
        if (answer && *answer == u"ok"_s)
            return {};
        if (mode == Mode::Immutable && QFile::exists(profile.databasePath() + u"-wal"_s))
            continue; // somebody opened it just now: what was read may be half of a change
        if (answer || answer.error().code == u"workspace.damaged"_s)
            return damaged(profile, answer ? *answer : answer.error().cause);
        return {}; // locked, full …: not a finding
    }
    return {};
}

Result<> migrate(const Profile &profile)
{
    const auto fail = [&](const Error &error) {
        Error failure = error;
        failure.message = tr("The workspace %1 is of an earlier version and could not be brought up to date: %2")
                              .arg(profile.databasePath(), error.message);
        if (error.code != u"workspace.damaged"_s)
            failure.code = u"workspace.cannotMigrate"_s;
        return failure;
    };
    auto lock = FileLock::acquire(writeLockPath(profile), 60s); // another process may be doing it
    if (!lock)
        return fail(lock.error());
    auto connection = SqlConnection::open(profile.databasePath(), Mode::ReadWrite);
    if (!connection)
        return fail(connection.error());
    for (bool hasBackup = false;; hasBackup = true) { // of what was there before the first step
        auto version = (*connection)->value(u"PRAGMA user_version"_s);
        if (!version)
            return fail(version.error());
        if (version->toInt() >= schema::kVersion)
            break;
        if (!hasBackup) {
            auto backup = Backups(profile.backupsFolder()).make(**connection, version->toInt());
            if (!backup)
                return fail(backup.error());
        }
        if (auto done = schema::migrateFrom(**connection, version->toInt()); !done)
            return fail(done.error());
    }
    (void)(*connection)->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); // the file's own header names the new version
    return {};
}

/// Ways to open it, best first.
Result<OpenedDatabase> findMode(const Profile &profile)
{
    OpenedDatabase found;
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly, Mode::Immutable}) {
        const bool interrupted = QFileInfo(profile.databasePath() + u"-wal"_s).size() > 0;
        if (mode == Mode::Immutable && interrupted)
            break; // what is in the log would not be seen
        if (mode == Mode::ReadOnly && !interrupted)
            continue; // would leave files behind
        auto connection = SqlConnection::open(profile.databasePath(), mode);
        if (connection && mode == Mode::ReadWrite && profile.isWritable())
            (void)(*connection)->run(u"PRAGMA journal_mode=WAL"_s); // a backup that was put back has another
        auto usable = connection ? schema::verify(**connection) : Result<>(connection.error());
        if (usable && mode == Mode::ReadWrite && !profile.isWritable())
            usable =
                Error::failed(u"workspace.readOnly"_s,
                              tr("The profile %1 cannot be written. Nothing will be saved.").arg(profile.folder()));
        if (usable) {
            found.readMode = mode == Mode::ReadWrite ? Mode::Reader : mode;
            return found;
        }
        if (usable.error().code == u"workspace.damaged"_s)
            return damaged(profile, usable.error().cause);
        if (usable.error().code == u"workspace.busy"_s)
            return usable.error(); // only for now: nothing to work around
        if (!found.trouble)
            found.trouble = usable.error();
    }
    return *found.trouble;
}

Result<OpenedDatabase> prepare(const Profile &profile)
{
    DatabaseFile file = DatabaseFile::inspect(profile.databasePath());
    if (file.kind == DatabaseFile::Kind::Missing) {
        if (auto made = create(profile); !made)
            return made.error();
        file = DatabaseFile::inspect(profile.databasePath());
    }
    if (file.kind == DatabaseFile::Kind::Ours && file.version > schema::kVersion)
        return tooNew(profile, file.version);
    if (file.kind != DatabaseFile::Kind::Ours)
        return refusal(profile, file);
    if (auto whole = check(profile, file); !whole)
        return whole.error();
    if (profile.isWritable())
        chmod(QFile::encodeName(profile.databasePath()).constData(), 0600);
    if (file.version < schema::kVersion) {
        if (auto done = migrate(profile); !done)
            return done.error();
    }
    return findMode(profile);
}

} // namespace

Result<OpenedDatabase> openDatabase(const Profile &profile)
{
    const QString path = QFileInfo(profile.folder()).canonicalFilePath();
    const QMutexLocker lock(&openedLock);
    auto outcome = opened.value(path) > 0 ? findMode(profile) : prepare(profile);
    if (outcome)
        ++opened[path];
    return outcome;
}

void forgetDatabase(const Profile &profile)
{
    const QMutexLocker lock(&openedLock);
    --opened[QFileInfo(profile.folder()).canonicalFilePath()];
}

Error tooNew(const Profile &profile, int version)
{
    return Error::failed(
               u"workspace.newer"_s,
               tr("The workspace %1 has version %2. This Mooring knows versions up to %3 and did not touch it.")
                   .arg(profile.databasePath())
                   .arg(version)
                   .arg(schema::kVersion))
        .withFix(tr("Use a newer Mooring, or another profile with --profile."))
        .withDetail({{"version", version}, {"known", schema::kVersion}});
}

QString writeLockPath(const Profile &profile) { return profile.folder() + u"/workspace.lock"_s; }

} // namespace mooring
