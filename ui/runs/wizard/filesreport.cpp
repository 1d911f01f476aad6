#include "ui/runs/wizard/filesreport.h"

#include "core/runs/runfolder.h"
#include "core/runs/runservice.h"
#include "core/workspace/workspace.h"

#include <QDir>

#include <algorithm>
#include <map>
#include <tuple>

namespace mooring {

namespace {

constexpr int runsLookedAt = 500;
constexpr qint64 largestManifest = 512 * 1024 * 1024;

std::optional<RunRecord> newestRunOf(const QString &source, Workspace &workspace)
{
    RunQuery query;
    query.limit = runsLookedAt;
    const auto runs = workspace.runs(query);
    if (!runs)
        return {};
    const QString wanted = QDir::cleanPath(source);
    const auto found = std::find_if(runs->begin(), runs->end(), [&](const RunRecord &run) {
        return run.snapshot.is_object() && QDir::cleanPath(run.settings.source) == wanted;
    });
    return found == runs->end() ? std::optional<RunRecord>() : *found;
}

Result<Manifest> manifestOf(const RunRecord &run, RunService &runs, JobContext &context)
{
    const auto files = runs.files(run);
    if (!files)
        return files.error();
    const QString path = RunFolder(files->host->runsFolder(), run.id).manifest();
    const auto lines = files->host->readFile(path, 0, largestManifest, context.cancelToken());
    if (!lines)
        return lines.error();
    return readManifest(*lines);
}

} // namespace

qint64 FilesReport::filesLeftOut() const
{
    qint64 files = 0;
    for (const LeftOut &item : plan.leftOut)
        files += item.files;
    return files;
}

Result<FilesReport> makeFilesReport(const QString &source, Workspace &workspace, RunService &runs, JobContext &context)
{
    FilesReport report;
    auto plan = planSnapshot(source, context);
    if (!plan)
        return plan.error();
    report.plan = std::move(*plan);
    const auto last = newestRunOf(source, workspace);
    if (!last)
        return report;
    const auto manifest = manifestOf(*last, runs, context);
    if (!manifest)
        return context.isCanceled() ? Result<FilesReport>(Error::canceled()) : Result<FilesReport>(report);
    auto since = comparePlan(report.plan, *manifest, context);
    if (!since)
        return context.isCanceled() ? Result<FilesReport>(Error::canceled()) : Result<FilesReport>(report);
    report.since = std::move(*since);
    report.lastRun = last->name;
    return report;
}

std::vector<RuleWeight> rulesByWeight(const SnapshotPlan &plan)
{
    std::map<std::tuple<QByteArray, int, QByteArray>, RuleWeight> rules;
    for (const LeftOut &item : plan.leftOut) {
        RuleWeight &weight = rules[{item.rule.file, item.rule.line, item.rule.pattern}];
        weight.rule = item.rule;
        weight.files += item.files;
        weight.size += item.size;
        weight.counted = weight.counted && item.counted;
    }
    std::vector<RuleWeight> sorted;
    for (auto &[key, weight] : rules)
        sorted.push_back(std::move(weight));
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const RuleWeight &a, const RuleWeight &b) { return a.size > b.size; });
    return sorted;
}

} // namespace mooring
