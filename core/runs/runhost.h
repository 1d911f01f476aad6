#pragma once

#include "core/environments/environmenthost.h"
#include "core/jobs/jobcontext.h"
#include "core/runs/snapshot.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace mooring {

/// One entry of a listing. `path` is relative to the listed folder, bytes as the host's file system has them.
struct HostFile
{
    QByteArray path;
    qint64 size = 0;
};

/// A file to be written.
struct HostContent
{
    QString path;
    QByteArray content;
    bool executable = false;
};

/// The machine where runs live: this computer, or one reached over a connection. All the knowledge about runs is in
/// POSIX scripts (resources/remote/) that a host executes, so a host needs only to run scripts and move bytes.
///
/// Calls block, with a limit of their own, and honour the token: worker threads and the command line only. Thread-safe:
/// one object serves the watching of runs, a submission and the pages at the same time. Paths are absolute on the host.
/// A host that does not answer is an Error of the kind NotReachable, TimeLimit or SignIn; any other kind is its answer.
class RunHost : public EnvironmentHost
{
public:
    /// Folder of all runs on the host; a run's folder is `<runsFolder>/<run id>`.
    virtual QString runsFolder() const = 0;
    /// Mode 0600 (0700 when executable), by rename.
    virtual Result<> writeFile(const QString &path, const QByteArray &content, bool executable,
                               const CancelToken &cancel) = 0;
    /// Several small files in their order, each as writeFile() does it, in one round trip where the host is far. The
    /// first that fails ends it: those before it are written.
    virtual Result<> writeFiles(const std::vector<HostContent> &files, const CancelToken &cancel);
    /// `[offset, offset+max)`; shorter at the end of the file. Missing: code "file.missing".
    virtual Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &cancel) = 0;
    /// Size, or -1 when there is none.
    virtual Result<qint64> fileSize(const QString &path, const CancelToken &cancel) = 0;
    /// Regular files below the folder, recursively, sorted by path; links are not followed. Missing folder: empty.
    virtual Result<std::vector<HostFile>> listFiles(const QString &folder, const CancelToken &cancel) = 0;
    /// Where a view on this computer finds the path: itself, when the host is this computer; else its copy in the
    /// spool, which RunSpool keeps up to date.
    virtual QString localPath(const QString &path) const = 0;
    /// The folder of those copies, one folder for each run, laid out as on the host, the same for all hosts of a
    /// profile; empty when the host is this computer.
    virtual QString spoolFolder() const { return {}; }
    /// The next call connects anew: for a proof that does not rest on what an old connection still shows.
    virtual void renew() {}
    /// Copies the planned files of a local source folder into `folder`, as copySnapshot() does. Invisible until
    /// complete. The summary holds the manifest, which the caller writes beside the folder.
    virtual Result<SnapshotSummary> receiveSnapshot(const SnapshotPlan &plan, const QString &folder,
                                                    JobContext &context) = 0;
};

} // namespace mooring
