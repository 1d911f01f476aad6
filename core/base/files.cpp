#include "core/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "core/base/ids.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Files", text); }

QString reason() { return QString::fromLocal8Bit(strerror(errno)); }

Error failure(const char *code, const QString &message)
{
    const QString cause = reason();
    const bool full = errno == ENOSPC || errno == EDQUOT;
    Error error =
        Error::failed(full ? QStringLiteral("file.diskFull") : QString::fromLatin1(code), message).withCause(cause);
    if (full)
        error.fix = tr("Free some space on that disk, then try again.");
    return error;
}

bool writeAll(int fd, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const auto n = write(fd, content.constData() + done, size_t(content.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += n;
    }
    return true;
}

void syncFolderOf(const QString &path)
{
    const int fd =
        open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

} // namespace

Result<> writeFileAtomically(const QString &path, const QByteArray &content, int mode)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray temporary = QFile::encodeName(path + QStringLiteral(".tmp-") + randomWord(8));
    const int fd = open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0)
        return failure("file.cannotWrite", tr("%1 could not be written.").arg(path));
    fchmod(fd, mode_t(mode)); // whatever the umask says
    const bool written = writeAll(fd, content) && fsync(fd) == 0;
    const int writeError = errno;
    close(fd);
    errno = writeError;
    if (!written || rename(temporary.constData(), target.constData()) != 0) {
        Error error =
            failure("file.cannotWrite", tr("%1 could not be written. The earlier file is unchanged.").arg(path));
        unlink(temporary.constData());
        return error;
    }
    syncFolderOf(path);
    return {};
}

Result<QByteArray> readWholeFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error::failed(file.exists() ? QStringLiteral("file.cannotRead") : QStringLiteral("file.missing"),
                             tr("%1 could not be read.").arg(path))
            .withCause(file.errorString());
    }
    QByteArray content = file.read(limit + 1);
    if (content.size() > limit)
        return Error::failed(QStringLiteral("file.tooLarge"),
                             tr("%1 is larger than expected and was not read.").arg(path));
    return content;
}

Result<QByteArray> readFileRange(const QString &path, qint64 offset, qint64 max)
{
    const int fd = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return failure(errno == ENOENT ? "file.missing" : "file.cannotRead", tr("%1 could not be read.").arg(path));
    QByteArray bytes(qsizetype(max), Qt::Uninitialized);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto n = pread(fd, bytes.data() + done, size_t(bytes.size() - done), offset + done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            Error error = failure("file.cannotRead", tr("%1 could not be read.").arg(path));
            close(fd);
            return error;
        }
        if (n == 0)
            break;
        done += n;
    }
    close(fd);
    bytes.truncate(done);
    return bytes;
}

Result<> makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return {};
    if (info.exists())
        return Error::failed(QStringLiteral("file.notAFolder"), tr("%1 is not a folder.").arg(path));
    const QString parent = info.absolutePath();
    if (parent == path)
        return failure("file.cannotCreate", tr("The folder %1 could not be created.").arg(path));
    if (auto made = makeFolder(parent); !made)
        return made;
    if (mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST)
        return failure("file.cannotCreate", tr("The folder %1 could not be created.").arg(path));
    return {};
}

} // namespace mooring
