#include "core/hosts/contentreader.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPiece = 1024 * 1024;
// The coarsest clock of a usual file system (FAT): a change within this time may leave no trace in mtime.
constexpr qint64 kFreshNs = 2'000'000'000;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Snapshot", text); }
QString reason() { return QString::fromLocal8Bit(strerror(errno)); }
qint64 nanoseconds(const timespec &time) { return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec; }

bool isFresh(const struct stat &info)
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    return nanoseconds(info.st_mtim) > nanoseconds(now) - kFreshNs; // also what lies in the future
}

} // namespace

ContentReader::ContentReader(const QString &source, const CancelToken &cancel)
    : m_cursor(FolderCursor::at(QFile::encodeName(source))), m_cancel(cancel)
{
}

Error ContentReader::gone(const QString &cause) const
{
    return Error::failed(u"snapshot.gone"_s,
                         tr("%1 could not be read; it was there when the files were listed. The snapshot was not made.")
                             .arg(displayPath(m_path)))
        .withCause(cause);
}

Error ContentReader::changing() const
{
    return Error::failed(u"snapshot.changing"_s,
                         tr("%1 changed each of the three times that it was read. The snapshot was not made.")
                             .arg(displayPath(m_path)))
        .withFix(tr("Stop what writes to it, or leave it out with a line in .amlignore: %1").arg(displayPath(m_path)));
}

bool ContentReader::sameVersion(const struct stat &other) const
{
    return m_before.st_ino == other.st_ino && m_before.st_dev == other.st_dev && m_before.st_size == other.st_size &&
           nanoseconds(m_before.st_mtim) == nanoseconds(other.st_mtim) &&
           nanoseconds(m_before.st_ctim) == nanoseconds(other.st_ctim);
}

Result<> ContentReader::open(const SnapshotEntry &entry)
{
    m_path = entry.path;
    m_read = 0;
    (void)m_hash.take();
    const int folder = m_cursor.isOpen() ? m_cursor.folder(folderOf(entry.path)) : -1;
    if (folder < 0)
        return gone(reason());
    m_file = Descriptor(
        openat(folder, nameOf(entry.path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!m_file.isOpen() || fstat(m_file.get(), &m_before) != 0)
        return gone(reason());
    return S_ISREG(m_before.st_mode) ? Result<>() : gone(tr("It is not a regular file any more."));
}

Result<QByteArray> ContentReader::read(qint64 max)
{
    if (m_cancel.isCanceled())
        return Error::canceled();
    QByteArray piece(qsizetype(std::min(max, m_before.st_size - m_read)), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < piece.size()) {
        const auto n = ::read(m_file.get(), piece.data() + filled, size_t(piece.size() - filled));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return gone(reason());
        if (n == 0)
            break;
        filled += n;
    }
    piece.truncate(filled);
    m_read += filled;
    m_hash.add(piece);
    return piece;
}

Result<QByteArray> ContentReader::hashAgain()
{
    if (lseek(m_file.get(), 0, SEEK_SET) != 0)
        return gone(reason());
    Sha256 hash;
    m_buffer.resize(kPiece);
    for (;;) {
        if (m_cancel.isCanceled())
            return Error::canceled();
        const auto n = ::read(m_file.get(), m_buffer.data(), size_t(m_buffer.size()));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return gone(reason());
        if (n == 0)
            return hash.take();
        hash.add(QByteArrayView(m_buffer).first(n));
    }
}

Result<std::optional<ManifestEntry>> ContentReader::finish()
{
    using Outcome = std::optional<ManifestEntry>;
    ManifestEntry entry;
    entry.path = m_path;
    entry.size = m_read;
    entry.executable = executable();
    entry.sha256 = m_hash.take();
    const bool fresh = isFresh(m_before);
    entry.mtimeNs = fresh ? 0 : nanoseconds(m_before.st_mtim);
    if (m_read != m_before.st_size)
        return Outcome();
    if (fresh) {
        const auto again = hashAgain();
        if (!again)
            return again.error();
        if (*again != entry.sha256)
            return Outcome();
    }
    struct stat after
    {
    }, there{};
    if (fstat(m_file.get(), &after) != 0 || !sameVersion(after))
        return Outcome();
    const int folder = m_cursor.folder(folderOf(m_path));
    if (folder < 0 || fstatat(folder, nameOf(m_path).constData(), &there, AT_SYMLINK_NOFOLLOW) != 0 ||
        !sameVersion(there))
        return Outcome(); // replaced meanwhile: the next try takes the new one, or says that it is gone
    return Outcome(std::move(entry));
}

Result<ManifestEntry> ContentReader::readStable(const SnapshotEntry &entry, QByteArray *content)
{
    for (int attempt = 1; attempt <= mostTries; ++attempt) {
        if (auto opened = open(entry); !opened)
            return opened.error();
        if (content)
            content->clear();
        for (;;) {
            auto piece = read(kPiece);
            if (!piece)
                return piece.error();
            if (piece->isEmpty())
                break;
            if (content)
                content->append(*piece);
        }
        auto finished = finish();
        if (!finished)
            return finished.error();
        if (*finished)
            return std::move(**finished);
        if (m_cancel.waitFor(std::chrono::milliseconds(50 * attempt)))
            return Error::canceled();
    }
    return changing();
}

} // namespace mooring
