#include "core/azure/ml/mlassets.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostVersions = 50;

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlAssets", text); }

QString wordOf(MlAssetKind kind) { return kind == MlAssetKind::Environments ? u"environments"_s : u"models"_s; }

} // namespace

std::optional<MlAsset> MlAsset::read(const Json &entry)
{
    const Json properties = objectAt(entry, "properties"), system = objectAt(entry, "systemData");
    MlAsset asset{stringAt(entry, "name"), stringAt(properties, "latestVersion"), stringAt(properties, "description"),
                  timeAt(system, "lastModifiedAt"), stringAt(system, "lastModifiedBy")};
    return asset.name.isEmpty() ? std::optional<MlAsset>() : asset;
}

std::optional<MlAssetVersion> MlAssetVersion::read(const Json &entry)
{
    const Json properties = objectAt(entry, "properties");
    MlAssetVersion version;
    version.version = stringAt(entry, "name");
    version.description = stringAt(properties, "description");
    version.createdAt = timeAt(objectAt(entry, "systemData"), "createdAt");
    version.image = stringAt(properties, "image");
    version.condaFile = stringAt(properties, "condaFile");
    version.type = stringAt(properties, "modelType");
    version.path = stringAt(properties, "modelUri");
    version.document = entry;
    return version.version.isEmpty() ? std::optional<MlAssetVersion>() : version;
}

Result<std::vector<MlAsset>> listMlAssets(const MlClient &client, MlAssetKind kind, const CancelToken &cancel)
{
    const QString what = kind == MlAssetKind::Environments
                             ? tr("The environments of %1 could not be listed.").arg(client.workspace().name)
                             : tr("The models of %1 could not be listed.").arg(client.workspace().name);
    const auto list = client.arm().list(client.call("GET", wordOf(kind) + u"?listViewType=ActiveOnly"_s, what), cancel);
    if (!list)
        return list.error();
    std::vector<MlAsset> assets;
    for (const Json &entry : *list) {
        if (auto asset = MlAsset::read(entry))
            assets.push_back(std::move(*asset));
    }
    return assets;
}

Result<std::vector<MlAssetVersion>> listMlAssetVersions(const MlClient &client, MlAssetKind kind, const QString &name,
                                                        const CancelToken &cancel)
{
    std::vector<MlAssetVersion> versions;
    const auto take = [&](const Json &entry) {
        if (auto version = MlAssetVersion::read(entry))
            versions.push_back(std::move(*version));
        return versions.size() < kMostVersions;
    };
    const QString path = u"%1/%2/versions?listViewType=ActiveOnly"_s.arg(wordOf(kind), pathSegment(name));
    const auto listed = client.arm().each(
        client.call("GET", path, tr("The versions of %1 could not be listed.").arg(name)), take, cancel);
    if (!listed)
        return listed.error();
    std::stable_sort(versions.begin(), versions.end(), [](const MlAssetVersion &a, const MlAssetVersion &b) {
        return a.createdAt.value_or(QDateTime()) > b.createdAt.value_or(QDateTime());
    });
    return versions;
}

} // namespace mooring
