#pragma once

#include "core/runs/manifest.h"
#include "core/runs/snapshotplan.h"

namespace mooring {

/// What was copied.
struct SnapshotSummary
{
    qint64 files = 0; ///< links included
    qint64 totalSize = 0;
    QString sha256; ///< manifestHash()
    Manifest manifest;

    /// {"files","totalSize","sha256"}
    Json toJson() const;
};

/// "snapshot.unreadable" when the plan has files that cannot be read: a snapshot would lack them.
Result<> requireReadable(const SnapshotPlan &plan);

/// Copies what the plan lists into a new folder, by content and with the hash of each file. The folder appears under
/// its name when it is complete; until then it is `<destination>.part`, and on failure or cancel nothing is left of it.
/// Files are 0600, or 0700 when executable; folders 0700. A file that changes while it is read is read again, up to
/// three times. Reports bytes as progress. Cancel is looked at before each file and each megabyte. Errors:
/// "snapshot.changing", "snapshot.gone", "snapshot.unreadable", "snapshot.exists", "file.diskFull",
/// "snapshot.cannotWrite", canceled.
Result<SnapshotSummary> copySnapshot(const SnapshotPlan &plan, const QString &destination, JobContext &context);

enum class FileChange { AsBefore, Changed, New };

/// The plan beside an earlier run's manifest.
struct SnapshotComparison
{
    std::vector<FileChange> entries; ///< one for each of plan.entries
    std::vector<QByteArray> gone;
    qint64 changed = 0;
    qint64 added = 0;
    qint64 sizeToSend = 0; ///< of changed and new files
};

/// Reads only files whose size is the same and whose time is not.
Result<SnapshotComparison> comparePlan(const SnapshotPlan &plan, const Manifest &before, JobContext &context);

} // namespace mooring
