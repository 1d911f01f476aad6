#include "app/cli/commandline.h"
#include "core/azure/cloud/clouddiscovery.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/practice/labfolder.h"
#include "core/practice/labworld.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QProcess>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PracticeCommand", text); }

const QString kCloud = QStringLiteral("practice");
constexpr std::chrono::seconds kStartLimit(20);

struct Options
{
    std::string act, folder;
    std::vector<std::string> faults;
};

QStringList words(const Options &options)
{
    QStringList list;
    for (const std::string &word : options.faults)
        list << fromStd(word);
    return list;
}

QString urlOf(const Json &status, const char *kind)
{
    for (const Json &service : status.value("services", Json::array())) {
        if (stringAt(service, "kind") == QLatin1StringView(kind))
            return stringAt(service, "url");
    }
    return {};
}

int print(const Output &out, const Json &status)
{
    const bool isRunning = status.is_object();
    if (out.json) {
        Json json{{"running", isRunning},
                  {"cloud", isRunning ? Json(toStd(kCloud)) : Json()},
                  {"workspace", isRunning ? Json(practice::kWorkspace) : Json()},
                  {"services", isRunning ? status.value("services", Json::array()) : Json::array()},
                  {"faults", isRunning ? status.value("faults", Json::array()) : Json::array()},
                  {"startedAt", isRunning ? status.value("startedAt", Json()) : Json()},
                  {"ca", isRunning ? status.value("ca", Json()) : Json()},
                  {"resourceId", isRunning ? Json(toStd(practice::workspaceResourceId())) : Json()}};
        out.document(json);
        return 0;
    }
    if (!isRunning) {
        out.text(tr("The practice lab is not running."));
        return 0;
    }
    out.text(tr("The practice lab is running. Nothing in it is real."));
    std::vector<QStringList> rows{{tr("Service"), tr("Address"), tr("Requests")}};
    for (const Json &service : status.value("services", Json::array()))
        rows.push_back(
            {stringAt(service, "title"), stringAt(service, "url"), QString::number(intAt(service, "requests"))});
    out.table(rows);
    if (const Json faults = status.value("faults", Json::array()); !faults.empty()) {
        rows.clear();
        rows.push_back(QStringList{tr("Fault"), tr("Struck")});
        for (const Json &fault : faults)
            rows.push_back(QStringList{stringAt(fault, "fault"), QString::number(intAt(fault, "struck"))});
        out.table(rows);
    }
    return 0;
}

/// A process of our own that goes on when this one has ended.
Result<> launch(const LabFolder &lab, const QString &profile)
{
    if (auto made = makeFolder(profile + QStringLiteral("/practice")); !made)
        return made;
    QProcess process;
    process.setProgram(QCoreApplication::applicationFilePath());
    process.setArguments({QStringLiteral("practice"), QStringLiteral("serve"), QStringLiteral("--folder"), profile});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(lab.logPath());
    process.setStandardErrorFile(lab.logPath(), QIODevice::Append);
    process.setWorkingDirectory(profile);
    if (process.startDetached())
        return {};
    return Error::failed(QStringLiteral("practice.notStarted"), tr("The practice lab did not start."))
        .withCause(process.errorString());
}

/// Ports and certificate are new with each start: an entry of an earlier one is replaced. The workspace stays.
Result<> enlist(CommandContext &context, Services &services, const Json &status)
{
    CloudBook &book = services.signIn().clouds();
    CloudRequest request;
    request.name = kCloud;
    request.resourceManager = QUrl(urlOf(status, "arm"));
    request.ml = QUrl(urlOf(status, "ml"));
    const auto pem = readWholeFile(stringAt(status, "ca"), 64 * 1024);
    if (!pem)
        return pem.error();
    request.caPem = *pem;
    const auto cloud = discoverCloud(request, context.cancel);
    if (!cloud)
        return cloud.error();
    (void)book.remove(kCloud); // absent the first time
    if (auto added = book.add(*cloud); !added)
        return added;
    const auto id = MlWorkspace::parseId(practice::workspaceResourceId());
    if (!id)
        return id.error();
    return services.mlWorkspaces().add({QString::fromLatin1(practice::kWorkspace), kCloud, cloud->tenant, *id});
}

Result<int> start(CommandContext &context, const Options &options)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const QString profile = (*services)->profile().folder();
    const LabFolder lab(profile);
    const bool wasRunning = lab.isRunning();
    if (!wasRunning || !options.faults.empty()) {
        if (auto set = lab.setFaults(words(options), context.cancel); !set)
            return set.error();
    }
    if (!wasRunning) {
        if (auto launched = launch(lab, profile); !launched)
            return launched.error();
    }
    const auto status = lab.awaitStarted(kStartLimit, context.cancel);
    if (!status)
        return status.error();
    if (auto enlisted = enlist(context, **services, *status); !enlisted)
        return enlisted.error();
    if (!wasRunning && !context.out.json)
        context.out.talk(tr("Sign in with: %1").arg(QStringLiteral("mooring signin --cloud practice --device-code")));
    return print(context.out, *status);
}

/// Whoever signed in to it, its workspace and its cloud are of no use any more.
Result<> forget(CommandContext &context, Services &services)
{
    const auto accounts = services.signIn().accounts();
    if (!accounts)
        return accounts.error();
    for (const Account &account : *accounts) {
        if (account.cloud == kCloud) {
            if (auto gone = services.signIn().signOut(account.id, context.cancel); !gone)
                return gone.error();
        }
    }
    MlWorkspaceBook book = services.mlWorkspaces();
    const auto workspaces = book.all();
    if (!workspaces)
        return workspaces.error();
    for (const MlWorkspace &workspace : *workspaces) {
        if (workspace.cloud != kCloud)
            continue;
        if (auto removed = book.remove(workspace.name); !removed)
            return removed;
    }
    const auto clouds = services.signIn().clouds().all();
    if (!clouds)
        return clouds.error();
    for (const Cloud &cloud : *clouds) {
        if (cloud.name == kCloud)
            return services.signIn().clouds().remove(kCloud);
    }
    return {};
}

Result<int> stop(CommandContext &context)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const LabFolder lab((*services)->profile().folder());
    if (auto stopped = lab.stop(context.cancel); !stopped)
        return stopped.error();
    if (auto forgotten = forget(context, **services); !forgotten)
        return forgotten.error();
    return print(context.out, nullptr);
}

Result<int> show(CommandContext &context, const Options &options)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const LabFolder lab((*services)->profile().folder());
    if (!options.faults.empty()) {
        if (!lab.isRunning())
            return Error::failed(QStringLiteral("practice.notRunning"), tr("The practice lab is not running."))
                .withFix(QStringLiteral("mooring practice start"));
        if (auto set = lab.setFaults(words(options), context.cancel); !set)
            return set.error();
    }
    return print(context.out, lab.status());
}

} // namespace

void addPracticeCommand(CommandSet &commands)
{
    CLI::App *command = commands.add("practice", tr("Pretend services of Azure on this computer, to practise with"));
    auto options = std::make_shared<Options>();
    command->add_option("ACT", options->act, "start, stop, status");
    command
        ->add_option("--fault", options->faults, toStd(tr("What goes wrong, and when: NAME[:once|:always|:after-N]")))
        ->type_name("F")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command->add_option("--folder", options->folder)->group(""); // of "serve", which start calls
    commands.on(command, [options](CommandContext &context) -> Result<int> {
        const std::string act = options->act.empty() ? "status" : options->act;
        if (act == "serve" && !options->folder.empty()) {
            const auto served = LabFolder(fromStd(options->folder)).run(context.cancel);
            return served ? Result<int>(0) : served.error();
        }
        if (act != "start" && act != "stop" && act != "status")
            return Error::usage(QStringLiteral("usage.act"),
                                tr("“%1” is none of start, stop, status.").arg(fromStd(act)));
        return act == "start" ? start(context, *options) : act == "stop" ? stop(context) : show(context, *options);
    });
}

} // namespace mooring
