#include "core/targets/targetfile.h"

#include "core/runs/runsettings.h"
#include "core/runs/yamlreading.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TargetFile", text); }

void addLine(QByteArray &yaml, const char *key, const QString &value)
{
    yaml += QByteArray(key) + ": " + yamlScalar(value) + '\n';
}

Result<> readSettings(const YAML::Node &node, const QString &key, TargetFile &file)
{
    return yaml::forEachEntry(node, key,
                              [&](const QString &name, const YAML::Node &value, const YAML::Mark &) -> Result<> {
                                  auto text = yaml::textOf(value, name);
                                  if (!text)
                                      return text.error();
                                  file.settings[name] = *text;
                                  return {};
                              });
}

Result<> readKey(const QString &name, const YAML::Node &value, const YAML::Mark &mark, TargetFile &file)
{
    if (name == u"settings")
        return value.IsNull() ? Result<>() : readSettings(value, name, file);
    if (name == u"secrets") {
        auto secrets = yaml::textsOf(value, name);
        if (!secrets)
            return secrets.error();
        file.secrets = *secrets;
        return {};
    }
    QString *const text = name == u"target"    ? &file.name
                          : name == u"kind"    ? &file.kind
                          : name == u"hostKey" ? &file.hostKey
                                               : nullptr;
    if (!text)
        return yaml::notAKey(tr("\"%1\" is not a key of a target's file.").arg(name), name, mark,
                             {u"target"_s, u"kind"_s, u"settings"_s, u"secrets"_s, u"hostKey"_s});
    auto read = yaml::textOf(value, name);
    if (!read)
        return read.error();
    *text = *read;
    return {};
}

} // namespace

TargetFile TargetFile::of(const TargetRecord &target)
{
    TargetFile file;
    file.name = target.name;
    file.kind = target.kind;
    for (const auto &[field, value] : target.settings.items()) {
        if (value.is_string())
            file.settings[fromStd(field)] = fromStd(value.get<std::string>());
        else
            file.secrets << fromStd(field);
    }
    if (target.lastCheck && target.lastCheck->facts.contains("hostKey"))
        file.hostKey = stringAt(target.lastCheck->facts["hostKey"], "fingerprint");
    return file;
}

QByteArray TargetFile::toYaml() const
{
    QByteArray yaml = "# A compute target of Mooring: mooring import FILE attaches it.\n";
    if (!secrets.isEmpty())
        yaml += "# Secrets are named here, not said: give each with --secret FIELD=- to the import.\n";
    addLine(yaml, "target", name);
    addLine(yaml, "kind", kind);
    if (!settings.empty())
        yaml += "settings:\n";
    for (const auto &[field, value] : settings)
        yaml += "  " + yamlScalar(field) + ": " + yamlScalar(value) + '\n';
    if (!secrets.isEmpty())
        yaml += "secrets:\n";
    for (const QString &secret : secrets)
        yaml += "  - " + yamlScalar(secret) + '\n';
    if (!hostKey.isEmpty())
        addLine(yaml, "hostKey", hostKey);
    return yaml;
}

Result<TargetFile> TargetFile::fromYaml(const QByteArray &content)
{
    TargetFile file;
    const auto read = yaml::readDocument(content, [&](const YAML::Node &root) {
        return yaml::forEachEntry(root, {}, [&](const QString &name, const YAML::Node &value, const YAML::Mark &mark) {
            return readKey(name, value, mark, file);
        });
    });
    if (!read)
        return read.error();
    if (file.name.isEmpty() || file.kind.isEmpty())
        return Error::usage(u"target.badFile"_s, tr("The file of a target says its kind and its name."))
            .withFix(u"kind: ssh\ntarget: gpu-box"_s);
    return file;
}

bool TargetFile::isOne(const QByteArray &yaml)
{
    static const QRegularExpression kindLine(u"^kind\\s*:"_s, QRegularExpression::MultilineOption);
    return kindLine.match(QString::fromUtf8(yaml.left(1024 * 1024))).hasMatch();
}

Result<FormValues> TargetFile::values(const TargetKind &described) const
{
    FormValues values(described.fields());
    for (const auto &[field, value] : settings) {
        if (auto set = values.set(field, value); !set)
            return set.error();
    }
    return values;
}

} // namespace mooring
