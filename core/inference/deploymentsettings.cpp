#include "core/inference/deploymentsettings.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::DeploymentSettings", text); }

struct KindWord
{
    Kind kind;
    const char *word;
    QStringView option;
};

constexpr KindWord kKinds[] = {{Kind::Default, "default", u""},
                               {Kind::Python, "python", u"--python"},
                               {Kind::File, "file", u"--env"},
                               {Kind::Image, "image", u"--image"}};

Json environmentJson(const EnvironmentChoice &choice)
{
    for (const KindWord &each : kKinds) {
        if (each.kind == choice.kind)
            return {{"kind", each.word}, {"value", textOrNull(choice.value)}};
    }
    return {};
}

EnvironmentChoice environmentOf(const Json &value)
{
    for (const KindWord &each : kKinds) {
        if (stringAt(value, "kind") == QLatin1StringView(each.word))
            return {each.kind, stringAt(value, "value")};
    }
    return {};
}

Error badVariable(const QString &name)
{
    return Error::usage(u"endpoint.badVariable"_s, tr("“%1” cannot be the name of an environment variable.").arg(name))
        .withFix(tr("Use letters, digits and “_”, and no digit first."));
}

/// Bounds that no region goes beyond: what a region has, Azure says itself.
Result<> checkCloud(const CloudContainer &cloud, bool isUsed)
{
    if (!isUsed) {
        return cloud.hasChoices() ? Result<>(Error::usage(u"endpoint.onlyInAzure"_s,
                                                          tr("Cores, memory and a DNS label are chosen in Azure "
                                                             "Container Instances only."))
                                                 .withFix(u"--to aci"_s))
                                  : Result<>();
    }
    if (!(cloud.cpu > 0) || cloud.cpu > 64 || !(cloud.memory > 0) || cloud.memory > 512)
        return Error::usage(u"endpoint.badSize"_s,
                            tr("A container cannot have %1 cores and %2 GB.").arg(cloud.cpu).arg(cloud.memory))
            .withFix(tr("Most regions give up to 4 cores and 16 GB."));
    static const QRegularExpression label(u"\\A[a-z]([-a-z0-9]{1,50}[a-z0-9])\\z"_s); // room for "-v12"
    if (!cloud.dnsLabel.isEmpty() && !label.match(cloud.dnsLabel).hasMatch())
        return Error::usage(u"endpoint.badDnsLabel"_s, tr("“%1” cannot be a DNS label.").arg(cloud.dnsLabel))
            .withFix(tr("Use 3 to 52 small letters, digits and “-”, with a letter first and no “-” at the end."));
    return {};
}

} // namespace

bool isEndpointName(const QString &name)
{
    static const QRegularExpression rule(u"^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?\\z"_s);
    return name.size() >= 2 && name.size() <= 32 && rule.match(name).hasMatch();
}

Json DeploymentSettings::toJson() const
{
    Json variableJson = Json::object();
    for (const auto &[key, value] : variables)
        variableJson[toStd(key)] = toStd(value);
    Json json{{"name", toStd(name)},
              {"model", textOrNull(model)},
              {"score", textOrNull(score)},
              {"source", textOrNull(source)},
              {"environment", environmentJson(environment)},
              {"dockerfile", textOrNull(dockerfile)},
              {"to", textOrNull(runner)},
              {"port", port ? Json(*port) : Json()},
              {"variables", variableJson},
              {"networkSettings", networkSettings}};
    if (cloud != CloudContainer())
        json["cloud"] = {{"workspace", textOrNull(cloud.workspace)},
                         {"cpu", cloud.cpu},
                         {"memory", cloud.memory},
                         {"dnsLabel", textOrNull(cloud.dnsLabel)}};
    return json;
}

Result<DeploymentSettings> DeploymentSettings::fromJson(const Json &value)
{
    DeploymentSettings settings;
    settings.name = stringAt(value, "name");
    if (settings.name.isEmpty())
        return Error::failed(u"endpoint.badSettings"_s, tr("The settings of an endpoint have no name."));
    settings.model = stringAt(value, "model");
    settings.score = stringAt(value, "score");
    settings.source = stringAt(value, "source");
    if (value.contains("environment"))
        settings.environment = environmentOf(value["environment"]);
    settings.dockerfile = stringAt(value, "dockerfile");
    settings.runner = stringAt(value, "to", u"process"_s);
    settings.networkSettings = boolAt(value, "networkSettings");
    if (const auto found = value.find("cloud"); found != value.end() && found->is_object())
        settings.cloud = {stringAt(*found, "workspace"), numberAt(*found, "cpu", 1), numberAt(*found, "memory", 2),
                          stringAt(*found, "dnsLabel")};
    if (const auto port = optionalIntAt(value, "port"); port && *port > 0 && *port < 65536)
        settings.port = int(*port);
    if (value.contains("variables") && value["variables"].is_object()) {
        for (const auto &[key, text] : value["variables"].items()) {
            if (text.is_string())
                settings.variables[fromStd(key)] = fromStd(text.get<std::string>());
        }
    }
    return settings;
}

Result<> DeploymentSettings::validate() const
{
    if (!isEndpointName(name))
        return Error::usage(u"endpoint.badName"_s, tr("“%1” cannot be the name of an endpoint.").arg(name))
            .withFix(tr("Use 2 to 32 letters, digits and “-”, with a letter first and no “-” at the end."));
    if (port && (*port < 1024 || *port > 65535))
        return Error::usage(u"endpoint.badPort"_s, tr("%1 cannot be the port of an endpoint.").arg(*port))
            .withFix(tr("Choose one between 1024 and 65535."));
    if (runner != u"process" && runner != u"docker" && runner != u"aci")
        return Error::usage(u"endpoint.badRunner"_s,
                            tr("An endpoint runs in docker, process or aci, not in “%1”.").arg(runner));
    if (auto good = checkCloud(cloud, runner == u"aci"); !good)
        return good;
    static const QRegularExpression rule(u"^[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    for (const auto &[key, value] : variables) {
        if (!rule.match(key).hasMatch() || value.contains(QChar(0)))
            return badVariable(key);
    }
    if (!dockerfile.isEmpty() && environment.kind != Kind::Default)
        return Error::usage(u"endpoint.oneEnvironment"_s,
                            tr("A Dockerfile brings its own environment: name no other beside it."));
    const bool needsDocker = !dockerfile.isEmpty() || environment.kind == Kind::Image;
    if (needsDocker && runner == u"process")
        return Error::usage(u"endpoint.needsDocker"_s, tr("An image or a Dockerfile needs Docker."))
            .withFix(u"--to docker"_s);
    if (runner != u"process" && environment.kind == Kind::Python)
        return Error::usage(u"endpoint.pythonInDocker"_s,
                            tr("A Python of this computer cannot be used in a container."))
            .withFix(u"--to process"_s);
    if (runner == u"aci" && (!dockerfile.isEmpty() || networkSettings))
        return Error::usage(u"endpoint.notInAzure"_s,
                            tr("Nothing is built for Azure: a Dockerfile and this computer's network settings stay "
                               "here."))
            .withFix(tr("Name an image that Azure can pull, with --image."));
    return {};
}

QStringList DeploymentSettings::toCommand() const
{
    QStringList words{u"mooring"_s, u"deploy"_s, name};
    const auto option = [&words](const QString &word, const QString &value) {
        if (!value.isEmpty())
            words << word << value;
    };
    option(u"--model"_s, model);
    option(u"--score"_s, score);
    option(u"--source"_s, source);
    for (const KindWord &each : kKinds) {
        if (each.kind == environment.kind && each.kind != Kind::Default)
            option(each.option.toString(), environment.value);
    }
    option(u"--dockerfile"_s, dockerfile);
    option(u"--to"_s, runner);
    if (runner == u"aci") {
        option(u"--cpu"_s, cloud.cpu == 1 ? QString() : QString::number(cloud.cpu));
        option(u"--memory"_s, cloud.memory == 2 ? QString() : QString::number(cloud.memory));
        option(u"--dns-label"_s, cloud.dnsLabel);
        option(u"--workspace"_s, cloud.workspace);
    }
    option(u"--port"_s, port ? QString::number(*port) : QString());
    if (networkSettings)
        words << u"--network-settings"_s;
    for (const auto &[key, value] : variables)
        words << u"--var"_s << key + u'=' + value;
    return words;
}

} // namespace mooring
