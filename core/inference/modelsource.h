#pragma once

#include "core/inference/deploymentsettings.h"

#include "core/base/canceltoken.h"

#include <functional>

namespace mooring {

/// Gives the path on this computer of an output of a run ("model", "outputs/model"), or why there is none.
using FindRunOutput =
    std::function<Result<QString>(const QString &run, const QString &path, const CancelToken &cancel)>;

/// What will be served, looked at on this computer's disk.
struct ModelSource
{
    DeploymentSettings settings; ///< with an absolute source and a scoring script relative to it
    QString modelPath;           ///< absolute; a folder or a file
    bool isMlflow = false;       ///< the folder has an MLmodel
    bool makesScore = false;     ///< there is no scoring script: one for MLflow models is made
};

/// Where the model lies on this computer, with links followed. Codes: "endpoint.modelNeeded", "endpoint.modelMissing".
Result<QString> findModel(const QString &model, const FindRunOutput &findOutput, const CancelToken &cancel);

/// Wrong input is ErrorKind::Usage and touches nothing. Codes: "endpoint.modelMissing", "endpoint.scoreMissing",
/// "endpoint.scoreOutside", "endpoint.scoreNeeded", "endpoint.sourceMissing", "endpoint.noInit", those of validate().
/// A relative scoring script is looked for in the source folder, or without one in the model folder. Where none is
/// named, a score.py there is it.
Result<ModelSource> checkModelSource(const DeploymentSettings &settings, const FindRunOutput &findOutput,
                                     const CancelToken &cancel);

} // namespace mooring
