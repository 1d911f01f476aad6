#include "core/environments/environmentbuild.h"

#include "core/base/text.h"
#include "core/environments/remotescript.h"
#include "core/environments/requirements.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::EnvironmentBuild", text); }

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray assignment(const char *name, const QString &value)
{
    return QByteArray(name) + '=' + shellQuote(value.toUtf8()) + '\n';
}

QByteArray printing(const QByteArray &text) { return "printf '%s' " + shellQuote(text); }

QString kindWord(EnvironmentFile::Kind kind) { return kind == EnvironmentFile::Kind::Conda ? u"conda"_s : u"venv"_s; }

QString textOfFile(const Json &index, size_t number)
{
    return index.contains("files") && index["files"].is_array() && number < index["files"].size()
               ? stringAt(index["files"][number], "text")
               : QString();
}

/// "requirements.txt line 7 changed", or empty when no line differs.
QString changedLine(const EnvironmentBuild &build, const Json &last)
{
    for (size_t i = 0; i < build.file.files.size(); ++i) {
        const SpecFile &file = build.file.files[i];
        if (const auto line = firstChangedLine(textOfFile(last, i).toUtf8(), file.text))
            return tr("rebuilt: %1 line %2 changed").arg(file.name).arg(*line);
    }
    return {};
}

} // namespace

QString EnvironmentBuild::key() const
{
    const Json all = {{"format", 1},
                      {"kind", toStd(kindWord(file.kind))},
                      {"content", file.content},
                      {"tool", toStd(toolName)},
                      {"python", toStd(python)},
                      {"interpreter", file.kind == EnvironmentFile::Kind::Conda ? std::string() : toStd(toolPath)},
                      {"platform", toStd(platform)}};
    return u"wb_"_s +
           sha256(toBytes(nlohmann::json(all))).left(32); // unordered json: keys sorted, so the text is canonical
}

QString EnvironmentBuild::indexName() const { return sha256(file.path.toUtf8()).left(32); }

Json EnvironmentBuild::index() const
{
    Json files = Json::array();
    for (const SpecFile &each : file.files)
        files.push_back({{"name", toStd(each.name)}, {"text", each.text.toStdString()}});
    return {{"source", toStd(file.path)},  {"key", toStd(key())},     {"tool", toStd(toolName)},
            {"toolPath", toStd(toolPath)}, {"python", toStd(python)}, {"platform", toStd(platform)},
            {"files", std::move(files)}};
}

Json EnvironmentBuild::record() const
{
    return {{"kind", toStd(kindWord(file.kind))},   {"from", toStd(file.files.front().name)},
            {"source", toStd(file.path)},           {"tool", toStd(toolName)},
            {"toolPath", toStd(toolPath)},          {"python", textOrNull(python)},
            {"packages", stringList(file.packages)}};
}

QByteArray EnvironmentBuild::script() const
{
    QByteArray head = "#!/bin/sh\n";
    head +=
        assignment("ENV_FOLDER", folder) + assignment("ENV_KEY", key()) + assignment("ENV_KIND", kindWord(file.kind));
    head +=
        assignment("ENV_TOOL", toolPath) + assignment("ENV_TOOL_NAME", toolName) + assignment("ENV_INDEX", indexName());
    head += assignment("ENV_FROM", file.files.front().name) + assignment("ENV_MAIN", file.files.front().place);
    head += "write_specs() {\n";
    for (const SpecFile &each : file.files)
        head += "    " + printing(each.built) + " >\"$SPEC\"/" + shellQuote(each.place.toUtf8()) + " || return 1\n";
    head += "}\nwrite_record() { " + printing(toBytes(record()) + '\n') + "; }\n";
    head += "write_index() { " + printing(toBytes(index()) + '\n') + "; }\n";
    return head + remoteScript(u"environment.sh"_s);
}

QString buildReason(const EnvironmentBuild &build, const Json &last, bool unfinished)
{
    if (!last.is_object())
        return unfinished ? tr("rebuilt: an earlier build did not finish") : tr("built for the first time");
    if (stringAt(last, "key") == build.key())
        return unfinished ? tr("rebuilt: an earlier build did not finish") : tr("rebuilt: the environment was removed");
    if (const QString line = changedLine(build, last); !line.isEmpty())
        return line;
    if (stringAt(last, "tool") != build.toolName)
        return tr("rebuilt: built with %1 instead of %2").arg(build.toolName, stringAt(last, "tool"));
    if (stringAt(last, "python") != build.python)
        return tr("rebuilt: Python %1 instead of %2").arg(build.python, stringAt(last, "python"));
    if (stringAt(last, "toolPath") != build.toolPath)
        return tr("rebuilt: another Python, %1").arg(build.toolPath);
    if (stringAt(last, "platform") != build.platform)
        return tr("rebuilt: the machine is now %1").arg(build.platform);
    return tr("rebuilt: a file that it installs changed");
}

} // namespace mooring
