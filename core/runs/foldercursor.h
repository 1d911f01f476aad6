#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace mooring {

/// Owns a file descriptor.
class Descriptor
{
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) {}
    ~Descriptor();
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept;
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

/// Reaches folders below a root by their path, one step at a time and never through a symbolic link, so that nothing
/// outside is touched, whoever changes the tree meanwhile. Names are bytes; depth and length of a path have no limit
/// (the system's PATH_MAX does not apply); two descriptors are enough for any depth.
class FolderCursor
{
public:
    FolderCursor() = default;
    explicit FolderCursor(Descriptor root) : m_root(std::move(root)) {}
    /// The root itself may be reached through links: a person chose it.
    static FolderCursor at(const QByteArray &rootPath);

    bool isOpen() const { return m_root.isOpen(); }
    int root() const { return m_root.get(); }
    /// A descriptor for the *at() calls, owned by the cursor and good until the next call; -1 with errno.
    int folder(const QByteArray &path);
    /// Names in a folder, sorted, without "." and ".."; errno when it fails.
    bool list(const QByteArray &path, std::vector<QByteArray> &names);

private:
    Descriptor m_root;
    Descriptor m_last;
    QByteArray m_lastPath; ///< empty: the root
};

/// "a/b" of "a/b/c"; empty at the top.
QByteArray folderOf(const QByteArray &path);
/// "c" of "a/b/c".
QByteArray nameOf(const QByteArray &path);

/// Removes a folder with all below it, without following links. False with errno; nothing there is success.
bool removeTree(const QByteArray &path);

} // namespace mooring
