#include "app/cli/commandline.h"
#include "core/base/files.h"
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

struct Options
{
    std::string act, first, second, config, resourceId, cloud, tenant;
};

Result<int> list(CommandContext &context)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    MlWorkspaceBook book = (*services)->mlWorkspaces();
    const auto chosen = book.defaultName();
    const auto all = chosen ? book.all() : Result<std::vector<MlWorkspace>>(chosen.error());
    if (!all)
        return all.error();
    const QString name = (*services)->workspace().name();
    const bool isLocal = MlWorkspaceBook::isLocal(*chosen);
    if (context.out.json) {
        Json entries =
            Json::array({{{"name", toStd(name)}, {"kind", "local"}, {"resourceId", nullptr}, {"default", isLocal}}});
        for (const MlWorkspace &workspace : *all)
            entries.push_back(workspace.toListJson(workspace.name == *chosen));
        context.out.document(entries);
        return 0;
    }
    std::vector<QStringList> rows{{tr("Name"), tr("Kind"), tr("Default"), tr("Resource")}};
    rows.push_back({name, QStringLiteral("local"), isLocal ? tr("yes") : QString(), QString()});
    for (const MlWorkspace &workspace : *all)
        rows.push_back({workspace.name, QStringLiteral("azureml"), workspace.name == *chosen ? tr("yes") : QString(),
                        workspace.id.text});
    context.out.table(rows);
    return 0;
}

Result<ArmId> resourceOf(const Options &options)
{
    if (options.config.empty() == options.resourceId.empty())
        return Error::usage(QStringLiteral("workspace.whichOne"),
                            tr("Say which workspace it is: by its config.json, or by its resource ID."))
            .withFix(QStringLiteral("--config FILE, --resource-id ID"));
    if (!options.resourceId.empty())
        return MlWorkspace::parseId(fromStd(options.resourceId));
    const auto config = readWholeFile(fromStd(options.config), 1024 * 1024);
    return config ? MlWorkspace::idFromConfig(*config) : Result<ArmId>(config.error());
}

Result<int> add(CommandContext &context, const Options &options)
{
    if (options.first != "azureml" || options.second.empty())
        return Error::usage(QStringLiteral("workspace.needed"),
                            tr("Say the kind of workspace, azureml, and a name for it."))
            .withFix(QStringLiteral("mooring workspace add azureml NAME --config config.json"));
    const auto id = resourceOf(options);
    if (!id)
        return id.error();
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto cloud = (*services)->signIn().clouds().find(fromStd(options.cloud));
    if (!cloud)
        return cloud.error();
    const MlWorkspace workspace{fromStd(options.second), cloud->name, fromStd(options.tenant), *id};
    if (const auto added = (*services)->mlWorkspaces().add(workspace); !added)
        return added.error();
    return list(context);
}

Result<int> useOrRemove(CommandContext &context, const Options &options)
{
    const QString name = fromStd(options.first);
    if (name.isEmpty())
        return Error::usage(QStringLiteral("workspace.needed"), tr("Say which workspace is meant."))
            .withFix(tr("mooring workspace list shows them."));
    const auto services = context.services();
    if (!services)
        return services.error();
    MlWorkspaceBook book = (*services)->mlWorkspaces();
    const auto done = options.act == "use" ? book.makeDefault(name) : book.remove(name);
    return done ? list(context) : Result<int>(done.error());
}

Result<int> workspaces(CommandContext &context, const Options &options)
{
    if (options.act.empty() || options.act == "list")
        return list(context);
    if (options.act == "add")
        return add(context, options);
    if (options.act == "use" || options.act == "remove")
        return useOrRemove(context, options);
    return Error::usage(QStringLiteral("usage.act"),
                        tr("“%1” is none of list, add, use, remove.").arg(fromStd(options.act)));
}

} // namespace

void addWorkspaceCommands(CommandSet &commands)
{
    CLI::App *initCommand = commands.add("init", tr("Create the profile and its workspace; again: the same answer"));
    auto sample = std::make_shared<bool>(false);
    initCommand->add_flag("--sample", *sample, toStd(tr("Also write the sample project")));
    commands.on(initCommand, [sample](CommandContext &context) { return init(context, *sample); });

    CLI::App *workspace = commands.add("workspace", tr("Workspaces of this profile"));
    auto options = std::make_shared<Options>();
    workspace->add_option("ACT", options->act, "list, add, use, remove");
    workspace->add_option("NAME", options->first, toStd(tr("Name; after add: its kind, azureml")));
    workspace->add_option("NEW", options->second, toStd(tr("After add azureml: its name in this profile")));
    workspace->add_option("--config", options->config, toStd(tr("The workspace's own config.json")))->type_name("FILE");
    workspace->add_option("--resource-id", options->resourceId, toStd(tr("Resource ID of the workspace")))
        ->type_name("ID");
    workspace->add_option("--cloud", options->cloud, toStd(tr("Cloud; mooring cloud list shows them")))->type_name("C");
    workspace->add_option("--tenant", options->tenant, toStd(tr("Tenant: its id or domain")))->type_name("T");
    commands.on(workspace, [options](CommandContext &context) { return workspaces(context, *options); });
}

} // namespace mooring
