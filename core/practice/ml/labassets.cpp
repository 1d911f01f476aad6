#include "core/practice/ml/labassets.h"

#include "core/base/clock.h"
#include "core/practice/arm/armerror.h"

#include <algorithm>
#include <set>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

const char *const kTypes[] = {"codes", "environments", "models", "data", "components"};

Json envelope(const QString &path, const QString &type, const Json &properties)
{
    return {{"id", toStd(practice::workspaceResourceId() + u'/' + path)},
            {"name", toStd(path.section(u'/', -1))},
            {"type", toStd(u"Microsoft.MachineLearningServices/workspaces/"_s + type)},
            {"properties", properties},
            {"systemData", labSystemData(nowUtc())}};
}

} // namespace

Json labSystemData(const QDateTime &madeAt)
{
    return {{"createdAt", labTime(madeAt)},      {"createdBy", "practice-user"},      {"createdByType", "User"},
            {"lastModifiedAt", labTime(madeAt)}, {"lastModifiedBy", "practice-user"}, {"lastModifiedByType", "User"}};
}

void LabAssets::addTo(LabRoutes &routes, const QString &workspace)
{
    for (const char *word : kTypes) {
        const QString type = QString::fromLatin1(word);
        const QString all = workspace + u'/' + type;
        const QString one = all + u"/{name}/versions/{version}"_s;
        routes.add("GET", all, [this, type](const LabRequest &, const LabPath &) { return containers(type); });
        routes.add("GET", all + u"/{name}"_s,
                   [this, type](const LabRequest &, const LabPath &path) { return container(type, path.at("name")); });
        routes.add("GET", all + u"/{name}/versions"_s, [this, type](const LabRequest &request, const LabPath &path) {
            return list(request, type, path.at("name"));
        });
        routes.add("GET", one, [this, type](const LabRequest &, const LabPath &path) {
            return read(type, path.at("name"), path.at("version"));
        });
        routes.add("PUT", one, [this, type](const LabRequest &request, const LabPath &path) {
            return put(request, type, path.at("name"), path.at("version"));
        });
        routes.add("POST", one + u"/startPendingUpload"_s, [this](const LabRequest &request, const LabPath &path) {
            return pendingUpload(request, path.at("name"), path.at("version"));
        });
        routes.add("DELETE", one, [this, type](const LabRequest &, const LabPath &path) {
            const bool wasThere = std::erase_if(m_versions, [&](const Version &version) {
                return version.type == type && version.name == path.at("name") && version.version == path.at("version");
            });
            return LabReply{wasThere ? 200 : 204};
        });
    }
    const QString stores = workspace + u"/datastores"_s;
    routes.add("GET", stores, [this](const LabRequest &, const LabPath &) {
        return LabReply::json({{"value", Json::array({datastore()})}});
    });
    routes.add("GET", stores + u"/{name}"_s, [this](const LabRequest &, const LabPath &path) {
        return path.at("name") == u"workspaceblobstore" ? LabReply::json(datastore()) : notFound(path.at("name"));
    });
    routes.add("POST", stores + u"/{name}/listSecrets"_s, [](const LabRequest &, const LabPath &) {
        return LabReply::json({{"secretsType", "AccountKey"}, {"key", LabBlobStore::kAccountKey}});
    });
}

void LabAssets::seedModel(const QString &name, const QString &description)
{
    const QString uri =
        u"azureml:/%1/datastores/workspaceblobstore/paths/models/%2"_s.arg(practice::workspaceResourceId(), name);
    const Json properties{{"modelType", "custom_model"},       {"modelUri", toStd(uri)}, {"isArchived", false},
                          {"description", toStd(description)}, {"isAnonymous", false},   {"tags", Json::object()},
                          {"properties", Json::object()}};
    m_versions.push_back(
        {u"models"_s, name, u"1"_s, envelope(u"models/%1/versions/1"_s.arg(name), u"models/versions"_s, properties)});
}

LabAssets::Version *LabAssets::find(const QString &type, const QString &name, const QString &version)
{
    for (Version &one : m_versions) {
        if (one.type == type && one.name == name && one.version == version)
            return &one;
    }
    return nullptr;
}

/// With a hash, all names are looked through: clients ask with a fresh one and read the name from the id.
LabReply LabAssets::list(const LabRequest &request, const QString &type, const QString &name) const
{
    const QString hash = request.argument("hash");
    Json value = Json::array();
    for (const Version &one : m_versions) {
        const Json properties = one.document["properties"].value("properties", Json::object());
        const bool fits = hash.isEmpty() ? one.name == name : stringAt(properties, "hash_sha256") == hash;
        if (one.type == type && fits)
            value.push_back(one.document);
    }
    return LabReply::json({{"value", value}});
}

LabReply LabAssets::containers(const QString &type) const
{
    std::set<QString> names;
    for (const Version &one : m_versions) {
        if (one.type == type)
            names.insert(one.name);
    }
    Json value = Json::array();
    for (const QString &name : names)
        value.push_back(Json::parse(container(type, name).body.toStdString()));
    return LabReply::json({{"value", value}});
}

LabReply LabAssets::container(const QString &type, const QString &name) const
{
    QString latest;
    for (const Version &one : m_versions) {
        if (one.type == type && one.name == name)
            latest = one.version;
    }
    if (latest.isEmpty())
        return notFound(name);
    const Json properties{{"latestVersion", toStd(latest)},
                          {"nextVersion", std::to_string(latest.toInt() + 1)},
                          {"isArchived", false},
                          {"tags", Json::object()},
                          {"properties", Json::object()}};
    return LabReply::json(envelope(type + u'/' + name, type, properties));
}

LabReply LabAssets::read(const QString &type, const QString &name, const QString &version)
{
    const Version *found = find(type, name, version);
    return found ? LabReply::json(found->document) : notFound(u"%1/%2/versions/%3"_s.arg(type, name, version));
}

LabReply LabAssets::put(const LabRequest &request, const QString &type, const QString &name, const QString &version)
{
    Json properties = withoutNulls(request.json().value("properties", Json::object()));
    if (properties.contains("properties") && properties["properties"].is_object()) {
        for (auto &[key, value] : properties["properties"].items()) { // hash_version of azure-ai-ml is a number
            if (!value.is_string())
                value = value.dump();
        }
    }
    properties["isArchived"] = boolAt(properties, "isArchived");
    if (type == u"environments")
        properties["environmentType"] = "UserCreated";
    const QString path = u"%1/%2/versions/%3"_s.arg(type, name, version);
    const Json document = envelope(path, type + u"/versions"_s, properties);
    Version *found = find(type, name, version);
    if (found)
        found->document = document;
    else
        m_versions.push_back({type, name, version, document});
    return LabReply::json(document, found ? 200 : 201);
}

LabReply LabAssets::pendingUpload(const LabRequest &request, const QString &name, const QString &version) const
{
    const QString container = u"practice-%1-%2"_s.arg(name, version).toLower();
    const QString account = practice::groupId(practice::kGroup) + u"/providers/Microsoft.Storage/storageAccounts/"_s +
                            QLatin1StringView(LabBlobStore::kAccount);
    return LabReply::json(
        {{"blobReferenceForConsumption",
          {{"blobUri", toStd(m_blobs.url(container))},
           {"storageAccountArmId", toStd(account)},
           {"credential",
            {{"credentialType", "SAS"}, {"sasUri", toStd(m_blobs.signedUrl(container, {}, u"racwl"_s))}}}}},
         {"pendingUploadId", request.json().value("pendingUploadId", Json("")).is_string()
                                 ? request.json().value("pendingUploadId", Json(""))
                                 : Json("")},
         {"pendingUploadType", "TemporaryBlobReference"}});
}

Json LabAssets::datastore() const
{
    const QUrl blob(m_blobs.url(u"practice-blobstore"_s));
    return envelope(u"datastores/workspaceblobstore"_s, u"datastores"_s,
                    {{"datastoreType", "AzureBlob"},
                     {"accountName", LabBlobStore::kAccount},
                     {"containerName", "practice-blobstore"},
                     {"endpoint", blob.authority().toStdString()},
                     {"protocol", "https"},
                     {"serviceDataAccessAuthIdentity", "None"},
                     {"credentials", {{"credentialsType", "AccountKey"}, {"secrets", {{"secretsType", "AccountKey"}}}}},
                     {"isDefault", true},
                     {"tags", Json::object()},
                     {"properties", Json::object()}});
}

} // namespace mooring
