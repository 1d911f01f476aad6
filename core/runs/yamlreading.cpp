#include "core/runs/yamlreading.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QSet>

#include <sstream>
#include <yaml-cpp/eventhandler.h>

using namespace Qt::StringLiterals;

namespace mooring::yaml {

namespace {

constexpr qsizetype largestFile = 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSettings", text); }

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
                           tr("Anchors (&) and aliases (*) are not read here. Write the value itself, in "
                              "quotes if it begins with one of these."));
        else if (!tag.empty() && tag != "?" && tag != "!")
            error = atLine(u"settings.tag"_s, mark,
                           tr("Tags (!) are not read here. Put the value in quotes if it begins with one."));
    }
};

QString keyOf(const YAML::Node &node) { return node.IsScalar() ? fromStd(node.Scalar()) : QString(); }

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

} // namespace

Error atLine(const QString &code, const YAML::Mark &mark, const QString &message)
{
    if (mark.is_null())
        return Error::usage(code, message);
    return Error::usage(code, tr("Line %1: %2").arg(mark.line + 1).arg(message)).withDetail({{"line", mark.line + 1}});
}

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

Result<QStringList> textsOf(const YAML::Node &node, const QString &key)
{
    if (!node.IsSequence())
        return wrongType(node, key, tr("a list"));
    QStringList texts;
    for (const YAML::Node &item : node) {
        auto text = textOf(item, key);
        if (!text)
            return text.error();
        texts << *text;
    }
    return texts;
}

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

Error notAKey(const QString &sentence, const QString &name, const YAML::Mark &mark, const QStringList &known)
{
    const QString nearest = nearestWord(name, known);
    Error error = atLine(u"settings.unknownKey"_s, mark, sentence);
    error.fix =
        nearest.isEmpty() ? tr("The keys are: %1.").arg(known.join(u", "_s)) : tr("Did you mean \"%1\"?").arg(nearest);
    return error;
}

Result<> readDocument(const QByteArray &content, const std::function<Result<>(const YAML::Node &)> &read)
{
    if (content.size() > largestFile)
        return Error::usage(u"settings.tooLarge"_s, tr("A file of settings of more than 1 MB is not read."));
    const std::string text = content.toStdString();
    // yaml-cpp would put replacement characters in their place, and what is done would not be what is written.
    if (toStd(fromStd(text)) != text || content.contains('\0'))
        return Error::usage(u"settings.notText"_s, tr("The settings are not UTF-8 text."));
    try {
        if (auto looked = look(text); !looked)
            return looked.error();
        const YAML::Node root = YAML::Load(text);
        if (root.IsNull())
            return Error::usage(u"settings.empty"_s, tr("The file of settings is empty."));
        return read(root);
    } catch (const YAML::Exception &exception) {
        return atLine(u"settings.notYaml"_s, exception.mark, tr("This is not valid YAML."))
            .withCause(fromStd(exception.msg));
    } catch (const std::exception &exception) {
        return Error::usage(u"settings.notYaml"_s, tr("The settings are not valid YAML."))
            .withCause(fromStd(exception.what()));
    }
}

} // namespace mooring::yaml
