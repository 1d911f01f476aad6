#include "core/azure/ascode/toolwords.h"

#include "core/runs/runsettings.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AsCode", text); }

} // namespace

QString pythonList(const QStringList &texts)
{
    QStringList words;
    for (const QString &text : texts)
        words << pythonText(text);
    return u'[' + words.join(u", "_s) + u']';
}

QString pythonMap(const std::map<QString, QString> &values)
{
    QStringList pairs;
    for (const auto &[name, value] : values)
        pairs << pythonText(name) + u": "_s + pythonText(value);
    return u'{' + pairs.join(u", "_s) + u'}';
}

QString pythonCall(const QString &name, const QStringList &arguments)
{
    return name + u"(\n    "_s + arguments.join(u",\n    "_s) + u')';
}

QByteArray yamlLine(const QByteArray &key, const QString &value) { return key + ": " + yamlScalar(value) + '\n'; }

QByteArray yamlMap(const QByteArray &key, const std::map<QString, QString> &values)
{
    QByteArray yaml = values.empty() ? QByteArray() : key + ":\n";
    for (const auto &[name, value] : values)
        yaml += "  " + yamlLine(yamlScalar(name), value);
    return yaml;
}

Error noWayInTool(const QString &tool, const QString &reason)
{
    return Error::usage(u"export.noWay"_s, tr("%1 cannot say this.").arg(tool))
        .withCause(reason)
        .withFix(u"--as mooring"_s);
}

Error unknownForm(const QString &form)
{
    return Error::usage(u"export.noWay"_s, tr("%1 has no words for this.").arg(form))
        .withFix(u"--as mooring, --as sdk, --as cli"_s);
}

} // namespace mooring
