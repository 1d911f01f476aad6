#include "app/cli/commandline.h"
#include "core/runs/sample.h"

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::WorkspaceCommands", text); }

Result<int> init(CommandContext &context, bool withSample)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    QString sample;
    if (withSample) {
        const auto written = writeSample((*services)->profile().sampleFolder());
        if (!written)
            return written.error();
        sample = *written;
    }
    const QString profile = (*services)->profile().folder();
    const QString workspace = (*services)->workspace().name();
    if (context.out.json) {
        context.out.document(
            {{"profile", toStd(profile)}, {"workspace", toStd(workspace)}, {"sample", textOrNull(sample)}});
        return 0;
    }
    context.out.text(tr("The workspace is in %1.").arg(profile));
    if (withSample) {
        context.out.text(tr("The sample project is in %1. To run it:").arg(sample));
        context.out.text(QStringLiteral("  mooring run train.py --source %1 --follow").arg(sample));
    }
    return 0;
}

Result<int> list(CommandContext &context)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const QString name = (*services)->workspace().name();
    if (context.out.json)
        context.out.document(
            Json::array({{{"name", toStd(name)}, {"kind", "local"}, {"resourceId", nullptr}, {"default", true}}}));
    else
        context.out.table({{tr("Name"), tr("Kind"), tr("Default")}, {name, QStringLiteral("local"), tr("yes")}});
    return 0;
}

} // namespace

void addWorkspaceCommands(CommandSet &commands)
{
    CLI::App *initCommand = commands.add("init", tr("Create the profile and its workspace; again: the same answer"));
    auto sample = std::make_shared<bool>(false);
    initCommand->add_flag("--sample", *sample, toStd(tr("Also write the sample project")));
    commands.on(initCommand, [sample](CommandContext &context) { return init(context, *sample); });

    CLI::App *workspace = commands.add("workspace", tr("Workspaces of this profile"));
    auto act = std::make_shared<std::string>();
    workspace->add_option("ACT", *act, "list");
    commands.takeAnything(workspace);
    commands.on(workspace, [act](CommandContext &context) -> Result<int> {
        if (act->empty() || *act == "list")
            return list(context);
        return Error::usage(QStringLiteral("usage.notInThisVersion"),
                            tr("“workspace %1” is not in this version.").arg(fromStd(*act)))
            .withFix(tr("workspace list shows the one there is."));
    });
}

} // namespace mooring
