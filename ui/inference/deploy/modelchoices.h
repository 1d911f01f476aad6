#pragma once

#include "core/inference/modeloutputs.h"

namespace mooring {

class RunService;
class Workspace;

/// An output of a run that can be chosen as a model.
struct ModelChoice
{
    QString run;   ///< id
    QString model; ///< "run:NAME/PATH"
    QString title; ///< "bearing-cnn-038, model"
    ModelOutput output;
};

/// The models among the outputs of the newest runs whose files are on this computer, newest run first. `always`: a run
/// that is looked at in any case; empty: none. Blocks: lists folders.
std::vector<ModelChoice> readModelChoices(Workspace &workspace, RunService &runs, const QString &always,
                                          const CancelToken &cancel);

} // namespace mooring
