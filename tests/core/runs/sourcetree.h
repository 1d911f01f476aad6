#pragma once

#include "core/runs/foldercursor.h"
#include "tests/support/cputime.h"

#include <QFile>

#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace mooring::test {

/// A folder of odd files for one test, with names as bytes; removed with it.
class SourceTree
{
public:
    SourceTree()
    {
        QByteArray name = base() + "/mooring-tree-XXXXXX";
        m_path = mkdtemp(name.data());
        mkdir((m_path + "/source").constData(), 0755);
        chmod(m_path.constData(), 0755);
    }
    ~SourceTree() { removeTree(m_path); }

    QByteArray bytes(const QByteArray &path = {}) const
    {
        return path.isEmpty() ? m_path + "/source" : m_path + "/source/" + path;
    }
    QString source() const { return QFile::decodeName(bytes()); }
    QString beside(const QString &name) const { return QFile::decodeName(m_path) + u'/' + name; }

    /// Makes the folders above it too.
    bool file(const QByteArray &path, const QByteArray &content = "x", mode_t mode = 0644) const
    {
        if (path.contains('/'))
            folder(folderOf(path));
        const Descriptor fd(open(bytes(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
        return fd.isOpen() && write(fd.get(), content.constData(), size_t(content.size())) == content.size() &&
               fchmod(fd.get(), mode) == 0;
    }
    /// In a folder that is there.
    bool fileIn(const QByteArray &path, const QByteArray &content) const
    {
        const Descriptor fd(open(bytes(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        return fd.isOpen() && write(fd.get(), content.constData(), size_t(content.size())) == content.size();
    }
    bool folder(const QByteArray &path) const
    {
        if (path.contains('/'))
            folder(folderOf(path));
        return mkdir(bytes(path).constData(), 0755) == 0;
    }
    bool link(const QByteArray &path, const QByteArray &target) const
    {
        return symlink(target.constData(), bytes(path).constData()) == 0;
    }
    /// Makes its time say that nobody touched it lately.
    void makeOld(const QByteArray &path) const
    {
        const timespec times[] = {{1'600'000'000, 0}, {1'600'000'000, 123456789}};
        utimensat(AT_FDCWD, bytes(path).constData(), times, AT_SYMLINK_NOFOLLOW);
    }

private:
    /// In memory when there is room: disks take their time with 20 000 small files that come and go.
    static QByteArray base()
    {
        struct statvfs info
        {
        };
        const bool roomy = statvfs("/dev/shm", &info) == 0 && quint64(info.f_bavail) * info.f_frsize > 600'000'000;
        return roomy && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    }

    QByteArray m_path;
};

/// This thread meets file permissions as a plain user does, also when the tests run as root.
class AsNobody
{
public:
    AsNobody() { setfsuid(65534); }
    ~AsNobody() { setfsuid(geteuid()); }
};

inline QByteArray contentOf(const QByteArray &path)
{
    QFile file; // by descriptor: QFile would lose names that are not UTF-8
    const Descriptor fd(open(path.constData(), O_RDONLY | O_CLOEXEC));
    return fd.isOpen() && file.open(fd.get(), QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace mooring::test
