#include "core/azure/online/scoringdoor.h"

#include "core/azure/http/webmessage.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::OnlineEndpoints", text); }

/// "inference.ml.azure.com" beside ml.azure.com: managed endpoints answer at NAME.REGION.inference.ml.azure.com, in
/// national clouds at .us and .cn (Azure documentation, how-to-secure-online-endpoint and reference of the clouds).
QString inferenceParent(const Cloud &cloud)
{
    return cloud.ml.isEmpty() ? QString() : u".inference."_s + cloud.ml.host();
}

} // namespace

Result<ServerAddress> scoringAddress(const QString &uri, const Cloud &cloud)
{
    const QUrl url(uri, QUrl::StrictMode);
    const auto bad = [&](const QString &code, const QString &cause) {
        return Error::failed(code,
                             tr("Mooring sends no request and no key to the scoring address %1.").arg(uri.left(200)))
            .withCause(cause);
    };
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return bad(u"endpoint.badAddress"_s, tr("It is no address of a server."));
    const bool isHome = isLoopback(url) && isLoopback(cloud.resourceManager);
    if (isLoopback(url) && !isHome)
        return bad(u"endpoint.badAddress"_s, tr("It is this computer, where no endpoint of that cloud can be."));
    if (url.scheme() != u"https" && !(isHome && url.scheme() == u"http"))
        return bad(u"endpoint.notHttps"_s, tr("It has no TLS: the key could be read on its way."));
    ServerAddress server;
    server.isTls = url.scheme() == u"https";
    server.host = url.host();
    server.port = url.port(server.isTls ? 443 : 80);
    server.caPem = cloud.caPem;
    server.path = url.path(QUrl::FullyEncoded);
    if (server.path.isEmpty())
        server.path = u"/"_s;
    if (url.hasQuery())
        server.path += u'?' + url.query(QUrl::FullyEncoded);
    return server;
}

bool mayCarryOurToken(const ServerAddress &server, const Cloud &cloud)
{
    if (!server.isTls)
        return false;
    const QString parent = inferenceParent(cloud);
    if (!parent.isEmpty() && server.port == 443 && server.host.endsWith(parent, Qt::CaseInsensitive))
        return true;
    return !cloud.builtin && server.host.compare(cloud.resourceManager.host(), Qt::CaseInsensitive) == 0;
}

QString scoringScope(const Cloud &cloud) { return cloud.ml.toString(QUrl::StripTrailingSlash) + u"/.default"_s; }

} // namespace mooring
