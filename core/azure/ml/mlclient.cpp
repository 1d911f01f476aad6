#include "core/azure/ml/mlclient.h"

#include "core/azure/http/jsonreply.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlClient", text); }

const QString kApiVersion = u"2024-10-01"_s;

} // namespace

Result<std::shared_ptr<MlClient>> MlClient::open(SignInService &signIn, const MlWorkspace &workspace)
{
    const auto cloud = signIn.clouds().find(workspace.cloud);
    if (!cloud)
        return cloud.error();
    const auto account = signIn.accountFor(cloud->name, workspace.tenant);
    if (!account)
        return account.error();
    auto web = signIn.client(*cloud);
    if (!web)
        return web.error();
    return std::make_shared<MlClient>(workspace, ArmClient(*cloud, *web, signIn.tokens(*account, workspace.tenant)));
}

ArmCall MlClient::call(const QByteArray &method, const QString &path, const QString &what, Json body) const
{
    const QString below = path.isEmpty() ? QString() : u'/' + path;
    return {method, m_workspace.id.path() + below, kApiVersion, what, std::move(body)};
}

ArmCall MlClient::resourceCall(const QString &resourceId, const QString &apiVersion, const QString &what) const
{
    const auto id = ArmId::parse(resourceId);
    return {"GET", id ? id->path() : QString(), apiVersion, what};
}

Result<Json> MlClient::document(const CancelToken &cancel)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_document.is_null())
            return Result<Json>(m_document);
    }
    const auto document =
        m_arm.json(call("GET", {}, tr("The workspace %1 could not be read.").arg(m_workspace.name)), cancel);
    if (!document)
        return document;
    if (!document->is_object() || stringAt(*document, "location").isEmpty())
        return Error::failed(u"azure.badAnswer"_s,
                             tr("What Azure says of the workspace %1 cannot be used.").arg(m_workspace.name))
            .withCause(tr("It has no location."));
    const std::lock_guard lock(m_mutex);
    m_document = *document;
    return document;
}

Result<QString> MlClient::location(const CancelToken &cancel)
{
    const auto known = document(cancel);
    return known ? Result<QString>(stringAt(*known, "location")) : Result<QString>(known.error());
}

Result<QUrl> MlClient::api(const CancelToken &cancel)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_api.isEmpty())
            return m_api;
    }
    const auto known = document(cancel);
    if (!known)
        return known.error();
    auto api = discover(*known, cancel);
    if (!api && !m_arm.cloud().mlHosts.isEmpty() && m_arm.cloud().builtin && !cancel.isCanceled())
        api =
            QUrl(u"https://%1.%2"_s.arg(stringAt(*known, "location"), m_arm.cloud().mlHosts.front()), QUrl::StrictMode);
    if (!api)
        return api;
    if (!m_arm.cloud().mayCarryToken(*api))
        return Error::failed(u"azure.otherHost"_s,
                             tr("%1 does not belong to the cloud %2: Mooring does not send the token there.")
                                 .arg(api->host().left(200), m_arm.cloud().name));
    const std::lock_guard lock(m_mutex);
    m_api = *api;
    return api;
}

Result<QUrl> MlClient::discover(const Json &document, const CancelToken &cancel) const
{
    const auto properties = document.find("properties");
    const QString address = properties == document.end() ? QString() : stringAt(*properties, "discoveryUrl");
    WebRequest request;
    request.url = QUrl(address, QUrl::StrictMode);
    request.headers = {{"Accept", "application/json"}};
    const QString what = tr("The services of the workspace %1 could not be found.").arg(m_workspace.name);
    if (request.url.host().isEmpty())
        return Error::failed(u"azure.noDiscovery"_s, what);
    const auto services = m_arm.web().json(request, what, cancel);
    if (!services)
        return services.error();
    const QUrl api(stringAt(*services, "api"), QUrl::StrictMode);
    if (api.host().isEmpty())
        return Error::failed(u"azure.noDiscovery"_s, what).withCause(tr("The answer has no address."));
    return api;
}

} // namespace mooring
