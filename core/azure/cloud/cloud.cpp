#include "core/azure/cloud/cloud.h"

#include "core/azure/http/webmessage.h"
#include "core/base/files.h"
#include "core/base/jsontext.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Cloud", text); }

QUrl urlAt(const Json &value, const char *key)
{
    QUrl url(stringAt(value, key), QUrl::StrictMode);
    url.setPath(url.path().endsWith(u'/') ? url.path().chopped(1) : url.path());
    return url;
}

std::string text(const QUrl &url) { return url.toEncoded().toStdString(); }

bool isUnder(const QString &host, const QString &parent)
{
    return !parent.isEmpty() &&
           (host.compare(parent, Qt::CaseInsensitive) == 0 || host.endsWith(u'.' + parent, Qt::CaseInsensitive));
}

} // namespace

bool Cloud::isAdfs() const { return login.path().endsWith(u"/adfs", Qt::CaseInsensitive); }

bool Cloud::mayCarryToken(const QUrl &url) const
{
    if (isSameOrigin(url, resourceManager))
        return true;
    if (!url.userInfo().isEmpty() || url.host().isEmpty())
        return false;
    if (!builtin && isSameOrigin(url, ml))
        return true;
    return url.scheme() == u"https" && url.port(443) == 443 &&
           std::any_of(mlHosts.begin(), mlHosts.end(), [&](const QString &host) { return isUnder(url.host(), host); });
}

bool Cloud::mayHoldFiles(const QUrl &url) const
{
    if (!url.userInfo().isEmpty() || url.host().isEmpty())
        return false;
    if (isSameOrigin(url, resourceManager) || mayCarryToken(url))
        return true;
    if (isLoopback(url))
        return isLoopback(resourceManager);
    if (url.scheme() != u"https")
        return false;
    return !builtin || isUnder(url.host(), storageSuffix);
}

bool Cloud::isNamed(const QString &word) const
{
    return name.compare(word, Qt::CaseInsensitive) == 0 || aliases.contains(word, Qt::CaseInsensitive);
}

Json Cloud::toJson() const
{
    return {{"name", toStd(name)},
            {"resourceManager", text(resourceManager)},
            {"login", text(login)},
            {"ml", ml.isEmpty() ? Json() : Json(text(ml))},
            {"builtin", builtin}};
}

Json Cloud::toStoreJson() const
{
    return {{"name", toStd(name)},
            {"aliases", stringList(aliases)},
            {"resourceManager", text(resourceManager)},
            {"audience", toStd(audience)},
            {"login", text(login)},
            {"ml", text(ml)},
            {"mlHosts", stringList(mlHosts)},
            {"portal", text(portal)},
            {"batchAudience", toStd(batchAudience)},
            {"dataLakeAudience", toStd(dataLakeAudience)},
            {"tenant", toStd(tenant)},
            {"suffixes", {{"storage", toStd(storageSuffix)}, {"registry", toStd(registrySuffix)}}},
            {"ca", caPem.toStdString()}};
}

Result<Cloud> Cloud::fromStoreJson(const Json &value)
{
    Cloud cloud;
    cloud.name = stringAt(value, "name");
    cloud.aliases = stringsAt(value, "aliases");
    cloud.resourceManager = urlAt(value, "resourceManager");
    cloud.audience = stringAt(value, "audience");
    cloud.login = urlAt(value, "login");
    cloud.ml = urlAt(value, "ml");
    cloud.mlHosts = stringsAt(value, "mlHosts");
    cloud.portal = urlAt(value, "portal");
    cloud.batchAudience = stringAt(value, "batchAudience");
    cloud.dataLakeAudience = stringAt(value, "dataLakeAudience");
    cloud.tenant = stringAt(value, "tenant");
    if (const auto suffixes = value.find("suffixes"); suffixes != value.end()) {
        cloud.storageSuffix = stringAt(*suffixes, "storage");
        cloud.registrySuffix = stringAt(*suffixes, "registry");
    }
    cloud.caPem = stringAt(value, "ca").toUtf8();
    if (!isPlainName(cloud.name) || cloud.resourceManager.host().isEmpty() || cloud.login.host().isEmpty())
        return Error::failed(u"cloud.unreadable"_s, tr("A stored cloud lacks its name or an address."))
            .withDetail(value);
    return cloud;
}

std::vector<Cloud> builtinClouds()
{
    QFile file(u":/mooring/azure/clouds.json"_s);
    std::vector<Cloud> clouds;
    if (!file.open(QIODevice::ReadOnly))
        return clouds;
    const QByteArray content = file.readAll();
    const Json data = readJson(content);
    const auto list = data.find("clouds");
    for (const Json &entry : list != data.end() ? *list : Json::array()) {
        if (auto cloud = Cloud::fromStoreJson(entry)) {
            cloud->builtin = true;
            clouds.push_back(std::move(cloud).value());
        }
    }
    return clouds;
}

} // namespace mooring
