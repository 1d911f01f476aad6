#include "app/cli/commandline.h"
#include "app/cli/mlruncommands.h"
#include "app/cli/runfollow.h"
#include "core/runs/runfolder.h"
#include "core/runs/runlog.h"

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::LogCommands", text); }

constexpr qint64 kBlock = 1024 * 1024;

Result<int> printLog(CommandContext &context, Services &services, const RunRecord &run, const QString &name)
{
    const auto files = freshFilesOf(context, services, run);
    if (!files)
        return files.error();
    const QString path = RunFolder(files->host->runsFolder(), run.id).log(name);
    for (qint64 offset = 0;;) {
        const auto block = files->host->readFile(path, offset, kBlock, context.cancel);
        if (!block) {
            if (block.error().code == u"file.missing") // nothing was printed yet: an empty log, not a failure
                return 0;
            return block.error();
        }
        if (block->isEmpty() || !context.out.bytes(*block))
            return 0;
        offset += block->size();
    }
}

} // namespace

void addLogCommands(CommandSet &commands)
{
    struct Options
    {
        std::string run, name = "std";
        bool follow = false;
    };
    CLI::App *logs = commands.add("logs", tr("Print a run's log, byte for byte"));
    auto options = std::make_shared<Options>();
    logs->add_option("RUN", options->run, toStd(tr("Id, the beginning of an id, or name")));
    logs->add_flag("-f,--follow", options->follow, toStd(tr("Go on until the run ended")));
    logs->add_option("--name", options->name, toStd(tr("std (default), build or provisioning")))
        ->check(CLI::IsMember({"build", "provisioning", "std"}));
    commands.takeSecrets(*logs);
    commands.worksInAzure(logs);
    commands.on(logs, [options](CommandContext &context) -> Result<int> {
        if (context.out.json)
            return Error::usage(QStringLiteral("usage.jsonLog"), tr("A log is bytes, never JSON."));
        const auto there = findMlRun(context, options->run);
        if (!there)
            return there.error();
        if (*there)
            return printMlLog(context, **there, fromStd(options->name), options->follow);
        const auto run = requireRun(context, options->run);
        if (!run)
            return run.error();
        Services &services = **context.services();
        const QString name = fromStd(options->name);
        if (!options->follow)
            return printLog(context, services, *run, name);
        if (name == u"std")
            return followRun(context, services, *run, false);
        const auto ended = followLog(
            services.runs(), *run, name, 0, context.cancel, [&](const QByteArray &bytes) { context.out.bytes(bytes); },
            [&](const QString &trouble) { context.out.talk(trouble); });
        return ended ? Result<int>(exitCodeOf(*ended)) : Result<int>(ended.error());
    });
}

} // namespace mooring
