#pragma once

#include "core/azure/ml/mlworkspace.h"
#include "core/runs/runrecord.h"

namespace mooring {

/// What a command job is made of beside the settings.
struct JobParts
{
    QString codeId, environmentId, computeId; ///< resource ids
};

/// What runs the script, in words: {"python","train.py","--epochs","3"}.
QStringList jobWords(const RunSettings &settings);
/// The same as one command of a shell. "azure.expression": Azure ML reads ${{…}} in a command itself, so an argument
/// that has it cannot go through.
Result<QString> jobCommand(const RunSettings &settings);

/// The body of a command job (mfe.json 2024-10-01). The errors of jobCommand().
Result<Json> jobBody(const RunSettings &settings, const QString &runName, const JobParts &parts);

/// A job of any type as a run: its name is the id, the compute's name the target. Nothing when it has no name.
/// A status that nobody knows is Unknown.
std::optional<RunRecord> runOf(const Json &job);
RunState runStateOf(const QString &jobStatus);

/// Letters, digits, '-' and '_', as an experiment's name has to be.
QString experimentName(const QString &wanted);

} // namespace mooring
