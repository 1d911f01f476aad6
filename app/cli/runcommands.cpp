#include "app/cli/commandline.h"
#include "app/cli/mlruncommands.h"
#include "app/cli/mltargetcommands.h"
#include "app/cli/runfollow.h"
#include "app/cli/runoptions.h"
#include "app/cli/targetfilecommands.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/runs/dryrun.h"

#include <QDir>

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunCommands", text); }

Result<int> dryRun(CommandContext &context, const RunSettings &settings)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto azure = context.mlWorkspace();
    if (!azure)
        return azure.error();
    if (*azure && settings.target != u"local")
        return dryMlRun(context, settings);
    if (const auto given = context.giveSecrets(settings.target); !given)
        return given.error();
    const auto host = (*services)->targets().hostOf(settings.target);
    if (!host)
        return host.error();
    TalkingContext job(context);
    const auto plan = planRun(settings, **host, job);
    if (!plan)
        return plan.error();
    if (context.out.json) {
        context.out.document(plan->toJson());
        return 0;
    }
    context.out.text(plan->toText());
    return 0;
}

Result<int> submit(CommandContext &context, const RunSettings &settings, bool follow, bool passExit)
{
    if (follow && context.out.json)
        return Error::usage(QStringLiteral("usage.jsonFollow"),
                            tr("--follow prints the log as it is; it does not go with --json."));
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto ml = mlFor(context, settings.target);
    if (!ml)
        return ml.error();
    if (*ml)
        return submitMlRun(context, **ml, settings, follow);
    if (const auto given = context.giveSecrets(settings.target); !given)
        return given.error();
    TalkingContext job(context);
    const auto run = (*services)->runs().submit(settings, job);
    if (!run)
        return run.error();
    if (follow) {
        context.out.talk(run->id);
        return followRun(context, **services, *run, passExit);
    }
    if (context.out.json)
        context.out.document(
            {{"run", toStd(run->id)}, {"target", toStd(run->settings.target)}, {"state", toStd(toWord(run->state))}});
    else
        context.out.text(run->id);
    return 0;
}

struct ImportOptions
{
    std::string file;
    HostKeyOptions hostKey;
};

Result<int> importFile(CommandContext &context, const ImportOptions &options)
{
    if (options.file.empty())
        return Error::usage(QStringLiteral("import.fileNeeded"), tr("Say which file to import."));
    const QString path = QDir::current().absoluteFilePath(fromStd(options.file));
    const auto content = readWholeFile(path, 2 * 1024 * 1024); // more than is read of settings is refused by them
    if (!content)
        return content.error();
    if (TargetFile::isOne(*content)) {
        const auto file = TargetFile::fromYaml(*content);
        return file ? importTarget(context, *file, options.hostKey) : Result<int>(file.error());
    }
    const auto settings = RunSettings::load(path);
    if (!settings)
        return settings.error();
    if (auto valid = settings->validate(); !valid)
        return valid.error();
    return submit(context, *settings, false, false);
}

} // namespace

void addRunCommands(CommandSet &commands)
{
    CLI::App *run = commands.add("run", tr("Run a script on a compute target"));
    auto options = std::make_shared<RunOptions>();
    options->addTo(*run);
    commands.takeSecrets(*run);
    commands.worksInAzure(run);
    commands.on(run, [options, &commands](CommandContext &context) -> Result<int> {
        const auto settings = options->toSettings(commands.afterDashes);
        if (!settings)
            return settings.error();
        return options->dryRun ? dryRun(context, *settings)
                               : submit(context, *settings, options->follow, options->passExit);
    });

    CLI::App *import = commands.add("import", tr("Make the same thing again from a file that export wrote"));
    auto importOptions = std::make_shared<ImportOptions>();
    import->add_option("FILE", importOptions->file, toStd(tr("File of a target or of a run's settings")));
    importOptions->hostKey.addTo(*import);
    commands.takeSecrets(*import);
    commands.worksInAzure(import);
    commands.on(import, [importOptions](CommandContext &context) { return importFile(context, *importOptions); });
}

} // namespace mooring
