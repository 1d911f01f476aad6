#include "core/practice/arm/labresources.h"

#include "core/base/armid.h"
#include "core/base/jsontext.h"
#include "core/practice/arm/armerror.h"

#include <QCryptographicHash>
#include <QFile>
#include <QUrl>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

const char *const kKubeconfig = R"(apiVersion: v1
kind: Config
clusters:
- name: practice-aks
  cluster:
    server: https://practice-aks.invalid:443
users:
- name: practice-user
  user:
    token: practice
contexts:
- name: practice-aks
  context: {cluster: practice-aks, user: practice-user}
current-context: practice-aks
)";

QByteArray hostOf(const QString &base) { return QUrl(base).authority().toLatin1(); }

} // namespace

void LabResources::load()
{
    QFile file(u":/mooring/practice/azure.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray text = filled(file.readAll());
    const Json data = readJson(text);
    if (!data.is_object())
        return;
    for (const Json &entry : data.value("resources", Json::array()))
        put(entry);
}

QByteArray LabResources::filled(QByteArray text) const
{
    const auto replace = [&](const char *word, const QByteArray &value) { text.replace(word, value); };
    replace("{group}", practice::groupId(practice::kGroup).toUtf8());
    replace("{korean}", practice::groupId(practice::kKoreanGroup).toUtf8());
    replace("{subscription}", practice::kSubscription);
    replace("{host:batch}", hostOf(m_world.batch));
    replace("{host:databricks}", hostOf(m_world.databricks));
    replace("{host:dataLake}", hostOf(m_world.dataLake));
    replace("{base:blob}", m_world.blob.toLatin1());
    replace("\"{port:livy}\"", QByteArray::number(QUrl(m_world.livy).port()));
    replace("{kubeconfig}", QByteArray(kKubeconfig).toBase64());
    for (const char *account : {"batch", "batch2", "registry", "storage"})
        text.replace("{key:" + QByteArray(account) + '}', key(QString::fromLatin1(account)));
    return text;
}

QByteArray LabResources::key(const QString &account) const
{
    const QString text = u"practice key of %1 for %2"_s.arg(account, m_world.signIn);
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha512).toBase64();
}

void LabResources::put(const Json &entry)
{
    const auto id = ArmId::parse(stringAt(entry, "id"));
    if (!id)
        return;
    Thing thing;
    thing.provider = id->provider;
    thing.type = id->type;
    thing.document = {
        {"id", toStd(id->text)}, {"name", toStd(id->name)}, {"type", toStd(id->provider + u'/' + id->type)}};
    thing.listed = stringsAt(entry, "listed");
    for (const auto &[key, value] : entry.items()) {
        if (key == "expand")
            thing.expand = value;
        else if (key == "secrets")
            thing.secrets = value;
        else if (key != "id" && key != "listed")
            thing.document[key] = value;
    }
    m_things[id->text.toLower()] = std::move(thing);
}

void LabResources::addTo(LabRoutes &routes)
{
    const QString group = u"/subscriptions/{s}/resourceGroups/{g}"_s;
    const QString resource = group + u"/providers/{provider}/{type}/{name}"_s;
    const auto idOf = [](const LabRequest &request) { return u'/' + request.segments.join(u'/'); };
    const auto prefixOf = [](const LabPath &path) {
        return path.at("g").isEmpty() ? u"/subscriptions/%1/"_s.arg(path.at("s"))
                                      : u"/subscriptions/%1/resourceGroups/%2/"_s.arg(path.at("s"), path.at("g"));
    };
    const auto lists = [this, prefixOf](const LabRequest &, const LabPath &path) {
        return list(prefixOf(path), path.at("provider"), path.at("type"));
    };
    const auto everything = [this, prefixOf](const LabRequest &request, const LabPath &path) {
        return all(request, prefixOf(path));
    };
    routes.add("GET", u"/subscriptions/{s}/resources"_s, everything);
    routes.add("GET", group + u"/resources"_s, everything);
    routes.add("GET", resource,
               [this, idOf](const LabRequest &request, const LabPath &) { return read(request, idOf(request)); });
    routes.add("GET", resource + u"/{subtype}/{subname}"_s,
               [this, idOf](const LabRequest &request, const LabPath &) { return read(request, idOf(request)); });
    routes.add("GET", resource + u"/instanceView"_s, [this, idOf](const LabRequest &request, const LabPath &) {
        const auto found = m_things.find(idOf(request).section(u'/', 0, -2).toLower());
        return found == m_things.end() || !found->second.expand.contains("instanceView")
                   ? notFound(idOf(request))
                   : LabReply::json(found->second.expand["instanceView"]);
    });
    routes.add("POST", resource + u"/{action}"_s, [this, idOf](const LabRequest &request, const LabPath &path) {
        return secrets(idOf(request).section(u'/', 0, -2), path.at("action"));
    });
    routes.add("GET", group + u"/providers/{provider}/{type}"_s, lists);
    routes.add("GET", u"/subscriptions/{s}/providers/{provider}/{type}"_s, lists);
}

LabReply LabResources::read(const LabRequest &request, const QString &id) const
{
    const auto found = m_things.find(id.toLower());
    if (found == m_things.end())
        return notFound(id);
    Json document = found->second.document;
    const QString expand = request.argument("$expand");
    if (!expand.isEmpty() && found->second.expand.is_object() && found->second.expand.contains(toStd(expand)))
        document["properties"][toStd(expand)] = found->second.expand[toStd(expand)];
    return LabReply::json(document);
}

LabReply LabResources::list(const QString &prefix, const QString &provider, const QString &type) const
{
    Json value = Json::array();
    for (const auto &[id, thing] : m_things) {
        if (id.startsWith(prefix.toLower()) && thing.provider.compare(provider, Qt::CaseInsensitive) == 0 &&
            thing.type.compare(type, Qt::CaseInsensitive) == 0)
            value.push_back(inList(thing));
    }
    return LabReply::json({{"value", value}});
}

Json LabResources::inList(const Thing &thing)
{
    Json document = thing.document;
    if (thing.listed.isEmpty())
        return document;
    document["properties"] = Json::object();
    for (const QString &key : thing.listed)
        document["properties"][toStd(key)] = thing.document["properties"].value(toStd(key), Json());
    return document;
}

LabReply LabResources::all(const LabRequest &request, const QString &prefix) const
{
    const QString filter = request.argument("$filter"); // resourceType eq 'Microsoft.Batch/batchAccounts'
    Json value = Json::array();
    for (const auto &[id, thing] : m_things) {
        const QString type = thing.provider + u'/' + thing.type;
        if (!id.startsWith(prefix.toLower()) || (filter.contains(u"resourceType"_s, Qt::CaseInsensitive) &&
                                                 !filter.contains(u'\'' + type + u'\'', Qt::CaseInsensitive)))
            continue;
        Json brief = thing.document;
        brief.erase("properties");
        brief.erase("etag");
        value.push_back(brief);
    }
    return LabReply::json({{"value", value}});
}

LabReply LabResources::secrets(const QString &id, const QString &action) const
{
    const auto found = m_things.find(id.toLower());
    if (found == m_things.end() || !found->second.secrets.is_object())
        return notFound(id);
    for (const auto &[name, value] : found->second.secrets.items()) {
        if (fromStd(name).compare(action, Qt::CaseInsensitive) == 0)
            return LabReply::json(value);
    }
    return notFound(id + u'/' + action);
}

} // namespace mooring
