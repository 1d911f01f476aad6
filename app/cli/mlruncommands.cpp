#include "app/cli/mlruncommands.h"

#include "app/cli/runfollow.h"
#include "core/azure/mlruns/codeupload.h"
#include "core/azure/mlruns/mlenvironment.h"
#include "core/azure/mlruns/mljob.h"
#include "core/base/text.h"
#include "core/runs/runsource.h"

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlRunCommands", text); }

/// Prints the log until the run has ended; its exit code.
Result<int> follow(CommandContext &context, MlSession &ml, const RunRecord &run, const QString &name)
{
    bool readerGone = false;
    MlLog log = ml.runs.log(run, name);
    const auto ended = log.follow(
        [&](const QByteArray &bytes) {
            readerGone = readerGone || !context.out.bytes(bytes);
            if (readerGone)
                context.cancel.cancel();
        },
        [&](const QString &trouble) { context.out.talk(trouble); }, context.cancel);
    if (readerGone)
        return 0;
    if (!ended) {
        if (ended.error().kind == ErrorKind::Canceled)
            context.out.talk(
                tr("The run %1 goes on. mooring logs %1 -f follows it again; mooring cancel %1 ends it.").arg(run.id));
        return ended.error();
    }
    if (!ended->cause.isEmpty())
        context.out.talk(ended->cause);
    RunRecord now = run;
    now.state = runStateOf(ended->status);
    return exitCodeOf(now);
}

} // namespace

Result<std::optional<RunRecord>> findMlRun(CommandContext &context, const std::string &word)
{
    if (word.empty())
        return std::optional<RunRecord>();
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto workspace = context.mlWorkspace();
    if (!workspace)
        return workspace.error();
    const auto here = (*services)->workspace().resolveRun(fromStd(word));
    const bool isUnknown = !here && here.error().code == u"run.unknown";
    if (!*workspace || !isUnknown)
        return std::optional<RunRecord>();
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    const auto run = (*ml)->runs.find(fromStd(word), context.cancel);
    return run ? Result<std::optional<RunRecord>>(*run) : Result<std::optional<RunRecord>>(run.error());
}

Result<int> submitMlRun(CommandContext &context, MlSession &ml, const RunSettings &settings, bool isFollowed)
{
    TalkingContext job(context);
    const auto run = ml.runs.submit(settings, job);
    if (!run)
        return run.error();
    if (isFollowed) {
        context.out.talk(run->id);
        return follow(context, ml, *run, QStringLiteral("std"));
    }
    if (context.out.json)
        context.out.document(
            {{"run", toStd(run->id)}, {"target", toStd(run->settings.target)}, {"state", toStd(toWord(run->state))}});
    else
        context.out.text(run->id);
    return 0;
}

Result<int> dryMlRun(CommandContext &context, const RunSettings &wanted)
{
    const auto settings = checkRunSource(wanted);
    if (!settings)
        return settings.error();
    const auto environment = environmentBody(settings->environment, settings->source);
    if (!environment)
        return environment.error();
    const auto job = jobBody(*settings, settings->name, {});
    if (!job)
        return job.error();
    TalkingContext talk(context);
    const auto plan = planCode(settings->source, talk);
    if (!plan)
        return plan.error();
    if (context.out.json) {
        Json document = plan->toJson();
        document["command"] = stringList(settings->toCommand());
        document["environment"] = *environment;
        context.out.document(document);
        return 0;
    }
    for (const SnapshotEntry &entry : plan->entries)
        context.out.text(QStringLiteral("+ %1  %2").arg(displayPath(entry.path), humanSize(entry.size)));
    for (const LeftOut &left : plan->leftOut)
        context.out.text(QStringLiteral("- %1  %2").arg(displayPath(left.path), left.rule.text()));
    for (const SpecialFile &file : plan->special)
        context.out.text(QStringLiteral("- %1  %2").arg(displayPath(file.path), file.what));
    context.out.text(stringAt((*job)["properties"], "command"));
    return 0;
}

Result<std::vector<RunRecord>> listMlRuns(CommandContext &context, MlSession &ml, const RunQuery &query)
{
    return ml.runs.runs(query.target, query.state, query.limit, context.cancel);
}

Result<int> printMlLog(CommandContext &context, const RunRecord &run, const QString &name, bool isFollowed)
{
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    if (isFollowed)
        return follow(context, **ml, run, name);
    const auto printed =
        (*ml)->runs.log(run, name).print([&](const QByteArray &bytes) { context.out.bytes(bytes); }, context.cancel);
    return printed ? Result<int>(0) : Result<int>(printed.error());
}

Result<int> cancelMlRun(CommandContext &context, const RunRecord &run, int graceSeconds)
{
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    TalkingContext job(context);
    const auto now = (*ml)->runs.cancelRun(run.id, std::chrono::seconds(std::max(graceSeconds, 1) * 6), job);
    if (!now)
        return now.error();
    // What runs there only Azure ML knows: nothing is proven about processes.
    if (context.out.json)
        context.out.document({{"run", toStd(now->id)},
                              {"state", toStd(toWord(now->state))},
                              {"ended", Json::array()},
                              {"left", nullptr}});
    else
        context.out.text(tr("Azure ML says: %1.").arg(toText(now->state)));
    return isEnded(now->state) ? 0 : 1;
}

Result<int> showMlMetrics(CommandContext &context, const RunRecord &run)
{
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    const auto metrics = metricsOf((*ml)->runs.history(run), context.cancel);
    if (!metrics)
        return metrics.error();
    if (context.out.json)
        context.out.document(metrics->toJson());
    else
        printMetrics(context.out, *metrics);
    return 0;
}

Result<int> showMlOutputs(CommandContext &context, const RunRecord &run, const QString &folder)
{
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    TalkingContext job(context);
    const RunHistory history = (*ml)->runs.history(run);
    auto outputs = folder.isEmpty() ? listMlOutputs(history, context.cancel) : fetchMlOutputs(history, folder, job);
    if (!outputs)
        return outputs.error();
    askSizes(history, *outputs, context.cancel);
    if (context.out.json) {
        Json list = Json::array();
        for (const MlOutput &output : *outputs)
            list.push_back(output.toJson());
        context.out.document(list);
        return 0;
    }
    std::vector<QStringList> rows{{tr("Path"), tr("Size"), QStringLiteral("SHA-256")}};
    for (const MlOutput &output : *outputs)
        rows.push_back({output.path, output.size ? humanSize(*output.size) : QString(), output.sha256});
    context.out.table(rows);
    return 0;
}

} // namespace mooring
