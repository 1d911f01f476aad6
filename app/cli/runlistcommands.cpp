#include "app/cli/commandline.h"
#include "app/cli/mlruncommands.h"
#include "app/cli/runfollow.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/runs/metricsreader.h"
#include "core/runs/outputfetch.h"
#include "core/runs/runfolder.h"

#include <QDir>

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("mooring::RunListCommands", text, nullptr, n);
}

QString dash(const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; }

Result<std::vector<RunRecord>> runsOf(CommandContext &context, const RunQuery &query)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto ml = query.target == u"local" ? Result<MlSession *>(static_cast<MlSession *>(nullptr)) : context.ml();
    if (!ml)
        return ml.error();
    if (*ml)
        return listMlRuns(context, **ml, query);
    if (!(*services)->workspace().isReadOnly())
        (void)(*services)->runs().refreshLive(context.cancel); // what cannot be reached is shown as unknown
    return (*services)->workspace().runs(query);
}

Result<int> listRuns(CommandContext &context, const RunQuery &query)
{
    const auto runs = runsOf(context, query);
    if (!runs)
        return runs.error();
    if (context.out.json) {
        Json list = Json::array();
        for (const RunRecord &run : *runs)
            list.push_back(run.toListJson());
        context.out.document(list);
        return 0;
    }
    if (runs->empty()) {
        context.out.talk(tr("No runs yet. mooring run SCRIPT starts one."));
        return 0;
    }
    std::vector<QStringList> rows{
        {tr("Run"), tr("Name"), tr("State"), tr("Target"), tr("Script"), tr("Started"), tr("Duration")}};
    for (const RunRecord &run : *runs) {
        rows.push_back({run.id, run.name, toText(run.state), run.settings.target, run.settings.script,
                        dash(run.startedAt ? humanTime(*run.startedAt) : QString()),
                        dash(run.durationMs() ? humanDuration(*run.durationMs()) : QString())});
    }
    context.out.table(rows);
    return 0;
}

Result<int> showRun(CommandContext &context, const RunRecord &run)
{
    if (context.out.json) {
        context.out.document(run.toFullJson());
        return 0;
    }
    const Output &out = context.out;
    out.table({{tr("Run"), run.id},
               {tr("Name"), run.name},
               {tr("State"), toText(run.state)},
               {tr("Reason"), dash(run.reason)},
               {tr("Target"), run.settings.target},
               {tr("Exit code"), dash(run.exitCode ? QString::number(*run.exitCode) : QString())},
               {tr("Signal"), dash(run.signal)},
               {tr("Started"), dash(run.startedAt ? toIso(*run.startedAt) : QString())},
               {tr("Ended"), dash(run.endedAt ? toIso(*run.endedAt) : QString())},
               {tr("Duration"), dash(run.durationMs() ? humanDuration(*run.durationMs()) : QString())},
               {tr("Command"), shellCommand(run.settings.toCommand())}});
    return 0;
}

Result<int> showMetrics(CommandContext &context, const RunRecord &run)
{
    const auto files = freshFilesOf(context, **context.services(), run);
    if (!files)
        return files.error();
    MetricsReader reader(*files->host, files->folder);
    if (const auto read = reader.update(context.cancel, MetricsReader::Look::Everywhere); !read)
        return read.error();
    for (const QString &warning : reader.warnings())
        context.out.talk(warning);
    const RunMetrics &metrics = reader.metrics();
    if (context.out.json) {
        context.out.document(metrics.toJson());
        return 0;
    }
    printMetrics(context.out, metrics);
    return 0;
}

/// From the machine, with hashes; when it cannot be reached, what was there when it last could.
Result<std::vector<OutputFile>> outputsOf(CommandContext &context, const RunRecord &run)
{
    Services &services = **context.services();
    const auto host = services.runs().hostOf(run);
    auto files = host ? listOutputs(**host, RunFolder((*host)->runsFolder(), run.id).path(), true, context.cancel)
                      : Result<std::vector<OutputFile>>(host.error());
    if (files || context.cancel.isCanceled())
        return files;
    const auto copy = services.runs().files(run);
    if (!copy || !copy->isCopy || !copy->copiedAt)
        return files;
    context.out.talk(tr("This is what %1 had %2 ago, without hashes.")
                         .arg(run.settings.target, humanDuration(copy->copiedAt->msecsTo(nowUtc()))) +
                     u' ' + files.error().text());
    return listOutputs(*copy->host, copy->folder, false, context.cancel);
}

Result<std::vector<OutputFile>> outputsInto(CommandContext &context, const RunRecord &run, const QString &folder)
{
    Services &services = **context.services();
    TalkingContext job(context);
    auto fetched = fetchOutputs(services.runs(), services.workspace(), run, folder, job);
    return fetched ? Result<std::vector<OutputFile>>(std::move(fetched->files))
                   : Result<std::vector<OutputFile>>(fetched.error());
}

Result<int> showOutputs(CommandContext &context, const RunRecord &run, const std::string &folder)
{
    const auto files = folder.empty() ? outputsOf(context, run)
                                      : outputsInto(context, run, QDir::current().absoluteFilePath(fromStd(folder)));
    if (!files)
        return files.error();
    if (context.out.json) {
        Json list = Json::array();
        for (const OutputFile &file : *files)
            list.push_back(file.toJson());
        context.out.document(list);
        return 0;
    }
    std::vector<QStringList> rows{{tr("Path"), tr("Size"), QStringLiteral("SHA-256")}};
    for (const OutputFile &file : *files)
        rows.push_back({displayPath(file.path), humanSize(file.size), file.sha256});
    if (rows.size() == 1)
        context.out.talk(tr("The run has written no outputs."));
    else
        context.out.table(rows);
    return 0;
}

} // namespace

void printMetrics(const Output &out, const RunMetrics &metrics)
{
    std::vector<QStringList> rows{{tr("Metric"), tr("Points"), tr("Last step"), tr("Last value")}};
    for (const auto &[name, points] : metrics.metrics) {
        if (!points.empty())
            rows.push_back({name, QString::number(points.size()), QString::number(points.back().step),
                            QString::number(points.back().value, 'g', 6)});
    }
    for (const auto &[name, value] : metrics.params)
        rows.push_back({name, tr("parameter"), QString(), value});
    if (rows.size() == 1)
        out.talk(tr("The run has logged no metrics."));
    else
        out.table(rows);
}

Result<RunRecord> requireRun(CommandContext &context, const std::string &word)
{
    if (word.empty())
        return Error::usage(QStringLiteral("run.needed"), tr("Say which run is meant."))
            .withFix(tr("mooring runs lists them."));
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto run = (*services)->workspace().resolveRun(fromStd(word));
    if (run) {
        if (const auto given = context.giveSecrets(run->settings.target); !given)
            return given.error();
    }
    if (!run || isEnded(run->state) || (*services)->workspace().isReadOnly())
        return run;
    return (*services)->runs().refresh(run->id, context.cancel);
}

namespace {

/// A command that takes a run as its only word; `mlWork`: for a run of Azure ML.
template <class Work, class MlWork>
void addRunWordCommand(CommandSet &commands, const char *name, const QString &help, Work work, MlWork mlWork)
{
    CLI::App *command = commands.add(name, help);
    auto word = std::make_shared<std::string>();
    command->add_option("RUN", *word, toStd(tr("Id, the beginning of an id, or name")));
    commands.takeSecrets(*command);
    commands.worksInAzure(command);
    commands.on(command, [word, work, mlWork](CommandContext &context) -> Result<int> {
        const auto there = findMlRun(context, *word);
        if (!there)
            return there.error();
        if (*there)
            return mlWork(context, **there);
        const auto run = requireRun(context, *word);
        return run ? work(context, *run) : Result<int>(run.error());
    });
}

void addRunsCommand(CommandSet &commands)
{
    struct Options
    {
        std::string target, state;
        int limit = 100;
    };
    CLI::App *runs = commands.add("runs", tr("List runs, newest first"));
    auto options = std::make_shared<Options>();
    runs->add_option("--target", options->target, toStd(tr("Only runs of this target")))->type_name("T");
    runs->add_option("--state", options->state, toStd(tr("Only runs in this state")))->type_name("S");
    runs->add_option("--limit", options->limit, toStd(tr("At most so many")))
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
    commands.takeSecrets(*runs);
    commands.worksInAzure(runs);
    commands.on(runs, [options](CommandContext &context) -> Result<int> {
        RunQuery query;
        query.target = fromStd(options->target);
        query.limit = options->limit;
        if (!options->state.empty()) {
            query.state = runStateFromWord(fromStd(options->state));
            if (!query.state)
                return Error::usage(QStringLiteral("runs.unknownState"),
                                    tr("There is no state “%1”.").arg(fromStd(options->state)))
                    .withFix(QStringLiteral("NotStarted, Preparing, Queued, Running, Finalizing, CancelRequested, "
                                            "Completed, Failed, Canceled, Unknown"));
        }
        return listRuns(context, query);
    });
}

} // namespace

void addRunListCommands(CommandSet &commands)
{
    addRunsCommand(commands);
    addRunWordCommand(commands, "show-run", tr("Show one run"), showRun, showRun);
    addRunWordCommand(commands, "metrics", tr("Show what a run has logged"), showMetrics, showMlMetrics);

    CLI::App *outputs = commands.add("outputs", tr("List or fetch what a run has written"));
    auto run = std::make_shared<std::string>();
    auto folder = std::make_shared<std::string>();
    outputs->add_option("RUN", *run, toStd(tr("Id, the beginning of an id, or name")));
    outputs->add_option("--to", *folder, toStd(tr("Copy them into this folder")))->type_name("DIR");
    commands.takeSecrets(*outputs);
    commands.worksInAzure(outputs);
    commands.on(outputs, [run, folder](CommandContext &context) -> Result<int> {
        const auto there = findMlRun(context, *run);
        if (!there)
            return there.error();
        if (*there)
            return showMlOutputs(context, **there,
                                 folder->empty() ? QString() : QDir::current().absoluteFilePath(fromStd(*folder)));
        const auto found = requireRun(context, *run);
        return found ? showOutputs(context, *found, *folder) : Result<int>(found.error());
    });
}

} // namespace mooring
