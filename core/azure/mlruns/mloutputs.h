#pragma once

#include "core/azure/mlruns/runhistory.h"
#include "core/jobs/jobcontext.h"

namespace mooring {

/// A file that a run left in outputs/, relative to it. Run history says no sizes.
struct MlOutput
{
    QString path;
    std::optional<qint64> size; ///< once it was asked for or fetched
    QString sha256;             ///< once it was fetched

    Json toJson() const; ///< of `outputs`
};

/// Sorted by path. Names that would leave a folder are passed over. Blocks.
Result<std::vector<MlOutput>> listMlOutputs(const RunHistory &history, const CancelToken &cancel);

/// Asks the storage for the sizes that are not known, two calls each; what cannot be asked stays unknown. Blocks.
void askSizes(const RunHistory &history, std::vector<MlOutput> &outputs, const CancelToken &cancel);

/// Into a folder of this computer, which is made when it is not there. Nothing is overwritten: "outputs.exists" before
/// anything is fetched. Each file appears whole or not at all.
Result<std::vector<MlOutput>> fetchMlOutputs(const RunHistory &history, const QString &folder, JobContext &context);

} // namespace mooring
