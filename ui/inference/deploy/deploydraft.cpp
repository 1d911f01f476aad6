#include "ui/inference/deploy/deploydraft.h"

#include <QDir>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;
using Way = DeployDraft::EnvironmentWay;

namespace {

constexpr const char *kModelWays[] = {"outputs", "folder", "file"};
constexpr const char *kEnvironmentWays[] = {"default", "file", "python", "image", "dockerfile"};

template <class Enum, size_t N>
Enum wayOf(const QString &word, const char *const (&words)[N])
{
    for (size_t i = 0; i < N; ++i) {
        if (word == QLatin1String(words[i]))
            return Enum(i);
    }
    return Enum(0);
}

/// 0 for what is no number, which is no size either. A comma is what many write for a point.
double numberOf(const QString &text) { return QString(text).trimmed().replace(u',', u'.').toDouble(); }

/// Settings in which nothing is wrong, to ask validate() about one part alone.
DeploymentSettings goodSettings()
{
    DeploymentSettings settings;
    settings.name = u"good"_s;
    settings.runner = u"docker"_s;
    return settings;
}

} // namespace

Way DeployDraft::environment() const
{
    const bool hasImages = isDocker() || isCloud();
    const bool can = environmentWay == Way::Python       ? !hasImages
                     : environmentWay == Way::Image      ? hasImages
                     : environmentWay == Way::Dockerfile ? isDocker()
                                                         : true;
    return can ? environmentWay : Way::Default;
}

QString DeployDraft::model() const
{
    if (modelWay == ModelWay::Outputs)
        return output;
    return (modelWay == ModelWay::Folder ? modelFolder : modelFile).trimmed();
}

DeploymentSettings DeployDraft::settings() const
{
    DeploymentSettings settings;
    settings.name = name.trimmed();
    settings.model = model();
    settings.score = score.trimmed();
    settings.source = source.trimmed();
    settings.runner = runner;
    const Way way = environment();
    if (way == Way::File)
        settings.environment = {Kind::File, environmentFile.trimmed()};
    else if (way == Way::Python)
        settings.environment = {Kind::Python, python.trimmed()};
    else if (way == Way::Image)
        settings.environment = {Kind::Image, image.trimmed()};
    else if (way == Way::Dockerfile)
        settings.dockerfile = dockerfile.trimmed();
    bool isNumber = false;
    const int port = portText.trimmed().toInt(&isNumber);
    if (ownPort && isNumber && !isCloud())
        settings.port = port;
    if (isCloud())
        settings.cloud = {workspace, numberOf(cpuText), numberOf(memoryText), dnsLabel.trimmed()};
    for (const auto &[key, value] : variables) {
        if (!key.isEmpty())
            settings.variables[key] = value;
    }
    settings.networkSettings = networkSettings && isDocker();
    return settings;
}

DeployRequest DeployDraft::request() const
{
    return {settings(), replace, ownPort && takesPort && !isCloud() ? portHolder : QString(), {}};
}

DeployDraft DeployDraft::of(const DeploymentSettings &settings)
{
    DeployDraft draft;
    draft.name = settings.name;
    if (!settings.runner.isEmpty())
        draft.runner = settings.runner;
    const bool isOutput = settings.model.startsWith(u"run:");
    draft.modelWay = isOutput || settings.model.isEmpty() ? ModelWay::Outputs : ModelWay::Folder;
    (isOutput ? draft.output : draft.modelFolder) = settings.model;
    draft.source = settings.source;
    draft.score = settings.score.isEmpty() || settings.source.isEmpty() || QDir::isAbsolutePath(settings.score)
                      ? settings.score
                      : settings.source + u'/' + settings.score;
    const EnvironmentChoice &choice = settings.environment;
    const std::pair<Kind, std::pair<Way, QString DeployDraft::*>> kinds[] = {
        {Kind::File, {Way::File, &DeployDraft::environmentFile}},
        {Kind::Python, {Way::Python, &DeployDraft::python}},
        {Kind::Image, {Way::Image, &DeployDraft::image}}};
    for (const auto &[kind, where] : kinds) {
        if (choice.kind == kind) {
            draft.environmentWay = where.first;
            draft.*where.second = choice.value;
        }
    }
    if (!settings.dockerfile.isEmpty()) {
        draft.environmentWay = Way::Dockerfile;
        draft.dockerfile = settings.dockerfile;
    }
    if (draft.isCloud()) {
        draft.workspace = settings.cloud.workspace;
        draft.cpuText = QString::number(settings.cloud.cpu);
        draft.memoryText = QString::number(settings.cloud.memory);
        draft.dnsLabel = settings.cloud.dnsLabel;
    }
    draft.ownPort = settings.port.has_value();
    draft.portText = settings.port ? QString::number(*settings.port) : QString();
    draft.variables = Variables(settings.variables.begin(), settings.variables.end());
    draft.networkSettings = settings.networkSettings;
    return draft;
}

QString DeployDraft::problemOf(const DeploymentSettings &settings)
{
    const auto valid = settings.validate();
    return valid ? QString() : valid.error().text();
}

QString DeployDraft::nameProblem() const
{
    if (name.trimmed().isEmpty())
        return tr("Say what the endpoint shall be called.");
    DeploymentSettings settings = goodSettings();
    settings.name = name.trimmed();
    return problemOf(settings);
}

QString DeployDraft::modelProblem() const
{
    if (!model().isEmpty())
        return {};
    switch (modelWay) {
    case ModelWay::Outputs:
        return tr("Choose an output of a run.");
    case ModelWay::Folder:
        return tr("Choose the folder of the model.");
    case ModelWay::File:
        break;
    }
    return tr("Choose the file of the model.");
}

QString DeployDraft::environmentProblem() const
{
    switch (environment()) {
    case Way::Default:
        return {};
    case Way::File:
        return environmentFile.trimmed().isEmpty() ? tr("Choose a requirements or conda file.") : QString();
    case Way::Python:
        return python.trimmed().isEmpty() ? tr("Say which Python; it must have the inference server.") : QString();
    case Way::Image:
        return image.trimmed().isEmpty() ? tr("Say which image it is based on.") : QString();
    case Way::Dockerfile:
        break;
    }
    return dockerfile.trimmed().isEmpty() ? tr("Choose a Dockerfile.") : QString();
}

QString DeployDraft::portProblem() const
{
    if (!ownPort || isCloud())
        return {};
    bool isNumber = false;
    DeploymentSettings settings = goodSettings();
    settings.port = portText.trimmed().toInt(&isNumber);
    return isNumber ? problemOf(settings) : tr("Give a number between 1024 and 65535.");
}

QString DeployDraft::sizeProblem() const
{
    if (!isCloud())
        return {};
    if (workspace.isEmpty())
        return tr("Open a workspace of Azure ML: its subscription, region and store are used.");
    DeploymentSettings settings = goodSettings();
    settings.runner = runner;
    settings.cloud = {workspace, numberOf(cpuText), numberOf(memoryText), dnsLabel.trimmed()};
    return problemOf(settings);
}

QString DeployDraft::variablesProblem() const
{
    DeploymentSettings settings = goodSettings();
    for (const auto &[key, value] : variables) {
        if (key.isEmpty() && value.isEmpty())
            continue;
        if (key.isEmpty())
            return tr("The value %1 has no name before it.").arg(value);
        if (settings.variables.contains(key))
            return tr("The variable %1 is there twice.").arg(key);
        settings.variables[key] = value;
    }
    return problemOf(settings);
}

Json DeployDraft::toJson() const
{
    Json list = Json::array();
    for (const auto &[key, value] : variables)
        list.push_back({{"name", toStd(key)}, {"value", toStd(value)}});
    return {{"name", toStd(name)},
            {"replace", replace},
            {"runner", toStd(runner)},
            {"modelWay", kModelWays[int(modelWay)]},
            {"output", toStd(output)},
            {"modelFolder", toStd(modelFolder)},
            {"modelFile", toStd(modelFile)},
            {"score", toStd(score)},
            {"source", toStd(source)},
            {"environmentWay", kEnvironmentWays[int(environmentWay)]},
            {"environmentFile", toStd(environmentFile)},
            {"python", toStd(python)},
            {"image", toStd(image)},
            {"dockerfile", toStd(dockerfile)},
            {"ownPort", ownPort},
            {"port", toStd(portText)},
            {"takesPort", takesPort},
            {"cpu", toStd(cpuText)},
            {"memory", toStd(memoryText)},
            {"dnsLabel", toStd(dnsLabel)},
            {"workspace", toStd(workspace)},
            {"variables", list},
            {"networkSettings", networkSettings}};
}

DeployDraft DeployDraft::fromJson(const Json &value)
{
    DeployDraft draft;
    draft.name = stringAt(value, "name");
    draft.replace = boolAt(value, "replace");
    draft.runner = stringAt(value, "runner", draft.runner);
    draft.modelWay = wayOf<ModelWay>(stringAt(value, "modelWay"), kModelWays);
    draft.output = stringAt(value, "output");
    draft.modelFolder = stringAt(value, "modelFolder");
    draft.modelFile = stringAt(value, "modelFile");
    draft.score = stringAt(value, "score");
    draft.source = stringAt(value, "source");
    draft.environmentWay = wayOf<EnvironmentWay>(stringAt(value, "environmentWay"), kEnvironmentWays);
    draft.environmentFile = stringAt(value, "environmentFile");
    draft.python = stringAt(value, "python");
    draft.image = stringAt(value, "image");
    draft.dockerfile = stringAt(value, "dockerfile");
    draft.ownPort = boolAt(value, "ownPort");
    draft.portText = stringAt(value, "port");
    draft.takesPort = boolAt(value, "takesPort");
    draft.cpuText = stringAt(value, "cpu", draft.cpuText);
    draft.memoryText = stringAt(value, "memory", draft.memoryText);
    draft.dnsLabel = stringAt(value, "dnsLabel");
    draft.workspace = stringAt(value, "workspace");
    draft.networkSettings = boolAt(value, "networkSettings");
    if (value.is_object() && value.contains("variables") && value["variables"].is_array()) {
        for (const Json &each : value["variables"])
            draft.variables.emplace_back(stringAt(each, "name"), stringAt(each, "value"));
    }
    return draft;
}

QString endpointNameOf(const QString &text, const QStringList &taken)
{
    static const QRegularExpression other(u"[^A-Za-z0-9]+"_s), firstLetter(u"[A-Za-z].*"_s);
    QString name = QString(text).replace(other, u"-"_s);
    name = firstLetter.match(name).captured().left(28);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.size() < 2)
        name = u"endpoint"_s;
    QString free = name;
    for (int i = 2; taken.contains(free); ++i)
        free = u"%1-%2"_s.arg(name).arg(i);
    return free;
}

} // namespace mooring
