#include "core/logs/logfile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source) { return QCoreApplication::translate("mooring::LogFile", source); }

Error openError(const QString &path, int code)
{
    const QString cause = QString::fromLocal8Bit(std::strerror(code));
    if (code == ENOENT || code == ENOTDIR)
        return Error::failed(u"log.missing"_s, text("There is no file %1.").arg(path)).withCause(cause);
    return Error::failed(u"log.unreadable"_s, text("%1 cannot be read.").arg(path)).withCause(cause);
}

} // namespace

LogFile::LogFile(QString path, int fd, quint64 device, quint64 inode)
    : m_path(std::move(path)), m_fd(fd), m_device(device), m_inode(inode)
{
}

LogFile::~LogFile() { ::close(m_fd); }

Result<std::shared_ptr<const LogFile>> LogFile::open(const QString &path)
{
    // Non-blocking, or a FIFO without a writer would hold this thread for ever.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return openError(path, errno);
    struct stat state
    {
    };
    if (::fstat(fd, &state) != 0 || !S_ISREG(state.st_mode)) {
        ::close(fd);
        return Error::failed(u"log.notAFile"_s, text("%1 is not a file with text.").arg(path));
    }
    return std::shared_ptr<const LogFile>(new LogFile(path, fd, state.st_dev, state.st_ino));
}

qint64 LogFile::size() const
{
    struct stat state
    {
    };
    return ::fstat(m_fd, &state) == 0 ? qint64(state.st_size) : -1;
}

qint64 LogFile::read(qint64 offset, char *into, qint64 max) const
{
    qint64 got = 0;
    while (got < max) {
        const ssize_t n = ::pread(m_fd, into + got, size_t(max - got), off_t(offset + got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return got > 0 ? got : -1;
        if (n == 0)
            break;
        got += n;
    }
    return got;
}

QByteArray LogFile::read(qint64 offset, qint64 max) const
{
    QByteArray bytes(qsizetype(max), Qt::Uninitialized);
    bytes.resize(qsizetype(std::max<qint64>(read(offset, bytes.data(), max), 0)));
    return bytes;
}

LogFile::Place LogFile::place() const
{
    struct stat state
    {
    };
    if (::stat(QFile::encodeName(m_path).constData(), &state) != 0)
        return Place::Gone;
    return state.st_dev == m_device && state.st_ino == m_inode ? Place::Same : Place::Replaced;
}

} // namespace mooring
