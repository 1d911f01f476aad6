#include "app/cli/commandline.h"
#include "app/cli/deployoptions.h"
#include "core/inference/networksettings.h"

#include <CLI/CLI.hpp>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointCommands", text); }

Error nameNeeded()
{
    return Error::usage(u"endpoint.nameNeeded"_s, tr("Say which endpoint is meant."))
        .withFix(tr("mooring endpoints lists them."));
}

Result<int> deploy(CommandContext &context, const DeployOptions &options)
{
    auto settings = options.toSettings();
    if (!settings)
        return settings.error();
    const auto services = context.services();
    if (!services)
        return services.error();
    if (settings->runner.isEmpty()) {
        settings->runner = (*services)->endpoints().usualRunner(*settings, context.cancel);
        context.out.talk(settings->runner == u"docker" ? tr("It will run with Docker; --to process runs it without.")
                                                       : tr("It will run as a process, without Docker."));
    }
    if (settings->runner == u"aci") {
        const auto ml = context.ml(); // signs in as far as it can; what is missing is said before anything is packed
        if (!ml)
            return ml.error();
        if (*ml)
            settings->cloud.workspace = (*ml)->client->workspace().name;
    }
    if (settings->networkSettings) {
        for (const NetworkItem &item : findNetworkItems(NetworkPlaces::ofThisUser()))
            context.out.talk(u"%1 (%2): %3"_s.arg(item.title, item.origin, item.summary));
    }
    TalkingContext job(context);
    const auto endpoint =
        (*services)->endpoints().deploy({*settings, options.replace, fromStd(options.takePortOf), {}}, job);
    if (!endpoint)
        return endpoint.error();
    if (context.out.json)
        context.out.document(endpoint->toDeployedJson());
    else
        context.out.text(endpoint->scoringUri());
    return 0;
}

Result<int> list(CommandContext &context)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto endpoints = (*services)->endpoints().refreshAll(context.cancel);
    if (!endpoints)
        return endpoints.error();
    if (context.out.json) {
        Json document = Json::array();
        for (const EndpointRecord &endpoint : *endpoints)
            document.push_back(endpoint.toListJson());
        context.out.document(document);
        return 0;
    }
    std::vector<QStringList> rows{{tr("Name"), tr("State"), tr("Version"), tr("Runs in"), tr("Address")}};
    for (const EndpointRecord &endpoint : *endpoints)
        rows.push_back({endpoint.name, toText(endpoint.state),
                        endpoint.active > 0 ? QString::number(endpoint.active) : tr("none"),
                        endpoint.isForeign ? tr("another program") : endpoint.runner, endpoint.scoringUri()});
    context.out.table(rows);
    for (const EndpointRecord &endpoint : *endpoints) {
        if (!endpoint.reason.isEmpty())
            context.out.talk(endpoint.name + u": "_s + endpoint.reason);
    }
    return 0;
}

using Change = Result<EndpointRecord> (EndpointService::*)(const QString &, JobContext &);

Result<int> change(CommandContext &context, const QString &name, Change work, bool removes)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    TalkingContext job(context);
    const auto endpoint = ((*services)->endpoints().*work)(name, job);
    if (!endpoint)
        return endpoint.error();
    if (context.out.json)
        context.out.document({{"endpoint", toStd(endpoint->name)}, {"state", toStd(toWord(endpoint->state))}});
    else
        context.out.text(removes ? tr("Undeployed: %1").arg(name) : tr("%1: %2").arg(name, toText(endpoint->state)));
    return 0;
}

struct LogOptions
{
    std::string name, log = "std";
    bool follow = false;
};

Result<int> printLog(CommandContext &context, const LogOptions &options)
{
    if (context.out.json)
        return Error::usage(u"usage.jsonLog"_s, tr("A log is bytes, never JSON."));
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto log = options.log == "build" ? EndpointRunner::Log::Build : EndpointRunner::Log::Server;
    const auto printed = (*services)->endpoints().readLog(
        fromStd(options.name), log, false, options.follow,
        [&context](const QByteArray &bytes) { return context.out.bytes(bytes); }, context.cancel);
    return printed ? Result<int>(0) : printed.error();
}

} // namespace

void addEndpointCommands(CommandSet &commands)
{
    CLI::App *command = commands.add("deploy", tr("Serve a model, on this computer or in Azure, to test it"));
    auto options = std::make_shared<DeployOptions>();
    options->addTo(*command);
    commands.worksInAzure(command);
    commands.on(command, [options](CommandContext &context) { return deploy(context, *options); });

    commands.on(commands.add("endpoints", tr("List the endpoints")), list);

    CLI::App *logs = commands.add("endpoint-logs", tr("Print an endpoint's log, byte for byte"));
    auto logOptions = std::make_shared<LogOptions>();
    logs->add_option("NAME", logOptions->name, toStd(tr("Name of the endpoint")));
    logs->add_flag("-f,--follow", logOptions->follow, toStd(tr("Go on until it ends")));
    logs->add_option("--name", logOptions->log, toStd(tr("std (default) or build")))
        ->check(CLI::IsMember({"build", "std"}));
    commands.on(logs, [logOptions](CommandContext &context) {
        return logOptions->name.empty() ? Result<int>(nameNeeded()) : printLog(context, *logOptions);
    });

    const auto add = [&commands](const char *word, const QString &help, Change work, bool removes) {
        CLI::App *each = commands.add(word, help);
        auto name = std::make_shared<std::string>();
        each->add_option("NAME", *name, toStd(tr("Name of the endpoint")));
        commands.on(each, [name, work, removes](CommandContext &context) {
            return name->empty() ? Result<int>(nameNeeded()) : change(context, fromStd(*name), work, removes);
        });
    };
    add("reload", tr("Serve the code and the model as they are now"), &EndpointService::reload, false);
    add("restart", tr("Start the serving version again"), &EndpointService::restart, false);
    add("stop", tr("Stop an endpoint and keep it"), &EndpointService::stop, false);
    add("undeploy", tr("Delete an endpoint; the model and the source folder stay"), &EndpointService::undeploy, true);
}

} // namespace mooring
