#include "core/base/filelock.h"

#include "core/base/canceltoken.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::FileLock", text); }

int openForLock(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (QFileInfo(path).isDir())
        return open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int fd = open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0)
        fchmod(fd, 0600); // whatever the umask says
    return fd;
}

QString processName(const QString &pid)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(pid));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace

FileLock::~FileLock()
{
    if (m_fd >= 0)
        close(m_fd);
}

FileLock::FileLock(FileLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

Result<FileLock> FileLock::acquire(const QString &path, std::chrono::milliseconds limit)
{
    FileLock lock;
    lock.m_fd = openForLock(path);
    if (lock.m_fd < 0) {
        const bool full = errno == ENOSPC || errno == EDQUOT;
        return Error::failed(full ? QStringLiteral("lock.diskFull") : QStringLiteral("lock.cannotOpen"),
                             tr("%1 could not be opened.").arg(path))
            .withCause(QString::fromLocal8Bit(strerror(errno)));
    }
    QElapsedTimer timer;
    timer.start();
    const CancelToken pause;
    while (flock(lock.m_fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return Error::failed(QStringLiteral("lock.cannotOpen"), tr("%1 could not be locked.").arg(path))
                .withCause(QString::fromLocal8Bit(strerror(errno)));
        }
        if (timer.elapsed() >= limit.count())
            return Error::failed(QStringLiteral("lock.held"), tr("%1 is in use.").arg(path))
                .withCause(lockHolder(path));
        pause.waitFor(std::chrono::milliseconds(2));
    }
    return lock;
}

QString lockHolder(const QString &path)
{
    struct stat info
    {
    };
    if (stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    QFile locks(QStringLiteral("/proc/locks"));
    if (!locks.open(QIODevice::ReadOnly))
        return {};
    const QString inode = QString::number(info.st_ino);
    const QString own = QString::number(getpid());
    for (const QString &line : QString::fromLatin1(locks.readAll()).split(u'\n')) {
        const QStringList words = line.simplified().split(u' '); // "1: FLOCK ADVISORY WRITE 4711 08:01:131 0 EOF"
        if (words.size() < 6 || words[3] != QStringLiteral("WRITE") || words[5].section(u':', 2) != inode ||
            words[4] == own)
            continue;
        const QString name = processName(words[4]);
        return name.isEmpty() ? tr("process %1").arg(words[4]) : tr("%1 (process %2)").arg(name, words[4]);
    }
    return {};
}

} // namespace mooring
