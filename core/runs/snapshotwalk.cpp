#include "core/runs/snapshotwalk.h"

#include "core/runs/manifest.h"
#include "core/runs/secrets.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestIgnoreFile = 1024 * 1024;
constexpr size_t mostEntries = 2'000'000;
constexpr qint64 mostCounted = 1'000'000; ///< entries of folders that stay here; beyond, their size is "at least"

QString tr(const char *text) { return QCoreApplication::translate("mooring::SnapshotPlan", text); }

QString reasonOf(int error) { return QString::fromLocal8Bit(strerror(error)); }

QByteArray below(const QByteArray &folder, const QByteArray &name)
{
    return folder.isEmpty() ? name : folder + '/' + name;
}

QString specialKind(mode_t mode)
{
    if (S_ISFIFO(mode))
        return tr("named pipe");
    if (S_ISSOCK(mode))
        return tr("socket");
    return S_ISBLK(mode) || S_ISCHR(mode) ? tr("device") : tr("special file");
}

/// File systems whose files are made up by the kernel while they are read.
bool isKernelFileSystem(int parent, const QByteArray &name)
{
    const Descriptor folder(openat(parent, name.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct statfs info
    {
    };
    if (!folder.isOpen() || fstatfs(folder.get(), &info) != 0)
        return false;
    switch (static_cast<unsigned long>(info.f_type)) {
    case PROC_SUPER_MAGIC:
    case SYSFS_MAGIC:
    case DEBUGFS_MAGIC:
    case TRACEFS_MAGIC:
    case CGROUP_SUPER_MAGIC:
    case CGROUP2_SUPER_MAGIC:
    case DEVPTS_SUPER_MAGIC:
    case SECURITYFS_MAGIC:
    case BPF_FS_MAGIC:
        return true;
    default:
        return false;
    }
}

/// The first bytes, at most `most` and at most the buffer; -1 with errno.
ssize_t readStart(int fd, std::vector<char> &buffer, qint64 most)
{
    const size_t end = std::min(buffer.size(), size_t(most));
    size_t done = 0;
    while (done < end) {
        const ssize_t n = read(fd, buffer.data() + done, end - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        done += size_t(n);
    }
    return ssize_t(done);
}

} // namespace

SnapshotWalk::SnapshotWalk(SnapshotPlan &plan, FolderCursor cursor, JobContext &context)
    : m_plan(plan),
      m_cursor(std::move(cursor)),
      m_counter(Descriptor(fcntl(m_cursor.root(), F_DUPFD_CLOEXEC, 0))),
      m_context(context),
      m_buffer(size_t(secretScanLimit))
{
    struct stat info
    {
    };
    if (fstat(m_cursor.root(), &info) == 0)
        m_device = info.st_dev;
}

Result<> SnapshotWalk::run()
{
    m_toVisit.push_back({});
    while (!m_toVisit.empty()) {
        const QByteArray folder = m_toVisit.back();
        m_toVisit.pop_back();
        if (auto visited = visit(folder); !visited)
            return visited;
    }
    sort();
    return {};
}

Result<> SnapshotWalk::visit(const QByteArray &folder)
{
    if (m_context.isCanceled())
        return Error::canceled();
    std::vector<QByteArray> names;
    if (!m_cursor.list(folder, names)) {
        const int error = errno;
        if (folder.isEmpty()) {
            return Error::usage(u"snapshot.cannotRead"_s, tr("The source folder %1 cannot be read.").arg(m_plan.source))
                .withCause(reasonOf(error));
        }
        noteUnreadable(folder, true, error);
        return {};
    }
    const int fd = m_cursor.folder(folder);
    m_rules.leaveUntil(folder + '/');
    QByteArray contents[2];
    const char *const files[] = {".gitignore", ".amlignore"};
    for (int i = 0; i < 2; ++i) {
        if (!std::binary_search(names.begin(), names.end(), QByteArray(files[i])))
            continue;
        auto content = readIgnoreFile(fd, folder, files[i]);
        if (!content)
            return content.error();
        contents[i] = *content;
    }
    m_rules.enter(folder, contents[0], contents[1]);
    m_subfolders.clear();
    for (const QByteArray &name : names) {
        if (auto looked = look(fd, below(folder, name), name); !looked)
            return looked;
    }
    m_toVisit.insert(m_toVisit.end(), m_subfolders.rbegin(), m_subfolders.rend());
    m_context.progress(qint64(m_plan.entries.size()), 0);
    return {};
}

/// A file that cannot be read is listed as such by the walk itself; one that is too large to be meant is an error,
/// because without its rules more would go than its author wants.
Result<QByteArray> SnapshotWalk::readIgnoreFile(int folder, const QByteArray &folderPath, const char *name)
{
    const Descriptor file(
        openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)); // git does not follow links here either
    struct stat info
    {
    };
    if (!file.isOpen() || fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return QByteArray();
    std::vector<char> content(size_t(std::min<qint64>(info.st_size, largestIgnoreFile) + 1));
    const ssize_t size = readStart(file.get(), content, qint64(content.size()));
    if (size < 0)
        return QByteArray();
    if (size > largestIgnoreFile) {
        return Error::usage(u"snapshot.ignoreFileTooLarge"_s,
                            tr("%1 is larger than 1 MB. Its rules were not read, so nothing was planned.")
                                .arg(displayPath(below(folderPath, name))));
    }
    return QByteArray(content.data(), size);
}

Result<> SnapshotWalk::look(int folder, const QByteArray &path, const QByteArray &name)
{
    if (m_plan.entries.size() % 256 == 0 && m_context.isCanceled())
        return Error::canceled();
    if (m_plan.entries.size() >= mostEntries) {
        return Error::usage(
                   u"snapshot.tooMany"_s,
                   tr("The source folder %1 holds more than 2 million files that would be copied.").arg(m_plan.source))
            .withFix(tr("Choose a smaller folder, or leave the data out with a line in .amlignore."));
    }
    struct stat info
    {
    };
    if (fstatat(folder, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT) // else it went away since the listing
            noteUnreadable(path, false, errno);
        return {};
    }
    if (const auto rule = m_rules.decide(path, S_ISDIR(info.st_mode)); rule && rule->leftOut)
        leaveOut(path, *rule, info);
    else if (S_ISDIR(info.st_mode))
        lookAtFolder(folder, path, name, info);
    else if (S_ISREG(info.st_mode))
        addFile(folder, path, name, info);
    else if (S_ISLNK(info.st_mode))
        addLink(folder, path, name);
    else
        m_plan.special.push_back({path, specialKind(info.st_mode)});
    return {};
}

void SnapshotWalk::lookAtFolder(int parent, const QByteArray &path, const QByteArray &name, const struct stat &info)
{
    if (info.st_dev != m_device && isKernelFileSystem(parent, name)) {
        m_plan.special.push_back({path, tr("file system of the kernel")});
        return;
    }
    m_plan.folders.push_back(path);
    m_subfolders.push_back(path);
}

void SnapshotWalk::addFile(int folder, const QByteArray &path, const QByteArray &name, const struct stat &info)
{
    const Descriptor file(openat(folder, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file.isOpen()) {
        if (errno != ENOENT)
            noteUnreadable(path, false, errno);
        return;
    }
    const ssize_t size = readStart(file.get(), m_buffer, info.st_size);
    if (size < 0) {
        noteUnreadable(path, false, errno);
        return;
    }
    for (SecretFinding &finding : findSecrets(path, QByteArrayView(m_buffer.data(), size)))
        m_plan.secrets.push_back(std::move(finding));
    SnapshotEntry entry;
    entry.path = path;
    entry.executable = (info.st_mode & 0111) != 0;
    entry.size = info.st_size;
    entry.mtimeNs = qint64(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
    m_plan.totalSize += entry.size;
    m_plan.entries.push_back(std::move(entry));
}

void SnapshotWalk::addLink(int folder, const QByteArray &path, const QByteArray &name)
{
    char target[PATH_MAX];
    const ssize_t size = readlinkat(folder, name.constData(), target, sizeof target);
    if (size < 0) {
        if (errno != ENOENT)
            noteUnreadable(path, false, errno);
        return;
    }
    SnapshotEntry entry;
    entry.path = path;
    entry.isLink = true;
    entry.link = QByteArray(target, size);
    m_plan.entries.push_back(std::move(entry));
}

void SnapshotWalk::leaveOut(const QByteArray &path, const IgnoreDecision &rule, const struct stat &info)
{
    LeftOut item;
    item.path = path;
    item.rule = rule;
    item.isFolder = S_ISDIR(info.st_mode);
    if (item.isFolder)
        countFolder(item);
    else
        item.size = S_ISREG(info.st_mode) ? info.st_size : 0;
    m_plan.leftOut.push_back(std::move(item));
}

void SnapshotWalk::countFolder(LeftOut &item)
{
    item.files = 0;
    std::vector<QByteArray> folders{item.path};
    std::vector<QByteArray> names;
    while (!folders.empty()) {
        const QByteArray folder = folders.back();
        folders.pop_back();
        if (m_context.isCanceled())
            return;
        if (!m_counter.list(folder, names)) {
            item.counted = false;
            continue;
        }
        const int fd = m_counter.folder(folder);
        for (const QByteArray &name : names) {
            if (++m_counted > mostCounted) {
                item.counted = false;
                return;
            }
            struct stat info
            {
            };
            if (fstatat(fd, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
                continue;
            const bool isFolder = S_ISDIR(info.st_mode);
            if (isFolder && (info.st_dev == m_device || !isKernelFileSystem(fd, name)))
                folders.push_back(below(folder, name));
            item.files += !isFolder;
            item.size += S_ISREG(info.st_mode) ? info.st_size : 0;
        }
    }
}

void SnapshotWalk::noteUnreadable(const QByteArray &path, bool isFolder, int error)
{
    m_plan.unreadable.push_back({path, isFolder, reasonOf(error)});
}

void SnapshotWalk::sort()
{
    const auto byPath = [](const auto &a, const auto &b) { return a.path < b.path; };
    std::sort(m_plan.entries.begin(), m_plan.entries.end(), byPath);
    std::sort(m_plan.folders.begin(), m_plan.folders.end());
    std::sort(m_plan.leftOut.begin(), m_plan.leftOut.end(), byPath);
    std::stable_sort(m_plan.secrets.begin(), m_plan.secrets.end(), byPath);
    std::sort(m_plan.special.begin(), m_plan.special.end(), byPath);
    std::sort(m_plan.unreadable.begin(), m_plan.unreadable.end(), byPath);
}

Result<SnapshotPlan> planSnapshot(const QString &sourceFolder, JobContext &context)
{
    const QFileInfo info(sourceFolder);
    if (sourceFolder.isEmpty() || !info.exists()) {
        return Error::usage(u"snapshot.sourceMissing"_s, tr("The source folder %1 does not exist.").arg(sourceFolder))
            .withFix(tr("Choose the folder that holds the script."));
    }
    if (!info.isDir())
        return Error::usage(u"snapshot.notAFolder"_s, tr("%1 is not a folder.").arg(sourceFolder))
            .withFix(tr("Choose the folder that holds the script."));
    SnapshotPlan plan;
    plan.source = QDir::cleanPath(info.absoluteFilePath());
    FolderCursor cursor = FolderCursor::at(QFile::encodeName(plan.source));
    if (!cursor.isOpen()) {
        return Error::usage(u"snapshot.cannotRead"_s, tr("The source folder %1 cannot be read.").arg(plan.source))
            .withCause(reasonOf(errno));
    }
    SnapshotWalk walk(plan, std::move(cursor), context);
    if (auto done = walk.run(); !done)
        return done.error();
    return plan;
}

} // namespace mooring
