#include "core/targets/field.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Field", text); }

bool isOneLine(const QString &value)
{
    return std::none_of(value.begin(), value.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

QString portProblem(const Field &field, const QString &value)
{
    bool isNumber = false;
    const int port = value.toInt(&isNumber);
    return isNumber && port >= 1 && port <= 65535 ? QString() : tr("%1 is a number from 1 to 65535.").arg(field.label);
}

QString urlProblem(const Field &field, const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool good = url.isValid() && !url.host().isEmpty() && (url.scheme() == u"https" || url.scheme() == u"http");
    return good ? QString() : tr("%1 is an address that starts with https:// or http://.").arg(field.label);
}

QString typeProblem(const Field &field, const QString &value)
{
    if (!isOneLine(value))
        return tr("%1 is one line without control characters.").arg(field.label);
    switch (field.type) {
    case Field::Type::Port:
        return portProblem(field, value);
    case Field::Type::Url:
        return urlProblem(field, value);
    case Field::Type::Choice:
        return field.choices.contains(value) ? QString()
                                             : tr("%1 is one of: %2.").arg(field.label, field.choices.join(u", "_s));
    case Field::Type::Flag:
        return value == u"true" || value == u"false" ? QString() : tr("%1 is true or false.").arg(field.label);
    case Field::Type::Text:
    case Field::Type::Path:
    case Field::Type::Secret:
        break;
    }
    return {};
}

} // namespace

QString Field::toWord(Type type)
{
    switch (type) {
    case Type::Text:
        return u"text"_s;
    case Type::Port:
        return u"port"_s;
    case Type::Url:
        return u"url"_s;
    case Type::Path:
        return u"path"_s;
    case Type::Choice:
        return u"choice"_s;
    case Type::Flag:
        return u"flag"_s;
    case Type::Secret:
        return u"secret"_s;
    }
    return {};
}

Json Field::toJson() const
{
    Json json{{"id", toStd(id)},         {"label", toStd(label)}, {"type", toStd(toWord(type))},
              {"required", required},    {"secret", isSecret()},  {"default", textOrNull(fallback)},
              {"help", textOrNull(help)}};
    if (type == Type::Choice)
        json["choices"] = stringList(choices);
    return json;
}

Result<> FormValues::set(const QString &id, const QString &value)
{
    const auto field = require(id);
    if (!field)
        return field.error();
    if ((*field)->isSecret()) {
        return Error::usage(u"field.secret"_s, tr("%1 is a secret and is not taken as a plain value.").arg(id))
            .withFix(u"--secret %1=-"_s.arg(id))
            .withDetail({{"field", toStd(id)}});
    }
    m_values[id] = value;
    return {};
}

Result<> FormValues::setSecret(const QString &id, const QByteArray &value)
{
    const auto field = require(id);
    if (!field)
        return field.error();
    if (!(*field)->isSecret()) {
        return Error::usage(u"field.notSecret"_s, tr("%1 is not a secret.").arg(id))
            .withFix(u"--set %1=…"_s.arg(id))
            .withDetail({{"field", toStd(id)}});
    }
    m_secrets[id] = value;
    return {};
}

QString FormValues::value(const QString &id) const
{
    if (const auto found = m_values.find(id); found != m_values.end())
        return found->second;
    const Field *field = find(id);
    return field && !field->isSecret() ? field->fallback : QString();
}

QByteArray FormValues::secret(const QString &id) const
{
    const auto found = m_secrets.find(id);
    return found == m_secrets.end() ? QByteArray() : found->second;
}

bool FormValues::hasSecret(const QString &id) const { return m_secrets.contains(id); }

std::vector<std::pair<QString, QByteArray>> FormValues::secrets() const { return {m_secrets.begin(), m_secrets.end()}; }

std::vector<std::pair<QString, QString>> FormValues::problems() const
{
    std::vector<std::pair<QString, QString>> problems;
    const auto values = all();
    for (const Field &field : m_fields) {
        if (field.visible && !field.visible(values))
            continue;
        if (const QString problem = problemOf(field, values); !problem.isEmpty())
            problems.emplace_back(field.id, problem);
    }
    return problems;
}

QString FormValues::problemOf(const Field &field, const std::map<QString, QString> &all) const
{
    if (field.isSecret())
        return field.required && secret(field.id).isEmpty() ? tr("%1 is needed.").arg(field.label) : QString();
    const QString value = all.at(field.id);
    if (value.isEmpty()) {
        if (field.required)
            return tr("%1 is needed.").arg(field.label);
    } else if (const QString problem = typeProblem(field, value); !problem.isEmpty()) {
        return problem;
    }
    return field.check ? field.check(value, all) : QString();
}

Json FormValues::settings() const
{
    Json json = Json::object();
    for (const Field &field : m_fields) {
        if (const auto found = m_values.find(field.id); found != m_values.end())
            json[toStd(field.id)] = toStd(found->second);
    }
    return json;
}

Result<> FormValues::load(const Json &settings)
{
    if (!settings.is_object())
        return Error::usage(u"field.badSettings"_s, tr("The settings are not a list of names and values."));
    for (const auto &[key, entry] : settings.items()) {
        const auto field = require(fromStd(key));
        if (!field)
            return field.error();
        if ((*field)->isSecret())
            continue;
        if (!entry.is_string())
            return Error::usage(u"field.badValue"_s, tr("The value of %1 is not a text.").arg(fromStd(key)));
        m_values[fromStd(key)] = fromStd(entry.get<std::string>());
    }
    return {};
}

const Field *FormValues::find(const QString &id) const
{
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &field) { return field.id == id; });
    return found == m_fields.end() ? nullptr : &*found;
}

Result<const Field *> FormValues::require(const QString &id) const
{
    if (const Field *field = find(id))
        return field;
    QStringList known;
    for (const Field &field : m_fields)
        known << field.id;
    auto error =
        Error::usage(u"field.unknown"_s, tr("There is no field named %1.").arg(id)).withDetail({{"field", toStd(id)}});
    if (const QString nearest = nearestWord(id, known); !nearest.isEmpty())
        return std::move(error).withFix(tr("Did you mean %1?").arg(nearest));
    if (known.isEmpty())
        return std::move(error).withFix(tr("This kind has no fields."));
    return std::move(error).withFix(tr("The fields are: %1.").arg(known.join(u", "_s)));
}

std::map<QString, QString> FormValues::all() const
{
    std::map<QString, QString> values;
    for (const Field &field : m_fields) {
        if (!field.isSecret())
            values[field.id] = value(field.id);
    }
    return values;
}

} // namespace mooring
