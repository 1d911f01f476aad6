#include "core/runs/runsettings.h"

#include "core/base/files.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("mooring::RunSettings", text, comment);
}

const char *wordOf(EnvironmentChoice::Kind kind)
{
    switch (kind) {
    case EnvironmentChoice::Kind::Python:
        return "python";
    case EnvironmentChoice::Kind::File:
        return "file";
    case EnvironmentChoice::Kind::Image:
        return "image";
    case EnvironmentChoice::Kind::Default:
        break;
    }
    return "";
}

Error wrongType(const char *key)
{
    return Error::usage(
        u"settings.wrongType"_s,
        tr("The run settings cannot be read: \"%1\" is not of the expected type.").arg(QLatin1String(key)));
}

/// Present and not null, or nothing.
const Json *valueAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Result<> readText(const Json &object, const char *key, QString &text)
{
    const Json *value = valueAt(object, key);
    if (!value)
        return {};
    if (!value->is_string())
        return wrongType(key);
    text = fromStd(value->get_ref<const std::string &>());
    return {};
}

Result<> readLists(const Json &object, RunSettings &settings)
{
    if (const Json *list = valueAt(object, "arguments")) {
        settings.arguments = stringsAt(object, "arguments");
        if (!list->is_array() || size_t(settings.arguments.size()) != list->size())
            return wrongType("arguments");
    }
    const Json *variables = valueAt(object, "variables");
    if (!variables)
        return {};
    if (!variables->is_object())
        return wrongType("variables");
    for (const auto &[name, value] : variables->items()) {
        if (!value.is_string())
            return wrongType("variables");
        settings.variables[fromStd(name)] = fromStd(value.get_ref<const std::string &>());
    }
    return {};
}

Result<> readEnvironment(const Json &object, RunSettings &settings)
{
    const Json *choice = valueAt(object, "environment");
    if (!choice)
        return {};
    if (!choice->is_object())
        return wrongType("environment");
    using Kind = EnvironmentChoice::Kind;
    for (const Kind kind : {Kind::Python, Kind::File, Kind::Image}) {
        const Json *value = valueAt(*choice, wordOf(kind));
        if (!value)
            continue;
        if (!value->is_string() || settings.environment.kind != Kind::Default)
            return wrongType("environment");
        settings.environment = {kind, fromStd(value->get_ref<const std::string &>())};
    }
    return {};
}

Result<> readTimeLimit(const Json &object, RunSettings &settings)
{
    if (!valueAt(object, "timeLimitMs"))
        return {};
    const auto ms = optionalIntAt(object, "timeLimitMs");
    if (!ms || *ms < 0 || *ms / 1000 > INT_MAX)
        return wrongType("timeLimitMs");
    settings.timeLimitSeconds = int(*ms / 1000);
    return {};
}

/// An option and its value; joined by '=' where the value could be taken for an option.
void addOption(QStringList &command, const QString &option, const QString &value)
{
    if (value.startsWith(u'-'))
        command << option + u'=' + value;
    else
        command << option << value;
}

QString asPath(const QString &path) { return path.startsWith(u'-') ? u"./"_s + path : path; }

} // namespace

Json RunSettings::toJson() const
{
    Json map = Json::object();
    for (const auto &[key, value] : variables)
        map[toStd(key)] = toStd(value);
    Json choice;
    if (environment.kind != EnvironmentChoice::Kind::Default)
        choice = {{wordOf(environment.kind), toStd(environment.value)}};
    return {{"source", textOrNull(source)},
            {"script", textOrNull(script)},
            {"arguments", stringList(arguments)},
            {"environment", choice},
            {"target", textOrNull(target)},
            {"variables", map},
            {"timeLimitMs", timeLimitSeconds ? Json(qint64(*timeLimitSeconds) * 1000) : Json()},
            {"name", textOrNull(name)},
            {"experiment", textOrNull(experiment)}};
}

Result<RunSettings> RunSettings::fromJson(const Json &value)
{
    if (!value.is_object())
        return Error::usage(u"settings.wrongType"_s,
                            tr("The run settings cannot be read: they are not a JSON object."));
    RunSettings settings;
    if (value.contains("target")) // null is an empty one, absent is the default
        settings.target.clear();
    const std::pair<const char *, QString *> texts[] = {
        {"source", &settings.source}, {"script", &settings.script},         {"target", &settings.target},
        {"name", &settings.name},     {"experiment", &settings.experiment},
    };
    for (const auto &[key, text] : texts) {
        if (auto read = readText(value, key, *text); !read)
            return read.error();
    }
    for (const auto read : {readLists, readEnvironment, readTimeLimit}) {
        if (auto done = read(value, settings); !done)
            return done.error();
    }
    return settings;
}

Result<RunSettings> RunSettings::load(const QString &path)
{
    auto content = readWholeFile(path, 1024 * 1024);
    if (!content)
        return content.error();
    auto settings = fromYaml(*content);
    if (!settings) {
        Error error = settings.error();
        error.message = tr("%1: %2", "file name: what is wrong with it").arg(path, error.message);
        return error;
    }
    const QDir folder = QFileInfo(path).absoluteDir();
    settings->source = QDir::cleanPath(folder.absoluteFilePath(settings->source));
    return settings;
}

Result<> RunSettings::save(const QString &path) const
{
    RunSettings copy = *this;
    const QString folder = QDir::cleanPath(QFileInfo(path).absolutePath());
    const QString whole = QDir::cleanPath(QDir(folder).absoluteFilePath(source));
    copy.source = whole;
    if (whole == folder)
        copy.source = u"."_s;
    else if (whole.startsWith(folder == u"/" ? folder : folder + u'/'))
        copy.source = QDir(folder).relativeFilePath(whole);
    return writeFileAtomically(path, copy.toYaml());
}

QStringList RunSettings::toCommand() const
{
    QStringList command{u"mooring"_s, u"run"_s, asPath(script)};
    if (!source.isEmpty())
        command << u"--source"_s << asPath(source);
    if (target != u"local")
        addOption(command, u"--target"_s, target);
    switch (environment.kind) {
    case EnvironmentChoice::Kind::Python:
        addOption(command, u"--python"_s, environment.value);
        break;
    case EnvironmentChoice::Kind::File:
        addOption(command, u"--env"_s, environment.value);
        break;
    case EnvironmentChoice::Kind::Image:
        addOption(command, u"--image"_s, environment.value);
        break;
    case EnvironmentChoice::Kind::Default:
        break;
    }
    for (const auto &[key, value] : variables)
        addOption(command, u"--var"_s, key + u'=' + value);
    if (timeLimitSeconds)
        addOption(command, u"--time-limit"_s, QString::number(*timeLimitSeconds));
    if (!name.isEmpty())
        addOption(command, u"--name"_s, name);
    if (!experiment.isEmpty())
        addOption(command, u"--experiment"_s, experiment);
    if (!arguments.isEmpty())
        command << u"--"_s << arguments;
    return command;
}

} // namespace mooring
