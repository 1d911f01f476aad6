#include "core/azure/cloud/clouddiscovery.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/http/webclient.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Cloud", text); }

QUrl withoutSlash(QUrl url)
{
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}

Result<> checkAddress(const QUrl &url, const QString &what)
{
    if (url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
        (url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback(url))))
        return {};
    return Error::usage(u"cloud.badAddress"_s, tr("“%1” cannot be the address of %2.").arg(url.toString(), what))
        .withFix(tr("An address begins with https://."));
}

/// Of a list, the entry whose resource manager is the one that was asked; of several none fits by name alone.
const Json *entryOf(const Json &metadata, const QUrl &resourceManager)
{
    if (metadata.is_object())
        return &metadata;
    if (!metadata.is_array())
        return nullptr;
    for (const Json &entry : metadata) {
        if (isSameOrigin(QUrl(stringAt(entry, "resourceManager")), resourceManager))
            return &entry;
    }
    return metadata.size() == 1 && metadata.front().is_object() ? &metadata.front() : nullptr;
}

Error noMetadata(const QUrl &resourceManager)
{
    return Error::failed(u"cloud.noMetadata"_s,
                         tr("%1 does not say what its addresses are.").arg(resourceManager.toString()))
        .withFix(tr("Say them yourself: --login URL, and --ml URL where there is Azure Machine Learning."));
}

Result<Json> askMetadata(const CloudRequest &request, const WebClient &client, const CancelToken &cancel)
{
    Error last = noMetadata(request.resourceManager);
    for (const char *version : {"2022-09-01", "2019-05-01", "2015-01-01"}) {
        WebRequest ask;
        ask.url = QUrl::fromEncoded(withoutSlash(request.resourceManager).toEncoded() +
                                    "/metadata/endpoints?api-version=" + version);
        ask.bodyLimit = 1024 * 1024;
        const auto reply = client.send(ask, cancel);
        if (!reply)
            return reply.error();
        if (!reply->isSuccess()) {
            last = errorOf(*reply, last.message);
            last.code = u"cloud.noMetadata"_s;
            continue;
        }
        const auto json = jsonOf(*reply);
        if (!json)
            return json.error();
        if (entryOf(*json, request.resourceManager))
            return json;
    }
    return last;
}

} // namespace

Result<Cloud> cloudFromMetadata(const CloudRequest &request, const Json &metadata)
{
    const Json *entry = entryOf(metadata, request.resourceManager);
    if (!entry)
        return noMetadata(request.resourceManager);
    const Json authentication = entry->value("authentication", Json::object());
    const Json suffixes = entry->value("suffixes", Json::object());
    Cloud cloud;
    cloud.name = request.name;
    cloud.resourceManager = withoutSlash(request.resourceManager);
    cloud.login =
        withoutSlash(request.login.isEmpty() ? QUrl(stringAt(authentication, "loginEndpoint")) : request.login);
    cloud.ml = withoutSlash(request.ml.isEmpty() ? request.resourceManager : request.ml);
    cloud.mlHosts = request.ml.isEmpty() ? QStringList() : QStringList{request.ml.host()};
    // The CLI's own scope keeps the double slash of an audience with a slash at its end; so do we.
    const QStringList audiences = stringsAt(authentication, "audiences");
    cloud.audience = audiences.isEmpty() ? cloud.resourceManager.toString() : audiences.first();
    cloud.tenant = stringAt(authentication, "tenant");
    if (cloud.tenant == u"common")
        cloud.tenant.clear();
    cloud.portal = withoutSlash(QUrl(stringAt(*entry, "portal", stringAt(*entry, "portalEndpoint"))));
    cloud.batchAudience = stringAt(*entry, "batch");
    cloud.dataLakeAudience = stringAt(*entry, "activeDirectoryDataLake");
    cloud.storageSuffix = stringAt(suffixes, "storage");
    cloud.registrySuffix = stringAt(suffixes, "acrLoginServer");
    cloud.caPem = request.caPem;
    if (auto good = checkAddress(cloud.login, tr("the sign-in")); !good)
        return good.error();
    return cloud;
}

Result<Cloud> discoverCloud(const CloudRequest &request, const CancelToken &cancel)
{
    if (!isPlainName(request.name))
        return Error::usage(u"cloud.badName"_s, tr("“%1” cannot be the name of a cloud.").arg(request.name));
    if (auto good = checkAddress(request.resourceManager, tr("the resource manager")); !good)
        return good.error();
    if (!request.login.isEmpty()) {
        if (auto good = checkAddress(request.login, tr("the sign-in")); !good)
            return good.error();
    }
    if (!request.ml.isEmpty()) {
        if (auto good = checkAddress(request.ml, tr("Azure Machine Learning")); !good)
            return good.error();
    }
    const auto transport = WebTransport::make(request.caPem);
    if (!transport)
        return transport.error();
    const auto metadata = askMetadata(request, WebClient(*transport), cancel);
    if (metadata)
        return cloudFromMetadata(request, *metadata);
    // Whoever names the sign-in needs no metadata where the service has none.
    if (!request.login.isEmpty() && metadata.error().code == u"cloud.noMetadata")
        return cloudFromMetadata(request, Json::object());
    return metadata.error();
}

} // namespace mooring
