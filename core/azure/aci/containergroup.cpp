#include "core/azure/aci/containergroup.h"

#include "core/environments/remotescript.h"
#include "core/inference/serverenvironment.h"
#include "core/targets/azureattachment.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;
using Life = InstanceTruth::Life;

namespace {

constexpr int kPort = 5001;
constexpr int kPullTries = 3;
constexpr char kSecretFolder[] = "/mooring";
const QString kImage = u"mcr.microsoft.com/azureml/minimal-py311-inference:latest"_s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::ContainerGroup", text); }

void addEvents(const Json &view, std::vector<ContainerEvent> &events)
{
    const auto list = view.find("events");
    if (list == view.end() || !list->is_array())
        return;
    for (const Json &each : *list) {
        if (each.is_object())
            events.push_back({stringAt(each, "name"), stringAt(each, "message"), stringAt(each, "type"),
                              int(intAt(each, "count", 1)), stringAt(each, "lastTimestamp")});
    }
}

std::string base64(const QByteArray &text) { return text.toBase64().toStdString(); }

Json variablesOf(const EndpointVersion &version, const QByteArray &packageSha256)
{
    std::map<QString, QString> all{
        {u"AML_APP_ROOT"_s, QLatin1StringView(kServedFolder) + u"/code"_s},
        {u"AZUREML_ENTRY_SCRIPT"_s, version.settings.score},
        {u"AZUREML_MODEL_DIR"_s,
         u"%1/azureml-models/%2/%3"_s.arg(QLatin1StringView(kServedFolder), version.settings.name).arg(version.number)},
        {u"MOORING_PORT"_s, QString::number(portOf(version.settings))},
        {u"MOORING_PACKAGE_SHA256"_s, QString::fromLatin1(packageSha256)},
        {u"MOORING_SERVER"_s, serverRequirement()},
        {u"PYTHONUNBUFFERED"_s, u"1"_s}};
    for (const auto &[name, value] : version.settings.variables)
        all[name] = value; // what a person said counts
    Json list = Json::array();
    for (const auto &[name, value] : all)
        list.push_back({{"name", toStd(name)}, {"value", toStd(value)}});
    return list;
}

} // namespace

int portOf(const DeploymentSettings &settings) { return settings.port.value_or(kPort); }

QString imageOf(const DeploymentSettings &settings)
{
    return settings.environment.kind == EnvironmentChoice::Kind::Image ? settings.environment.value : kImage;
}

ContainerGroup ContainerGroup::of(const Json &document)
{
    ContainerGroup group;
    const Json properties = objectAt(document, "properties");
    const Json view = objectAt(properties, "instanceView");
    const Json address = objectAt(properties, "ipAddress");
    group.name = stringAt(document, "name");
    group.provisioningState = stringAt(properties, "provisioningState");
    group.state = stringAt(view, "state");
    group.ip = stringAt(address, "ip");
    group.fqdn = stringAt(address, "fqdn");
    const Json tags = objectAt(document, "tags");
    for (const auto &[key, value] : tags.items()) {
        if (value.is_string())
            group.tags[fromStd(key)] = fromStd(value.get<std::string>());
    }
    addEvents(view, group.events);
    const auto containers = properties.find("containers");
    if (containers != properties.end() && containers->is_array() && !containers->empty()) {
        const Json inner = objectAt(objectAt(containers->front(), "properties"), "instanceView");
        const Json now = objectAt(inner, "currentState");
        group.containerState = stringAt(now, "state");
        group.detailStatus = stringAt(now, "detailStatus");
        group.restarts = int(intAt(inner, "restartCount"));
        auto exitCode = optionalIntAt(now, "exitCode");
        if (!exitCode)
            exitCode = optionalIntAt(objectAt(inner, "previousState"), "exitCode");
        if (exitCode)
            group.exitCode = int(*exitCode);
        addEvents(inner, group.events);
    }
    std::stable_sort(group.events.begin(), group.events.end(),
                     [](const ContainerEvent &a, const ContainerEvent &b) { return a.lastAt < b.lastAt; });
    return group;
}

QString ContainerGroup::pullProblem() const
{
    for (const ContainerEvent &event : events) {
        const bool isPull = event.message.contains(u"pull"_s, Qt::CaseInsensitive);
        if (event.name == u"Failed" && isPull && event.count >= kPullTries)
            return event.message;
    }
    return {};
}

InstanceTruth ContainerGroup::truth(bool hasAnswered) const
{
    InstanceTruth truth;
    const bool hasCrashed = restarts > 0 || detailStatus == u"CrashLoopBackOff" || containerState == u"Terminated";
    if (state == u"Failed" || state == u"Succeeded" || (hasCrashed && !hasAnswered) || provisioningState == u"Failed") {
        truth.life = Life::Ended;
        truth.exitCode = exitCode;
        truth.reason =
            exitCode ? tr("Its container ended with code %1.").arg(*exitCode)
                     : tr("Azure says of its container group: %1.").arg(state.isEmpty() ? provisioningState : state);
    } else if (state == u"Running") {
        truth.life = Life::Alive;
    } else if (state == u"Pending" || provisioningState == u"Pending" || provisioningState == u"Creating") {
        truth.life = Life::Preparing;
    } else if (state == u"Stopped") {
        truth.reason = tr("Somebody stopped its container group in Azure.");
    } else {
        truth.reason = tr("Azure says a word of its container group that Mooring does not know: “%1”.").arg(state);
    }
    return truth;
}

Json groupBody(const EndpointVersion &version, const QString &location, const QByteArray &packageSha256,
               const ContainerSecrets &secrets, const std::map<QString, QString> &tags)
{
    const DeploymentSettings &settings = version.settings;
    const Json port{{"port", portOf(settings)}, {"protocol", "TCP"}};
    const Json container{
        {"image", toStd(imageOf(settings))},
        {"command", {"python3", std::string(kSecretFolder) + "/aci_start.py", kServedFolder}},
        {"ports", Json::array({port})},
        {"environmentVariables", variablesOf(version, packageSha256)},
        {"resources", {{"requests", {{"cpu", settings.cloud.cpu}, {"memoryInGB", settings.cloud.memory}}}}},
        {"volumeMounts", Json::array({{{"name", "mooring"}, {"mountPath", kSecretFolder}, {"readOnly", true}}})}};
    const Json files{{"aci_start.py", base64(remoteScript(u"aci_start.py"_s))},
                     {"serve.py", base64(remoteScript(u"serve.py"_s))},
                     {"package", base64(secrets.package.toEncoded())},
                     {"key", base64(secrets.key)}};
    Json address{{"type", "Public"}, {"ports", Json::array({port})}};
    if (!settings.cloud.dnsLabel.isEmpty())
        address["dnsNameLabel"] = toStd(u"%1-v%2"_s.arg(settings.cloud.dnsLabel).arg(version.number));
    Json body{{"location", toStd(location)},
              {"tags", Json::object()},
              {"properties",
               {{"osType", "Linux"},
                {"sku", "Standard"},
                {"restartPolicy", "Always"},
                {"containers", Json::array({{{"name", kContainerName}, {"properties", container}}})},
                {"ipAddress", address},
                {"volumes", Json::array({{{"name", "mooring"}, {"secret", files}}})}}}};
    for (const auto &[name, value] : tags)
        body["tags"][toStd(name)] = toStd(value);
    return body;
}

} // namespace mooring
