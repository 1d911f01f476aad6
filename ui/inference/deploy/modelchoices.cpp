#include "ui/inference/deploy/modelchoices.h"

#include "core/runs/runfolder.h"
#include "core/runs/runservice.h"
#include "core/workspace/workspace.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 50;
constexpr size_t kMostChoices = 200;

} // namespace

std::vector<ModelChoice> readModelChoices(Workspace &workspace, RunService &runs, const QString &always,
                                          const CancelToken &cancel)
{
    RunQuery query;
    query.limit = kRuns;
    std::vector<RunRecord> records = workspace.runs(query).valueOr({});
    if (!always.isEmpty()) {
        std::erase_if(records, [&](const RunRecord &run) { return run.id == always; });
        if (const auto run = workspace.findRun(always))
            records.insert(records.begin(), *run);
    }
    std::vector<ModelChoice> choices;
    for (const RunRecord &run : records) {
        if (run.settings.target != u"local" || cancel.isCanceled() || choices.size() >= kMostChoices)
            continue;
        const auto host = runs.hostOf(run);
        if (!host)
            continue;
        const auto files = listOutputs(**host, RunFolder((*host)->runsFolder(), run.id).path(), false, cancel);
        const QString name = run.name.isEmpty() ? run.id : run.name;
        for (const ModelOutput &output : findModelOutputs(files.valueOr({}))) {
            const QString title = output.path.isEmpty() ? name : u"%1, %2"_s.arg(name, output.path);
            choices.push_back({run.id, output.modelOf(name), title, output});
        }
    }
    return choices;
}

} // namespace mooring
