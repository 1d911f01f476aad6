#include "app/cli/commandline.h"
#include "app/cli/deployoptions.h"
#include "app/cli/endpointplace.h"
#include "core/base/text.h"
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

/// Those of the workspace behind those of this computer. What keeps them away is said in one line: the rest is as good.
void addOnline(CommandContext &context, std::vector<EndpointRecord> &all)
{
    const auto online = onlineEndpoints(context);
    if (online && !*online)
        return;
    EndpointList list = online ? (*online)->list(context.cancel) : EndpointList{{}, online.error(), {}};
    if (list.problem)
        context.out.talk(list.problem->text());
    if (list.seenAt)
        context.out.talk(tr("The online endpoints are shown as they were at %1.").arg(humanTime(*list.seenAt)));
    for (EndpointRecord &each : list.endpoints)
        all.push_back(std::move(each));
}

QString runsIn(const EndpointRecord &endpoint)
{
    if (!endpoint.isForeign)
        return endpoint.runner;
    return endpoint.canBeAsked ? endpoint.maker : tr("another program");
}

Result<int> list(CommandContext &context)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    auto endpoints = (*services)->endpoints().refreshAll(context.cancel);
    if (!endpoints)
        return endpoints.error();
    addOnline(context, *endpoints);
    if (context.cancel.isCanceled())
        return Error::canceled();
    if (context.out.json) {
        Json document = Json::array();
        for (const EndpointRecord &endpoint : *endpoints)
            document.push_back(endpoint.toListJson());
        context.out.document(document);
        return 0;
    }
    std::vector<QStringList> rows{{tr("Name"), tr("State"), tr("Version"), tr("Runs in"), tr("Address")}};
    for (const EndpointRecord &endpoint : *endpoints)
        rows.push_back({endpoint.name, endpoint.stateText(), endpoint.active > 0 ? endpoint.servingLabel() : tr("none"),
                        runsIn(endpoint), endpoint.scoringUri()});
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
    if (const auto place = placeOf(context, name); !place)
        return place.error();
    else if (place->record)
        return OnlineEndpoints::readOnly(*place->record);
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
    std::string name, log = "std", version;
    bool follow = false;
};

Result<int> printLog(CommandContext &context, const LogOptions &options)
{
    if (context.out.json)
        return Error::usage(u"usage.jsonLog"_s, tr("A log is bytes, never JSON."));
    const QString name = fromStd(options.name);
    const auto place = placeOf(context, name);
    if (!place)
        return place.error();
    const auto version = place->version(name, options.version);
    if (!version)
        return version.error();
    const LogOf of = LogOf::one(*version);
    if (place->record) {
        const EndpointVersion *logged = OnlineEndpoints::loggedVersion(*place->record, of);
        context.out.talk(logged ? tr("The log of the deployment %1, as far back as Azure gives it.").arg(logged->title)
                                : tr("%1 has no deployment, and so no log.").arg(name));
    }
    const auto log = options.log == "build" ? EndpointRunner::Log::Build : EndpointRunner::Log::Server;
    const auto printed = place->bench->readLog(
        name, log, of, options.follow, [&context](const QByteArray &bytes) { return context.out.bytes(bytes); },
        context.cancel);
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

    CLI::App *listing = commands.add("endpoints", tr("List the endpoints"));
    commands.worksInAzure(listing);
    commands.on(listing, list);

    CLI::App *logs = commands.add("endpoint-logs", tr("Print an endpoint's log, byte for byte"));
    auto logOptions = std::make_shared<LogOptions>();
    logs->add_option("NAME", logOptions->name, toStd(tr("Name of the endpoint")));
    logs->add_flag("-f,--follow", logOptions->follow, toStd(tr("Go on until it ends")));
    commands.worksInAzure(logs);
    logs->add_option("--version", logOptions->version, toStd(tr("Version or deployment whose log is meant")))
        ->type_name("V");
    logs->add_option("--name", logOptions->log, toStd(tr("std (default) or build")))
        ->check(CLI::IsMember({"build", "std"}));
    commands.on(logs, [logOptions](CommandContext &context) {
        return logOptions->name.empty() ? Result<int>(nameNeeded()) : printLog(context, *logOptions);
    });

    const auto add = [&commands](const char *word, const QString &help, Change work, bool removes) {
        CLI::App *each = commands.add(word, help);
        auto name = std::make_shared<std::string>();
        each->add_option("NAME", *name, toStd(tr("Name of the endpoint")));
        commands.worksInAzure(each);
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
