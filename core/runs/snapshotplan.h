#pragma once

#include "core/base/json.h"
#include "core/jobs/jobcontext.h"
#include "core/runs/ignorerules.h"

namespace mooring {

/// One file or symbolic link that goes along. Paths are relative to the source, bytes as the file system has them.
struct SnapshotEntry
{
    QByteArray path;
    bool isLink = false;
    bool executable = false;
    QByteArray link; ///< where a link points, as it stands there; never followed
    qint64 size = 0; ///< 0 for links
    qint64 mtimeNs = 0;
};

/// A file or a whole folder that a rule keeps here.
struct LeftOut
{
    QByteArray path;
    bool isFolder = false;
    IgnoreDecision rule;
    qint64 files = 1; ///< in a folder: how many, at all depths
    qint64 size = 0;
    bool counted = true; ///< false: too many to count them all; `files` and `size` are what was seen
};

/// Something that looks like a secret. Holds no part of its value.
struct SecretFinding
{
    QByteArray path;
    int line = 0; ///< 0: by the file's name
    QString what; ///< "API_TOKEN=…", "private key", "AWS access key", translated
};

/// What is no file, folder or link (named pipe, socket, device, a kernel's file system): noted, never opened.
struct SpecialFile
{
    QByteArray path;
    QString what;
};

struct UnreadableFile
{
    QByteArray path;
    bool isFolder = false;
    QString cause;
};

/// What a snapshot of a source folder would hold, and what stays and why. A value; nothing was copied.
/// All lists are sorted by path, in byte order.
class SnapshotPlan
{
public:
    QString source; ///< absolute
    std::vector<SnapshotEntry> entries;
    std::vector<QByteArray> folders; ///< that go along, also the empty ones; not the source itself
    std::vector<LeftOut> leftOut;
    std::vector<SecretFinding> secrets;
    std::vector<SpecialFile> special;
    std::vector<UnreadableFile> unreadable; ///< copySnapshot refuses a plan that has some
    qint64 totalSize = 0;

    /// The entry of a path, or null.
    const SnapshotEntry *find(const QByteArray &path) const;
    /// The first four keys of `run --dry-run` (cli.md): "files", "ignored", "totalSize", "secrets".
    /// Further keys: "special", "unreadable". A path that is not UTF-8 is percent-encoded and its object says
    /// "encoded": true.
    Json toJson() const;
};

/// Walks the source folder without following a link, reads its ignore files and the first 128 KB of each file (for
/// secrets). Errors: "snapshot.sourceMissing", "snapshot.notAFolder", "snapshot.cannotRead", "snapshot.tooMany" (over 2
/// million files), canceled.
Result<SnapshotPlan> planSnapshot(const QString &sourceFolder, JobContext &context);

/// Adds one line to the source's `.amlignore`, which is made when there is none; nothing happens when the line is
/// there. By rename; what was there stays as it is.
Result<> addToAmlIgnore(const QString &sourceFolder, const QByteArray &pattern);

} // namespace mooring
