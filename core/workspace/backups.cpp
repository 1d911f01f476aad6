#include "core/workspace/backups.h"

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/workspace/sqlconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKept = 10;
const QString kTimeFormat = u"yyyyMMdd-HHmmss"_s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Backups", text); }

/// SQLite gives the copy the rights that the umask leaves; an empty file that is there already keeps its own.
bool makeEmpty(const QString &path)
{
    const int fd = open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    fchmod(fd, 0600);
    close(fd);
    return true;
}

void sync(const QString &path, int flags)
{
    const int fd = open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

QStringList listed(const QString &folder)
{
    return QDir(folder).entryList({u"workspace-*.db"_s}, QDir::Files,
                                  QDir::Name); // the date makes it the order of time
}

/// Of a backup's path; far in the past for what is none.
QDateTime timeOf(const QString &path)
{
    QDateTime time = QDateTime::fromString(QFileInfo(path).fileName().section(u'-', 1, 2), kTimeFormat);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time : fromEpochMs(0);
}

} // namespace

Result<QString> Backups::make(SqlConnection &connection, int version)
{
    const Error failed =
        Error::failed(u"workspace.cannotBackUp"_s, tr("The workspace could not be backed up into %1.").arg(m_folder));
    if (auto made = makeFolder(m_folder); !made)
        return Error(failed).withCause(made.error().text());
    const QString temporary = m_folder + u"/making-"_s + randomWord(8);
    if (!makeEmpty(temporary))
        return Error(failed);
    if (auto copied = connection.run(u"VACUUM INTO ?"_s, {temporary}); !copied) {
        QFile::remove(temporary);
        if (copied.error().code == u"workspace.damaged"_s || copied.error().code == u"workspace.diskFull"_s)
            return copied.error();
        return Error(failed).withCause(copied.error().cause);
    }
    sync(temporary, O_RDONLY);
    // Later than the newest one, so that names stay in the order of time: copies may be made faster than one a second.
    QDateTime time = std::max(nowUtc(), timeOf(newest()).addSecs(1));
    const auto named = [&] {
        return m_folder + u"/workspace-%1-v%2.db"_s.arg(time.toString(kTimeFormat)).arg(version);
    };
    while (QFile::exists(named()))
        time = time.addSecs(1);
    const QString path = named();
    if (!QFile::rename(temporary, path)) { // never over an existing one
        QFile::remove(temporary);
        return Error(failed);
    }
    sync(m_folder, O_RDONLY | O_DIRECTORY);
    prune();
    return path;
}

QString Backups::newest() const
{
    const QStringList names = listed(m_folder);
    return names.isEmpty() ? QString() : m_folder + u'/' + names.last();
}

Error Backups::naming(Error error) const
{
    const QString backup = newest();
    error.fix =
        backup.isEmpty()
            ? tr("There is no backup. Move the file away and start again: Mooring finds its runs in the folder “runs” "
                 "of the profile.")
            : tr("The newest backup is %1. Move the damaged file away and put a copy of the backup in its place.")
                  .arg(backup);
    return error;
}

void Backups::prune()
{
    QStringList names = listed(m_folder);
    while (names.size() > kKept)
        QFile::remove(m_folder + u'/' + names.takeFirst());
}

} // namespace mooring
