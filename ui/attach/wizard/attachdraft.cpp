#include "ui/attach/wizard/attachdraft.h"

#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace mooring {

const TargetKind *AttachDraft::kind() const { return m_kinds.find(m_kind); }

void AttachDraft::setKind(const QString &id) { m_kind = id; }

std::vector<Field> AttachDraft::fields() const
{
    const TargetKind *of = kind();
    if (!of)
        return {};
    return m_fieldsOf ? m_fieldsOf(*of) : of->fields();
}

const AttachDraft::Told &AttachDraft::told() const
{
    static const Told nothing;
    const auto found = m_told.find(m_kind);
    return found == m_told.end() ? nothing : found->second;
}

QString AttachDraft::value(const QString &field) const
{
    const auto &values = told().values;
    if (const auto found = values.find(field); found != values.end())
        return found->second;
    return kind() ? FormValues(fields()).value(field) : QString();
}

void AttachDraft::setValue(const QString &field, const QString &value) { m_told[m_kind].values[field] = value; }

void AttachDraft::setSecret(const QString &field, const QByteArray &secret)
{
    if (secret.isEmpty())
        m_told[m_kind].secrets.erase(field);
    else
        m_told[m_kind].secrets[field] = secret;
}

void AttachDraft::setKept(const QString &field, bool kept)
{
    QStringList &forNow = m_told[m_kind].forNow;
    forNow.removeAll(field);
    if (!kept)
        forNow << field;
}

bool AttachDraft::isKept(const QString &field) const { return !told().forNow.contains(field); }

void AttachDraft::clearSecrets()
{
    for (auto &[id, told] : m_told)
        told.secrets.clear();
}

void AttachDraft::clear()
{
    m_name.clear();
    m_told.clear();
}

void AttachDraft::take(const FoundTarget &found)
{
    m_told[m_kind] = {};
    m_told[m_kind].values = found.values;
    m_name = found.name;
}

std::map<QString, QString> AttachDraft::all() const
{
    std::map<QString, QString> values;
    for (const Field &field : fields()) {
        if (!field.isSecret())
            values[field.id] = value(field.id);
    }
    return values;
}

FormValues AttachDraft::values() const
{
    FormValues values(fields());
    const auto every = all();
    const Told &given = told();
    for (const Field &field : values.fields()) {
        if (field.visible && !field.visible(every))
            continue;
        if (const auto secret = given.secrets.find(field.id); field.isSecret() && secret != given.secrets.end())
            (void)values.setSecret(field.id, secret->second);
        if (const auto value = given.values.find(field.id);
            !field.isSecret() && value != given.values.end() && value->second != field.fallback)
            (void)values.set(field.id, value->second);
    }
    return values;
}

QString AttachDraft::problemOf(const QString &field) const
{
    for (const auto &[id, sentence] : values().problems()) {
        if (id == field)
            return sentence;
    }
    return {};
}

QString AttachDraft::nameProblem(const QStringList &taken) const
{
    if (m_name.isEmpty())
        return tr("A name is needed.");
    if (!isPlainName(m_name))
        return tr("A name has letters, digits, dots, hyphens and underscores, and starts with a letter or digit.");
    return taken.contains(m_name) ? tr("There is already a target named %1.").arg(m_name) : QString();
}

AttachRequest AttachDraft::request() const
{
    AttachRequest request;
    request.kind = m_kind;
    request.name = m_name;
    request.values = values();
    request.sessionSecrets = told().forNow;
    return request;
}

bool AttachDraft::isEmpty() const
{
    if (!m_name.isEmpty())
        return false;
    for (const auto &[id, told] : m_told) {
        if (!told.values.empty() || !told.secrets.empty())
            return false;
    }
    return true;
}

QString AttachDraft::title() const
{
    if (!m_name.isEmpty())
        return m_name;
    const TargetKind *of = kind();
    return of ? of->title() : tr("New target");
}

Json AttachDraft::content() const
{
    Json values = Json::object();
    for (const auto &[kind, told] : m_told) {
        Json &entry = values[toStd(kind)] = Json::object();
        for (const auto &[field, value] : told.values)
            entry[toStd(field)] = toStd(value);
    }
    return {{"kind", toStd(m_kind)}, {"name", toStd(m_name)}, {"values", std::move(values)}};
}

void AttachDraft::load(const Json &content)
{
    m_kind = m_kinds.find(stringAt(content, "kind")) ? stringAt(content, "kind") : QString();
    m_name = stringAt(content, "name");
    m_told.clear();
    const Json values = content.is_object() && content.contains("values") ? content["values"] : Json::object();
    for (const auto &[kind, entry] : values.items()) {
        if (!entry.is_object())
            continue;
        for (const auto &[field, value] : entry.items()) {
            if (value.is_string())
                m_told[fromStd(kind)].values[fromStd(field)] = fromStd(value.get<std::string>());
        }
    }
}

QStringList attachCommand(const QString &kind, const QString &name, const FormValues &values, const Json &facts)
{
    QStringList words{u"mooring"_s, u"attach"_s, kind, name};
    for (const Field &field : values.fields()) {
        if (!field.isSecret() && values.value(field.id) != field.fallback)
            words << u"--set"_s << u"%1=%2"_s.arg(field.id, values.value(field.id));
    }
    for (const auto &[id, secret] : values.secrets())
        words << u"--secret"_s << id + u"=-"_s;
    const Json shown = facts.is_object() && facts.contains("hostKey") ? facts["hostKey"] : Json();
    if (const QString key = stringAt(shown, "fingerprint"); !key.isEmpty())
        words << u"--accept-host-key"_s << key;
    return words;
}

} // namespace mooring
