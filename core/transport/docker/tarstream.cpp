#include "core/transport/docker/tarstream.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPiece = 256 * 1024;

la_ssize_t append(archive *, void *out, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(out)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

} // namespace

TarStream::TarStream() : m_archive(archive_write_new()), m_entry(archive_entry_new())
{
    archive_write_set_format_gnutar(m_archive);
    archive_write_set_bytes_per_block(m_archive, 0);
    archive_write_set_bytes_in_last_block(m_archive, 1);
    archive_write_open(m_archive, &m_out, nullptr, append, nullptr);
}

TarStream::~TarStream()
{
    if (m_fd >= 0)
        close(m_fd);
    archive_entry_free(m_entry);
    archive_write_free(m_archive);
}

void TarStream::addFolder(const QByteArray &name) { m_items.push_back({Item::Kind::Folder, name, {}, {}, true}); }

void TarStream::addFile(const QByteArray &name, const QString &path, bool executable)
{
    m_items.push_back({Item::Kind::File, name, {}, path, executable});
}

void TarStream::addBytes(const QByteArray &name, const QByteArray &content)
{
    m_items.push_back({Item::Kind::Bytes, name, content, {}, false});
}

void TarStream::addLink(const QByteArray &name, const QByteArray &target)
{
    m_items.push_back({Item::Kind::Link, name, target, {}, false});
}

Result<> TarStream::addTree(const QByteArray &name, const QString &folder,
                            const std::function<bool(const QString &)> &leavesOut, bool prunes)
{
    namespace fs = std::filesystem;
    const std::string top = QFile::encodeName(folder).toStdString();
    std::error_code problem;
    if (!name.isEmpty())
        addFolder(name);
    const auto first = qsizetype(m_items.size());
    fs::recursive_directory_iterator entry(top, problem);
    while (!problem && entry != fs::recursive_directory_iterator()) {
        const std::string &path = entry->path().native();
        const QByteArray below = QByteArray::fromStdString(path.substr(top.size() + 1));
        const QByteArray inside = name.isEmpty() ? below : name + '/' + below;
        if (leavesOut && leavesOut(QFile::decodeName(below))) {
            if (prunes)
                entry.disable_recursion_pending();
            entry.increment(problem);
            continue;
        }
        struct stat status
        {
        };
        if (lstat(path.c_str(), &status) == 0) {
            if (S_ISDIR(status.st_mode))
                addFolder(inside);
            else if (S_ISREG(status.st_mode))
                addFile(inside, QFile::decodeName(path.c_str()), (status.st_mode & S_IXUSR) != 0);
            else if (S_ISLNK(status.st_mode))
                addLink(inside, QByteArray::fromStdString(fs::read_symlink(entry->path(), problem).native()));
        }
        entry.increment(problem);
    }
    // A folder's own order is chance: equal content is to be equal bytes.
    std::sort(m_items.begin() + first, m_items.end(), [](const Item &a, const Item &b) { return a.name < b.name; });
    return problem ? Result<>(failure(QString::fromStdString(problem.message()))) : Result<>();
}

Error TarStream::failure(const QString &cause) const
{
    return Error::failed(u"tar.cannotRead"_s, QCoreApplication::translate(
                                                  "mooring::Docker", "The files could not be packed for the engine."))
        .withCause(cause);
}

Result<> TarStream::begin(const Item &item)
{
    archive_entry_clear(m_entry);
    archive_entry_set_pathname(m_entry, item.name.constData());
    archive_entry_set_mtime(m_entry, 0, 0); // equal content is equal bytes
    archive_entry_set_perm(m_entry, item.executable ? 0755 : 0644);
    archive_entry_set_filetype(m_entry, item.kind == Item::Kind::Folder ? AE_IFDIR
                                        : item.kind == Item::Kind::Link ? AE_IFLNK
                                                                        : AE_IFREG);
    if (item.kind == Item::Kind::Link)
        archive_entry_set_symlink(m_entry, item.content.constData());
    qint64 size = item.kind == Item::Kind::Bytes ? item.content.size() : 0;
    if (item.kind == Item::Kind::File) {
        struct stat status
        {
        };
        m_fd = open(QFile::encodeName(item.path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (m_fd < 0 || fstat(m_fd, &status) != 0 || !S_ISREG(status.st_mode))
            return failure(item.path + u": "_s + QString::fromLocal8Bit(strerror(errno)));
        size = m_left = status.st_size;
    }
    archive_entry_set_size(m_entry, size);
    if (archive_write_header(m_archive, m_entry) < ARCHIVE_WARN)
        return failure(QString::fromUtf8(archive_error_string(m_archive)));
    if (item.kind == Item::Kind::Bytes)
        archive_write_data(m_archive, item.content.constData(), size_t(item.content.size()));
    return {};
}

Result<> TarStream::goOn()
{
    std::vector<char> buffer(static_cast<size_t>(std::min(kPiece, m_left)));
    const auto n = buffer.empty() ? 0 : read(m_fd, buffer.data(), buffer.size());
    if (n < 0)
        return failure(QString::fromLocal8Bit(strerror(errno)));
    const size_t taken = n > 0 ? size_t(n) : buffer.size(); // shorter than it was: zeros, as the size was promised
    archive_write_data(m_archive, buffer.data(), taken);
    m_left -= qint64(taken);
    if (m_left <= 0) {
        close(m_fd);
        m_fd = -1;
    }
    return {};
}

Result<QByteArray> TarStream::next()
{
    while (m_out.size() < kPiece && !m_isClosed) {
        if (m_fd >= 0) {
            if (auto done = goOn(); !done)
                return done.error();
        } else if (!m_items.empty()) {
            const Item item = std::move(m_items.front());
            m_items.pop_front();
            if (auto done = begin(item); !done)
                return done.error();
        } else {
            archive_write_close(m_archive);
            m_isClosed = true;
        }
    }
    return std::exchange(m_out, {});
}

} // namespace mooring
