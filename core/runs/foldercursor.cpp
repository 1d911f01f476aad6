#include "core/runs/foldercursor.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

Descriptor::~Descriptor()
{
    if (m_fd >= 0)
        close(m_fd);
}

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

FolderCursor FolderCursor::at(const QByteArray &rootPath)
{
    return FolderCursor(Descriptor(open(rootPath.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC)));
}

int FolderCursor::folder(const QByteArray &path)
{
    if (path.isEmpty())
        return m_root.get();
    if (m_last.isOpen() && m_lastPath == path)
        return m_last.get();
    qsizetype at = 0;
    if (m_last.isOpen() && path.startsWith(m_lastPath + '/'))
        at = m_lastPath.size() + 1;
    else
        m_last = Descriptor();
    while (at < path.size()) {
        qsizetype end = path.indexOf('/', at);
        end = end < 0 ? path.size() : end;
        const int from = m_last.isOpen() ? m_last.get() : m_root.get();
        m_last =
            Descriptor(openat(from, path.mid(at, end - at).constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!m_last.isOpen())
            return -1;
        at = end + 1;
    }
    m_lastPath = path;
    return m_last.get();
}

bool FolderCursor::list(const QByteArray &path, std::vector<QByteArray> &names)
{
    names.clear();
    const int parent = folder(path);
    const int fd = parent < 0 ? -1 : openat(parent, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = fd < 0 ? nullptr : fdopendir(fd);
    if (!stream)
        return false;
    errno = 0;
    while (const dirent *entry = readdir(stream)) {
        if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
            names.emplace_back(entry->d_name);
    }
    const int error = errno;
    closedir(stream);
    std::sort(names.begin(), names.end());
    errno = error;
    return error == 0;
}

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.first(slash);
}

QByteArray nameOf(const QByteArray &path) { return path.mid(path.lastIndexOf('/') + 1); }

namespace {

/// Unlinks all that is no folder and collects the folders, parents first.
bool emptyFolders(FolderCursor &cursor, std::vector<QByteArray> &folders)
{
    std::vector<QByteArray> names;
    for (size_t i = 0; i < folders.size(); ++i) {
        const QByteArray path = folders[i];
        if (!cursor.list(path, names))
            return false;
        const int fd = cursor.folder(path);
        for (const QByteArray &name : names) {
            struct stat info
            {
            };
            if (fstatat(fd, name.constData(), &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode))
                folders.push_back(path.isEmpty() ? name : path + '/' + name);
            else if (unlinkat(fd, name.constData(), 0) != 0 && errno != ENOENT)
                return false;
        }
    }
    return true;
}

} // namespace

bool removeTree(const QByteArray &path)
{
    struct stat info
    {
    };
    if (lstat(path.constData(), &info) != 0)
        return errno == ENOENT;
    if (!S_ISDIR(info.st_mode))
        return unlink(path.constData()) == 0;
    FolderCursor cursor = FolderCursor::at(path);
    std::vector<QByteArray> folders{""};
    if (!cursor.isOpen() || !emptyFolders(cursor, folders))
        return false;
    for (size_t i = folders.size(); i-- > 1;) {
        const int parent = cursor.folder(folderOf(folders[i]));
        if (parent < 0 || unlinkat(parent, nameOf(folders[i]).constData(), AT_REMOVEDIR) != 0)
            return false;
    }
    return rmdir(path.constData()) == 0;
}

} // namespace mooring
