#include "app/cli/commandline.h"
#include "core/practice/practicelab.h"
#include "core/practice/practicesession.h"
#include "core/practice/world/labworld.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PracticeCommand", text); }

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

int print(const Output &out, const Json &status)
{
    const bool isRunning = status.is_object();
    if (out.json) {
        Json json{{"running", isRunning},
                  {"cloud", isRunning ? Json(toStd(PracticeSession::cloudName())) : Json()},
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
        rows.push_back({LabService::titleOf(stringAt(service, "kind")), stringAt(service, "url"),
                        QString::number(intAt(service, "requests"))});
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

PracticeSession sessionOf(Services &services)
{
    return {services.profile().folder(), services.workspace(), services.signIn()};
}

Result<int> start(CommandContext &context, const Options &options)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const PracticeSession session = sessionOf(**services);
    const bool wasRunning = session.lab().isRunning();
    const auto status = session.start(
        options.faults.empty() ? std::nullopt : std::optional<QStringList>(words(options)), context.cancel);
    if (!status)
        return status.error();
    if (!wasRunning && !context.out.json)
        context.out.talk(tr("Sign in with: %1").arg(QStringLiteral("mooring signin --cloud practice --device-code")));
    return print(context.out, *status);
}

Result<int> stop(CommandContext &context)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    if (auto left = sessionOf(**services).leave(context.cancel); !left)
        return left.error();
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
