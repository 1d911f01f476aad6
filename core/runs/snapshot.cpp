#include "core/runs/snapshot.h"

#include "core/base/text.h"
#include "core/runs/filecopy.h"

#include <QScopeGuard>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int n = -1) { return QCoreApplication::translate("mooring::Snapshot", text, nullptr, n); }

Error cannotWrite(const QString &what)
{
    const QString cause = QString::fromLocal8Bit(strerror(errno));
    const bool full = errno == ENOSPC || errno == EDQUOT;
    Error error =
        Error::failed(full ? u"file.diskFull"_s : u"snapshot.cannotWrite"_s,
                      tr("%1 could not be made. The snapshot was not made and nothing of it was kept.").arg(what))
            .withCause(cause);
    if (full)
        error.fix =
            tr("Free some space on that disk, or leave large files out with a line in .amlignore, then try again.");
    return error;
}

/// Some file systems cannot promise not to replace; there an empty folder that came up meanwhile would be replaced.
bool renameNew(const QByteArray &from, const QByteArray &to)
{
    if (renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    return (errno == EINVAL || errno == ENOSYS) && rename(from.constData(), to.constData()) == 0;
}

class Copying
{
public:
    Copying(const SnapshotPlan &plan, const QByteArray &target, JobContext &context)
        : m_plan(plan),
          m_from(FolderCursor::at(QFile::encodeName(plan.source))),
          m_to(FolderCursor::at(target)),
          m_context(context),
          m_copy(context.cancelToken(), [this](qint64 bytes) { report(bytes); })
    {
    }

    Result<SnapshotSummary> run()
    {
        if (!m_from.isOpen()) {
            return Error::failed(u"snapshot.gone"_s,
                                 tr("The source folder %1 is not there any more.").arg(m_plan.source))
                .withCause(QString::fromLocal8Bit(strerror(errno)));
        }
        if (!m_to.isOpen())
            return cannotWrite(tr("The snapshot's folder"));
        for (const QByteArray &folder : m_plan.folders) { // sorted: parents come first
            if (m_context.isCanceled())
                return Error::canceled();
            const int parent = m_to.folder(folderOf(folder));
            if (parent < 0 || mkdirat(parent, nameOf(folder).constData(), 0700) != 0)
                return cannotWrite(tr("The folder %1").arg(displayPath(folder)));
        }
        SnapshotSummary summary;
        summary.manifest.reserve(m_plan.entries.size());
        for (const SnapshotEntry &entry : m_plan.entries) {
            if (m_context.isCanceled())
                return Error::canceled();
            auto copied = entry.isLink ? makeLink(entry) : copyFile(entry);
            if (!copied)
                return copied.error();
            summary.totalSize += copied->size;
            summary.manifest.push_back(std::move(*copied));
        }
        summary.files = qint64(summary.manifest.size());
        summary.sha256 = manifestHash(summary.manifest);
        return summary;
    }

private:
    void report(qint64 bytes)
    {
        m_bytes += bytes;
        m_context.progress(std::min(m_bytes, m_plan.totalSize), m_plan.totalSize);
    }

    Result<ManifestEntry> copyFile(const SnapshotEntry &entry)
    {
        const QByteArray folder = folderOf(entry.path);
        const int from = m_from.folder(folder);
        if (from < 0) {
            return Error::failed(u"snapshot.gone"_s,
                                 tr("The folder of %1 is not there any more. The snapshot was not made.")
                                     .arg(displayPath(entry.path)))
                .withCause(QString::fromLocal8Bit(strerror(errno)));
        }
        const int to = m_to.folder(folder);
        if (to < 0)
            return cannotWrite(tr("The folder %1").arg(displayPath(folder)));
        return m_copy.copy(from, to, nameOf(entry.path), entry.path);
    }

    Result<ManifestEntry> makeLink(const SnapshotEntry &entry)
    {
        const int to = m_to.folder(folderOf(entry.path));
        if (to < 0 || symlinkat(entry.link.constData(), to, nameOf(entry.path).constData()) != 0)
            return cannotWrite(tr("The link %1").arg(displayPath(entry.path)));
        ManifestEntry made;
        made.path = entry.path;
        made.isLink = true;
        made.link = entry.link;
        return made;
    }

    const SnapshotPlan &m_plan;
    FolderCursor m_from;
    FolderCursor m_to;
    JobContext &m_context;
    FileCopy m_copy;
    qint64 m_bytes = 0;
};

/// Whether the file is what the manifest says; reads it only when its time does not tell.
Result<bool> isAsBefore(const SnapshotEntry &entry, const ManifestEntry &before, FolderCursor &cursor, FileCopy &reader)
{
    if (entry.isLink || before.isLink)
        return entry.isLink == before.isLink && entry.link == before.link;
    if (entry.size != before.size || entry.executable != before.executable)
        return false;
    if (before.mtimeNs != 0 && entry.mtimeNs == before.mtimeNs)
        return true;
    const int folder = cursor.folder(folderOf(entry.path));
    auto hash = folder < 0 ? Result<QByteArray>(QByteArray()) : reader.hash(folder, nameOf(entry.path), entry.path);
    if (!hash && hash.error().kind == ErrorKind::Canceled)
        return hash.error();
    return hash && *hash == before.sha256; // one that cannot be read now is not as it was
}

} // namespace

Result<> requireReadable(const SnapshotPlan &plan)
{
    if (plan.unreadable.empty())
        return {};
    QStringList names;
    for (const UnreadableFile &file : plan.unreadable) {
        if (names.size() == 3)
            break;
        names << displayPath(file.path);
    }
    const QString message = plan.unreadable.size() == 1
                                ? tr("%1 cannot be read, so the snapshot would lack it.").arg(names.first())
                                : tr("%1 files or folders cannot be read, so the snapshot would lack them: %2 …")
                                      .arg(plan.unreadable.size())
                                      .arg(names.join(u", "_s));
    return Error::failed(u"snapshot.unreadable"_s, message)
        .withCause(plan.unreadable.front().cause)
        .withFix(tr("Make it readable, or leave it out with a line in .amlignore."));
}

Json SnapshotSummary::toJson() const { return {{"files", files}, {"totalSize", totalSize}, {"sha256", toStd(sha256)}}; }

Result<SnapshotSummary> copySnapshot(const SnapshotPlan &plan, const QString &destination, JobContext &context)
{
    if (auto readable = requireReadable(plan); !readable)
        return readable.error();
    const QByteArray target = QFile::encodeName(destination);
    const QByteArray part = target + ".part";
    struct stat info
    {
    };
    if (lstat(target.constData(), &info) == 0)
        return Error::failed(u"snapshot.exists"_s,
                             tr("The folder %1 is there already; a snapshot is made once.").arg(destination));
    if (!removeTree(part) || mkdir(part.constData(), 0700) != 0) // what a killed copy left is of no use to anyone
        return cannotWrite(tr("The folder %1").arg(QFile::decodeName(part)));
    auto cleanUp = qScopeGuard([&] {
        if (!removeTree(part))
            context.log(tr("The unfinished snapshot %1 could not be removed.").arg(QFile::decodeName(part)),
                        LogLine::Level::Warning);
    });
    auto summary = Copying(plan, part, context).run();
    if (!summary)
        return summary;
    if (!renameNew(part, target))
        return cannotWrite(tr("The folder %1").arg(destination));
    cleanUp.dismiss();
    context.log(tr("Copied %n file(s), %1, sha256 %2", int(summary->files))
                    .arg(humanSize(summary->totalSize), summary->sha256));
    return summary;
}

Result<SnapshotComparison> comparePlan(const SnapshotPlan &plan, const Manifest &before, JobContext &context)
{
    SnapshotComparison comparison;
    comparison.entries.reserve(plan.entries.size());
    FolderCursor cursor = FolderCursor::at(QFile::encodeName(plan.source));
    FileCopy reader(context.cancelToken(), {});
    auto old = before.begin();
    for (const SnapshotEntry &entry : plan.entries) {
        if (context.isCanceled())
            return Error::canceled();
        for (; old != before.end() && old->path < entry.path; ++old)
            comparison.gone.push_back(old->path);
        FileChange change = FileChange::New;
        if (old != before.end() && old->path == entry.path) {
            auto same = isAsBefore(entry, *old++, cursor, reader);
            if (!same)
                return same.error();
            change = *same ? FileChange::AsBefore : FileChange::Changed;
        }
        comparison.entries.push_back(change);
        comparison.changed += change == FileChange::Changed;
        comparison.added += change == FileChange::New;
        comparison.sizeToSend += change == FileChange::AsBefore ? 0 : entry.size;
    }
    for (; old != before.end(); ++old)
        comparison.gone.push_back(old->path);
    return comparison;
}

} // namespace mooring
