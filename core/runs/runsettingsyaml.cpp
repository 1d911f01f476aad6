#include "core/runs/runsettings.h"
#include "core/runs/yamlreading.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;
using yaml::forEachEntry;
using yaml::textOf;
using yaml::wrongType;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSettings", text); }

using Reader = Result<> (*)(const YAML::Node &, const QString &key, RunSettings &);

template <QString RunSettings::*member>
Result<> readText(const YAML::Node &node, const QString &key, RunSettings &settings)
{
    auto text = textOf(node, key);
    if (!text)
        return text.error();
    settings.*member = *text;
    return {};
}

Result<> readArguments(const YAML::Node &node, const QString &key, RunSettings &settings)
{
    auto texts = yaml::textsOf(node, key);
    if (!texts)
        return texts.error();
    settings.arguments = *texts;
    return {};
}

Error unknownKey(const QString &name, const YAML::Mark &mark, const QStringList &known)
{
    return yaml::notAKey(tr("\"%1\" is not a key of run settings.").arg(name), name, mark, known);
}

Result<> readVariables(const YAML::Node &node, const QString &key, RunSettings &settings)
{
    return forEachEntry(node, key, [&](const QString &name, const YAML::Node &value, const YAML::Mark &) -> Result<> {
        auto text = textOf(value, name);
        if (!text)
            return text.error();
        settings.variables[name] = *text;
        return {};
    });
}

Result<> readEnvironment(const YAML::Node &node, const QString &key, RunSettings &settings)
{
    using Kind = EnvironmentChoice::Kind;
    const std::map<QString, Kind> kinds{
        {u"python"_s, Kind::Python}, {u"file"_s, Kind::File}, {u"image"_s, Kind::Image}};
    return forEachEntry(node, key,
                        [&](const QString &name, const YAML::Node &value, const YAML::Mark &mark) -> Result<> {
                            const auto kind = kinds.find(name);
                            if (kind == kinds.end())
                                return unknownKey(name, mark, {u"python"_s, u"file"_s, u"image"_s});
                            if (settings.environment.kind != Kind::Default)
                                return wrongType(node, key, tr("one of python, file and image, not two of them"));
                            auto text = textOf(value, name);
                            if (!text)
                                return text.error();
                            settings.environment = {kind->second, *text};
                            return {};
                        });
}

Result<> readTimeLimit(const YAML::Node &node, const QString &key, RunSettings &settings)
{
    bool ok = false;
    const int seconds = node.IsScalar() ? fromStd(node.Scalar()).toInt(&ok) : 0;
    if (!ok)
        return wrongType(node, key, tr("a whole number of seconds"));
    settings.timeLimitSeconds = seconds;
    return {};
}

struct Key
{
    QString name;
    Reader read;
};

const std::vector<Key> &keys()
{
    static const std::vector<Key> list{
        {u"source"_s, readText<&RunSettings::source>},
        {u"script"_s, readText<&RunSettings::script>},
        {u"arguments"_s, readArguments},
        {u"environment"_s, readEnvironment},
        {u"target"_s, readText<&RunSettings::target>},
        {u"variables"_s, readVariables},
        {u"timeLimit"_s, readTimeLimit},
        {u"name"_s, readText<&RunSettings::name>},
        {u"experiment"_s, readText<&RunSettings::experiment>},
    };
    return list;
}

Result<> readKey(const QString &name, const YAML::Node &value, const YAML::Mark &mark, RunSettings &settings)
{
    QStringList known;
    for (const Key &key : keys()) {
        if (key.name == name)
            return value.IsNull() ? Result<>() : key.read(value, name, settings); // "name:" alone says nothing
        known << key.name;
    }
    return unknownKey(name, mark, known);
}

void addLine(QByteArray &yaml, const char *key, const QString &value)
{
    yaml += QByteArray(key) + ": " + yamlScalar(value) + '\n';
}

} // namespace

Result<RunSettings> RunSettings::fromYaml(const QByteArray &text)
{
    RunSettings settings;
    const auto read = yaml::readDocument(text, [&](const YAML::Node &root) -> Result<> {
        if (!root.IsMap())
            return yaml::atLine(u"settings.wrongType"_s, root.Mark(),
                                tr("Run settings are a list of keys with values, such as \"script: train.py\"."));
        return forEachEntry(root, {}, [&](const QString &name, const YAML::Node &value, const YAML::Mark &mark) {
            return readKey(name, value, mark, settings);
        });
    });
    return read ? Result<RunSettings>(std::move(settings)) : Result<RunSettings>(read.error());
}

QByteArray RunSettings::toYaml() const
{
    QByteArray yaml;
    addLine(yaml, "source", source);
    addLine(yaml, "script", script);
    if (!arguments.isEmpty())
        yaml += "arguments:\n";
    for (const QString &argument : arguments)
        yaml += "  - " + yamlScalar(argument) + '\n';
    const char *const words[] = {nullptr, "python", "file", "image"};
    if (const char *word = words[int(environment.kind)])
        yaml += QByteArray("environment:\n  ") + word + ": " + yamlScalar(environment.value) + '\n';
    addLine(yaml, "target", target);
    if (!variables.empty())
        yaml += "variables:\n";
    for (const auto &[key, value] : variables) // "? " because a simple key may have 1024 characters only
        yaml += (key.size() > 200 ? "  ? " + yamlScalar(key) + "\n  : " : "  " + yamlScalar(key) + ": ") +
                yamlScalar(value) + '\n';
    if (timeLimitSeconds)
        yaml += "timeLimit: " + QByteArray::number(*timeLimitSeconds) + " # seconds\n";
    if (!name.isEmpty())
        addLine(yaml, "name", name);
    if (!experiment.isEmpty())
        addLine(yaml, "experiment", experiment);
    return yaml;
}

} // namespace mooring
