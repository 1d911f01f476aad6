#pragma once

#include "app/cli/commandline.h"

namespace mooring {

/// The run of an Azure ML workspace that a word means; nothing where the command is about the embedded workspace, or
/// where the word means a run of it.
Result<std::optional<RunRecord>> findMlRun(CommandContext &context, const std::string &word);

Result<int> submitMlRun(CommandContext &context, MlSession &ml, const RunSettings &settings, bool follow);
Result<int> dryMlRun(CommandContext &context, const RunSettings &settings);
Result<std::vector<RunRecord>> listMlRuns(CommandContext &context, MlSession &ml, const RunQuery &query);
Result<int> printMlLog(CommandContext &context, const RunRecord &run, const QString &name, bool follow);
Result<int> cancelMlRun(CommandContext &context, const RunRecord &run, int graceSeconds);
Result<int> showMlMetrics(CommandContext &context, const RunRecord &run);
Result<int> showMlOutputs(CommandContext &context, const RunRecord &run, const QString &folder);
/// For people: one row for each metric and parameter.
void printMetrics(const Output &out, const RunMetrics &metrics);

} // namespace mooring
