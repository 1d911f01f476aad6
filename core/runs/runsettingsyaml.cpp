#include "core/base/text.h"
#include "core/runs/runsettings.h"

#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestFile = 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSettings", text); }

Error atLine(const QString &code, const YAML::Mark &mark, const QString &message)
{
    if (mark.is_null())
        return Error::usage(code, message);
    return Error::usage(code, tr("Line %1: %2").arg(mark.line + 1).arg(message)).withDetail({{"line", mark.line + 1}});
}

/// Looks through the events before any tree is built: what we never write is refused while it is still cheap.
class Guard : public YAML::EventHandler
{
public:
    std::optional<Error> error;

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { look(mark, {}, anchor); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { look(mark, {}, 1); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &) override
    {
        look(mark, tag, anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        look(mark, tag, anchor);
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        look(mark, tag, anchor);
    }
    void OnMapEnd() override {}

private:
    void look(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (error)
            return;
        if (anchor != 0)
            error = atLine(u"settings.alias"_s, mark,
                           tr("Anchors (&) and aliases (*) are not read in run settings. Write the value itself, in "
                              "quotes if it begins with one of these."));
        else if (!tag.empty() && tag != "?" && tag != "!")
            error = atLine(u"settings.tag"_s, mark,
                           tr("Tags (!) are not read in run settings. Put the value in quotes if it begins with one."));
    }
};

QString keyOf(const YAML::Node &node) { return node.IsScalar() ? fromStd(node.Scalar()) : QString(); }

Error wrongType(const YAML::Node &node, const QString &key, const QString &wanted)
{
    return atLine(u"settings.wrongType"_s, node.Mark(), tr("\"%1\" must be %2.").arg(key, wanted))
        .withDetail({{"key", toStd(key)}, {"line", node.Mark().line + 1}});
}

Result<QString> textOf(const YAML::Node &node, const QString &key)
{
    if (node.IsNull())
        return wrongType(node, key, tr("a text; write \"\" for an empty one"));
    if (!node.IsScalar())
        return wrongType(node, key, tr("a text"));
    return fromStd(node.Scalar());
}

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
    if (!node.IsSequence())
        return wrongType(node, key, tr("a list"));
    for (const YAML::Node &item : node) {
        auto text = textOf(item, key);
        if (!text)
            return text.error();
        settings.arguments << *text;
    }
    return {};
}

/// Calls `read` for each entry of a map; a key that stands twice or is no plain text is an error.
Result<> forEachEntry(const YAML::Node &node, const QString &key,
                      const std::function<Result<>(const QString &, const YAML::Node &, const YAML::Mark &)> &read)
{
    if (!node.IsMap())
        return wrongType(node, key, tr("a list of keys with values"));
    QSet<QString> seen;
    for (const auto &entry : node) {
        if (!entry.first.IsScalar())
            return wrongType(entry.first, key, tr("a list of keys with values, each key a text"));
        const QString name = keyOf(entry.first);
        if (seen.contains(name))
            return atLine(u"settings.twice"_s, entry.first.Mark(), tr("\"%1\" stands there twice.").arg(name));
        seen.insert(name);
        if (auto done = read(name, entry.second, entry.first.Mark()); !done)
            return done;
    }
    return {};
}

Error unknownKey(const QString &name, const YAML::Mark &mark, const QStringList &known)
{
    const QString nearest = nearestWord(name, known);
    Error error = atLine(u"settings.unknownKey"_s, mark, tr("\"%1\" is not a key of run settings.").arg(name));
    error.fix =
        nearest.isEmpty() ? tr("The keys are: %1.").arg(known.join(u", "_s)) : tr("Did you mean \"%1\"?").arg(nearest);
    return error;
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

Result<> look(const std::string &text)
{
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Guard guard;
    bool more = parser.HandleNextDocument(guard);
    if (more && !guard.error && parser.HandleNextDocument(guard))
        return Error::usage(u"settings.documents"_s, tr("The file holds more than one YAML document."));
    if (guard.error)
        return *guard.error;
    return {};
}

void addLine(QByteArray &yaml, const char *key, const QString &value)
{
    yaml += QByteArray(key) + ": " + yamlScalar(value) + '\n';
}

} // namespace

Result<RunSettings> RunSettings::fromYaml(const QByteArray &yaml)
{
    if (yaml.size() > largestFile)
        return Error::usage(u"settings.tooLarge"_s, tr("Run settings of more than 1 MB are not read."));
    const std::string text = yaml.toStdString();
    // yaml-cpp would put replacement characters in their place, and what is run would not be what is written.
    if (toStd(fromStd(text)) != text || yaml.contains('\0'))
        return Error::usage(u"settings.notText"_s, tr("The run settings are not UTF-8 text."));
    try {
        if (auto looked = look(text); !looked)
            return looked.error();
        const YAML::Node root = YAML::Load(text);
        RunSettings settings;
        if (root.IsNull())
            return Error::usage(u"settings.empty"_s, tr("The run settings are empty."));
        if (!root.IsMap())
            return atLine(u"settings.wrongType"_s, root.Mark(),
                          tr("Run settings are a list of keys with values, such as \"script: train.py\"."));
        auto read = forEachEntry(root, {}, [&](const QString &name, const YAML::Node &value, const YAML::Mark &mark) {
            return readKey(name, value, mark, settings);
        });
        if (!read)
            return read.error();
        return settings;
    } catch (const YAML::Exception &exception) {
        return atLine(u"settings.notYaml"_s, exception.mark, tr("This is not valid YAML."))
            .withCause(fromStd(exception.msg));
    } catch (const std::exception &exception) {
        return Error::usage(u"settings.notYaml"_s, tr("The run settings are not valid YAML."))
            .withCause(fromStd(exception.what()));
    }
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
