#pragma once

#include "core/azure/ml/mlclient.h"
#include "core/jobs/jobcontext.h"
#include "core/runs/snapshotplan.h"

namespace mooring {

/// A source folder as code of a workspace.
struct UploadedCode
{
    QString id;      ///< resource id of the code's version
    QByteArray hash; ///< hex
    qint64 files = 0, size = 0;
    bool isReused = false; ///< the same content was there already: nothing was sent
};

/// SHA-256 as azure-ai-ml makes it ("202208"): the number of files; of each, in the order of their lower-case paths,
/// '#', path, '#', size; then their contents in the same order. `paths`: relative to the folder, with '/'.
Result<QByteArray> codeHash(const QString &folder, const QStringList &paths, const CancelToken &cancel);

/// What would be sent of the folder: what planSnapshot takes of it without links, which are among the special files:
/// code in Azure ML has none. Errors: those of planSnapshot, "azure.badPath" (a name that is not UTF-8).
Result<SnapshotPlan> planCode(const QString &folder, JobContext &context);

/// Sends what planCode takes of the folder, from a copy, so that a file that is being written does no harm. Asked first
/// for the same hash. Blocks. Errors: those of planCode and copySnapshot, "azure.badUpload", "azure.noCode".
Result<UploadedCode> uploadCode(MlClient &client, const QString &folder, JobContext &context);

} // namespace mooring
