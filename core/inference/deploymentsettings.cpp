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
    return {{"name", toStd(name)},
            {"model", textOrNull(model)},
            {"score", textOrNull(score)},
            {"source", textOrNull(source)},
            {"environment", environmentJson(environment)},
            {"dockerfile", textOrNull(dockerfile)},
            {"to", textOrNull(runner)},
            {"port", port ? Json(*port) : Json()},
            {"variables", variableJson},
            {"networkSettings", networkSettings}};
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
    if (runner != u"process" && runner != u"docker")
        return Error::usage(u"endpoint.badRunner"_s,
                            tr("An endpoint runs in docker or process, not in “%1”.").arg(runner));
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
    if (runner == u"docker" && environment.kind == Kind::Python)
        return Error::usage(u"endpoint.pythonInDocker"_s,
                            tr("A Python of this computer cannot be used in a container."))
            .withFix(u"--to process"_s);
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
    option(u"--port"_s, port ? QString::number(*port) : QString());
    if (networkSettings)
        words << u"--network-settings"_s;
    for (const auto &[key, value] : variables)
        words << u"--var"_s << key + u'=' + value;
    return words;
}

} // namespace mooring
