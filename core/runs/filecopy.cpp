#include "core/runs/filecopy.h"

#include "core/base/clock.h"

#include <QCryptographicHash>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t pieceSize = 1024 * 1024;
constexpr int mostTries = 3;
// The coarsest clock of a usual file system (FAT): a change within this time may leave no trace in mtime.
constexpr qint64 freshNs = 2'000'000'000;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Snapshot", text); }

QString reason() { return QString::fromLocal8Bit(strerror(errno)); }

qint64 nanoseconds(const timespec &time) { return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec; }

bool sameVersion(const struct stat &a, const struct stat &b)
{
    return a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size &&
           nanoseconds(a.st_mtim) == nanoseconds(b.st_mtim) && nanoseconds(a.st_ctim) == nanoseconds(b.st_ctim);
}

bool isFresh(const struct stat &info)
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    return nanoseconds(info.st_mtim) > nanoseconds(now) - freshNs; // also what lies in the future
}

Error gone(const QByteArray &path, const QString &cause)
{
    return Error::failed(u"snapshot.gone"_s,
                         tr("%1 could not be read; it was there when the files were listed. The snapshot was not made.")
                             .arg(displayPath(path)))
        .withCause(cause)
        .withFix(tr(
            "Start again when nothing writes to the source folder, or leave the file out with a line in .amlignore."));
}

bool isZero(const char *bytes, size_t size)
{
    return size == 0 || (bytes[0] == 0 && std::memcmp(bytes, bytes + 1, size - 1) == 0);
}

} // namespace

FileCopy::FileCopy(const CancelToken &cancel, std::function<void(qint64)> onBytes)
    : m_cancel(cancel), m_onBytes(std::move(onBytes)), m_buffer(pieceSize)
{
}

Result<> FileCopy::put(int out, const char *bytes, size_t size, const QByteArray &path)
{
    // A piece of zeros becomes a hole: a sparse file stays sparse.
    if (size >= 65536 && isZero(bytes, size) && lseek(out, off_t(size), SEEK_CUR) >= 0)
        return {};
    for (size_t done = 0; done < size;) {
        const ssize_t n = write(out, bytes + done, size - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            const bool full = errno == ENOSPC || errno == EDQUOT;
            Error error =
                Error::failed(
                    full ? u"file.diskFull"_s : u"snapshot.cannotWrite"_s,
                    tr("The copy of %1 could not be written. The snapshot was not made and nothing of it was kept.")
                        .arg(displayPath(path)))
                    .withCause(reason());
            if (full)
                error.fix = tr("Free some space on that disk, or leave large files out with a line in .amlignore, then "
                               "try again.");
            return error;
        }
        done += size_t(n);
    }
    return {};
}

/// Reads to the end, writes what it read unless `out` is -1, and gives the hash.
Result<QByteArray> FileCopy::pump(int in, int out, const QByteArray &path)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 total = 0;
    for (;;) {
        if (m_cancel.isCanceled())
            return Error::canceled();
        const ssize_t n = read(in, m_buffer.data(), m_buffer.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return gone(path, reason());
        if (n == 0)
            break;
        hash.addData(QByteArrayView(m_buffer.data(), n));
        total += n;
        if (out < 0)
            continue;
        if (auto written = put(out, m_buffer.data(), size_t(n), path); !written)
            return written.error();
        if (m_onBytes)
            m_onBytes(n);
    }
    if (out >= 0 && ftruncate(out, off_t(total)) != 0) // a hole at the end is no write
        return Error::failed(u"snapshot.cannotWrite"_s,
                             tr("The copy of %1 could not be written.").arg(displayPath(path)))
            .withCause(reason());
    return hash.result().toHex();
}

Result<FileCopy::Outcome> FileCopy::once(int from, int to, const QByteArray &name, ManifestEntry &entry)
{
    const Descriptor in(openat(from, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat before
    {
    }, after{}, there{};
    if (!in.isOpen() || fstat(in.get(), &before) != 0)
        return gone(entry.path, reason());
    if (!S_ISREG(before.st_mode))
        return gone(entry.path, tr("It is not a regular file any more."));
    const mode_t mode = (before.st_mode & 0111) ? 0700 : 0600;
    const Descriptor out(openat(to, name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!out.isOpen() || fchmod(out.get(), mode) != 0) {
        const bool full = errno == ENOSPC || errno == EDQUOT;
        return Error::failed(
                   full ? u"file.diskFull"_s : u"snapshot.cannotWrite"_s,
                   tr("The copy of %1 could not be written. The snapshot was not made and nothing of it was kept.")
                       .arg(displayPath(entry.path)))
            .withCause(reason());
    }
    auto hash = pump(in.get(), out.get(), entry.path);
    if (!hash)
        return hash.error();
    const bool fresh = isFresh(before);
    if (fresh) {
        if (lseek(in.get(), 0, SEEK_SET) != 0)
            return gone(entry.path, reason());
        auto again = pump(in.get(), -1, entry.path);
        if (!again)
            return again.error();
        if (*again != *hash)
            return Outcome::Changed;
    }
    if (fstat(in.get(), &after) != 0 || !sameVersion(before, after))
        return Outcome::Changed;
    if (fstatat(from, name.constData(), &there, AT_SYMLINK_NOFOLLOW) != 0 || !sameVersion(before, there))
        return Outcome::Changed; // replaced meanwhile: the next try takes the new one, or says that it is gone
    entry.size = before.st_size;
    entry.executable = mode == 0700;
    entry.sha256 = *hash;
    entry.mtimeNs = fresh ? 0 : nanoseconds(before.st_mtim);
    return Outcome::Same;
}

Result<ManifestEntry> FileCopy::copy(int from, int to, const QByteArray &name, const QByteArray &path)
{
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        ManifestEntry entry;
        entry.path = path;
        auto outcome = once(from, to, name, entry);
        if (!outcome)
            return outcome.error();
        if (*outcome == Outcome::Same)
            return entry;
        unlinkat(to, name.constData(), 0);
        if (m_cancel.waitFor(std::chrono::milliseconds(50 * (attempt + 1))))
            return Error::canceled();
    }
    return Error::failed(u"snapshot.changing"_s,
                         tr("%1 changed each of the three times that it was read. The snapshot was not made.")
                             .arg(displayPath(path)))
        .withFix(tr("Stop what writes to it, or leave it out with a line in .amlignore: %1").arg(displayPath(path)));
}

Result<QByteArray> FileCopy::hash(int from, const QByteArray &name, const QByteArray &path)
{
    const Descriptor in(openat(from, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat info
    {
    };
    if (!in.isOpen() || fstat(in.get(), &info) != 0)
        return gone(path, reason());
    if (!S_ISREG(info.st_mode))
        return gone(path, tr("It is not a regular file any more."));
    return pump(in.get(), -1, path);
}

} // namespace mooring
