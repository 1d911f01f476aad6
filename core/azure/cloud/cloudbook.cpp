#include "core/azure/cloud/cloudbook.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Cloud", text); }
const QString kKey = u"azure.clouds"_s;

} // namespace

Result<Json> CloudBook::stored()
{
    auto value = m_workspace.setting(kKey);
    if (value && !value->is_array())
        return Result<Json>(Json::array());
    return value;
}

Result<std::vector<Cloud>> CloudBook::all()
{
    const auto own = stored();
    if (!own)
        return own.error();
    std::vector<Cloud> clouds = builtinClouds();
    for (const Json &entry : *own) {
        if (auto cloud = Cloud::fromStoreJson(entry)) // one of a newer version does not hide the rest
            clouds.push_back(std::move(cloud).value());
    }
    return clouds;
}

Result<Cloud> CloudBook::find(const QString &name)
{
    const auto clouds = all();
    if (!clouds)
        return clouds.error();
    QStringList names;
    for (const Cloud &cloud : *clouds) {
        if (name.isEmpty() || cloud.isNamed(name))
            return cloud;
        names << cloud.name;
    }
    const QString nearest = nearestWord(name, names);
    return Error::usage(u"cloud.unknown"_s, tr("There is no cloud named %1.").arg(name))
        .withFix(nearest.isEmpty() ? tr("mooring cloud list shows those there are.")
                                   : tr("Did you mean %1?").arg(nearest));
}

Result<> CloudBook::add(const Cloud &cloud)
{
    const auto clouds = all();
    if (!clouds)
        return clouds.error();
    for (const Cloud &other : *clouds) {
        if (!other.isNamed(cloud.name))
            continue;
        if (!other.builtin && other.toStoreJson() == cloud.toStoreJson())
            return {};
        return Error::usage(u"cloud.nameTaken"_s, tr("There is already a cloud named %1.").arg(other.name))
            .withFix(tr("Choose another name, or remove that one first."));
    }
    auto own = stored();
    if (!own)
        return own.error();
    own->push_back(cloud.toStoreJson());
    return m_workspace.saveSetting(kKey, *own);
}

Result<> CloudBook::remove(const QString &name)
{
    const auto cloud = find(name);
    if (!cloud)
        return cloud.error();
    if (cloud->builtin)
        return Error::usage(u"cloud.builtin"_s, tr("%1 is always there and cannot be removed.").arg(cloud->name));
    const auto own = stored();
    if (!own)
        return own.error();
    Json rest = Json::array();
    for (const Json &entry : *own) {
        if (stringAt(entry, "name").compare(cloud->name, Qt::CaseInsensitive) != 0)
            rest.push_back(entry);
    }
    return m_workspace.saveSetting(kKey, rest);
}

} // namespace mooring
