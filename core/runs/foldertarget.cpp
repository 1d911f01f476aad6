#include "core/runs/foldertarget.h"

#include "core/base/files.h"
#include "core/base/ids.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::FolderTarget", text); }

Error failure(const QByteArray &path)
{
    const int number = errno;
    const bool full = number == ENOSPC || number == EDQUOT;
    Error error = Error::failed(full ? u"file.diskFull"_s : u"file.cannotWrite"_s,
                                tr("%1 could not be written.").arg(QString::fromUtf8(path)))
                      .withCause(QString::fromLocal8Bit(strerror(number)));
    if (full)
        error.fix = tr("Free some space on that disk, then try again.");
    return error;
}

QByteArray lastPart(const QByteArray &path) { return path.mid(path.lastIndexOf('/') + 1); }

bool writeAll(int fd, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const auto n = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += n;
    }
    return true;
}

class OpenFile
{
public:
    explicit OpenFile(int fd) : m_fd(fd) {}
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    ~OpenFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int fd() const { return m_fd; }

private:
    int m_fd;
};

Result<> fill(int fd, const QByteArray &path, const std::function<Result<QByteArray>()> &read)
{
    for (;;) {
        const auto bytes = read();
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            return fsync(fd) == 0 ? Result<>() : failure(path);
        if (!writeAll(fd, *bytes))
            return failure(path);
    }
}

/// What came to that name meanwhile is not ours to overwrite.
bool appear(int folder, const QByteArray &part, const QByteArray &name)
{
    if (renameat2(folder, part.constData(), folder, name.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS) // some network file systems
        return false;
    return linkat(folder, part.constData(), folder, name.constData(), 0) == 0 &&
           unlinkat(folder, part.constData(), 0) == 0;
}

} // namespace

FolderTarget::~FolderTarget()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<> FolderTarget::open(const QString &folder)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    m_folder = folder;
    m_fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return m_fd >= 0 ? Result<>() : failure(folder.toUtf8());
}

bool FolderTarget::isSafe(const QByteArray &path)
{
    if (path.isEmpty() || path.contains('\0'))
        return false;
    for (const QByteArray &part : path.split('/')) {
        if (part.isEmpty() || part == "." || part == "..")
            return false;
    }
    return true;
}

int FolderTarget::openParent(const QByteArray &path, bool create) const
{
    int fd = dup(m_fd);
    QList<QByteArray> parts = path.split('/');
    parts.removeLast();
    for (const QByteArray &part : parts) {
        if (fd < 0)
            return fd;
        if (create)
            mkdirat(fd, part.constData(), 0777); // the person's own folder: their umask decides
        const int below = openat(fd, part.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        const int number = errno;
        ::close(fd);
        errno = number;
        fd = below;
    }
    return fd;
}

FolderTarget::There FolderTarget::look(const QByteArray &path, qint64 &size) const
{
    const OpenFile parent(openParent(path, false));
    struct stat found
    {
    };
    if (parent.fd() < 0)
        return errno == ENOENT ? There::Nothing : There::Other;
    if (fstatat(parent.fd(), lastPart(path).constData(), &found, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? There::Nothing : There::Other;
    size = found.st_size;
    return S_ISREG(found.st_mode) ? There::File : There::Other;
}

Result<QString> FolderTarget::hash(const QByteArray &path, const CancelToken &cancel) const
{
    const OpenFile parent(openParent(path, false));
    const OpenFile file(parent.fd() < 0 ? -1
                                        : openat(parent.fd(), lastPart(path).constData(),
                                                 O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file.fd() < 0)
        return failure(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(1 << 18, Qt::Uninitialized);
    for (;;) {
        if (cancel.isCanceled())
            return Error::canceled();
        const auto n = read(file.fd(), buffer.data(), size_t(buffer.size()));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return failure(path);
        if (n == 0)
            return QString::fromLatin1(hash.result().toHex());
        hash.addData(QByteArrayView(buffer.constData(), n));
    }
}

Result<> FolderTarget::write(const QByteArray &path, const std::function<Result<QByteArray>()> &read)
{
    const OpenFile parent(openParent(path, true));
    if (parent.fd() < 0)
        return failure(path);
    const QByteArray part = ".mooring-" + randomWord(10).toLatin1() + ".part";
    Result<> done;
    {
        const OpenFile file(
            openat(parent.fd(), part.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
        if (file.fd() < 0)
            return failure(path);
        done = fill(file.fd(), path, read);
    }
    if (done && !appear(parent.fd(), part, lastPart(path)))
        done = failure(path);
    if (!done)
        unlinkat(parent.fd(), part.constData(), 0);
    return done;
}

} // namespace mooring
