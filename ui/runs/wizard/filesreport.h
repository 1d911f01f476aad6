#pragma once

#include "core/runs/snapshot.h"

namespace mooring {

class RunService;
class Workspace;

/// What would be copied, and how that differs from the newest run of the same source folder. A value.
struct FilesReport
{
    SnapshotPlan plan;
    std::optional<SnapshotComparison> since; ///< nothing: no earlier run whose snapshot could be read
    QString lastRun;                         ///< the name of that run
    bool isCompared = true;                  ///< false: nobody knows the files of earlier runs

    qint64 filesLeftOut() const;
};

/// Blocks. Errors are those of planSnapshot(); an earlier run that cannot be read is no error.
Result<FilesReport> makeFilesReport(const QString &source, Workspace &workspace, RunService &runs, JobContext &context);

/// One rule and all that it keeps here.
struct RuleWeight
{
    IgnoreDecision rule;
    qint64 files = 0;
    qint64 size = 0;
    bool counted = true; ///< false: at least so many
};
/// Heaviest first.
std::vector<RuleWeight> rulesByWeight(const SnapshotPlan &plan);

} // namespace mooring
