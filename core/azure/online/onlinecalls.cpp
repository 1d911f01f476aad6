#include "core/azure/online/onlinecalls.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/base/redactor.h"
#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::OnlineEndpoints", text); }

QString pathOf(const QString &endpoint) { return u"onlineEndpoints/"_s + pathSegment(endpoint); }

bool isMode(const QString &mode, QLatin1StringView word) { return mode.compare(word, Qt::CaseInsensitive) == 0; }

} // namespace

Result<std::vector<Json>> OnlineCalls::endpoints(const CancelToken &cancel) const
{
    return m_client.arm().list(
        m_client.call("GET", u"onlineEndpoints"_s,
                      tr("The online endpoints of %1 could not be listed.").arg(m_client.workspace().name)),
        cancel);
}

Result<Json> OnlineCalls::endpoint(const QString &name, const CancelToken &cancel) const
{
    const ArmCall asked = m_client.call("GET", pathOf(name), tr("The online endpoint %1 could not be read.").arg(name));
    const auto document = m_client.arm().jsonIfThere(asked, cancel);
    return document ? document->value_or(Json()) : Result<Json>(document.error());
}

Result<std::vector<Json>> OnlineCalls::deployments(const QString &endpoint, const CancelToken &cancel) const
{
    return m_client.arm().list(
        m_client.call("GET", pathOf(endpoint) + u"/deployments"_s,
                      tr("The deployments of the online endpoint %1 could not be listed.").arg(endpoint)),
        cancel);
}

Result<QByteArray> OnlineCalls::credential(const QString &endpoint, const QString &authMode,
                                           const CancelToken &cancel) const
{
    const bool isKey = isMode(authMode, "Key"_L1);
    if (!isKey && !isMode(authMode, "AMLToken"_L1))
        return Error::failed(u"endpoint.unknownAuth"_s,
                             tr("The endpoint %1 asks for “%2”, which Mooring does not know.").arg(endpoint, authMode));
    const QString what = isKey ? tr("The key of the online endpoint %1 could not be had.").arg(endpoint)
                               : tr("A token for the online endpoint %1 could not be had.").arg(endpoint);
    auto answer = m_client.arm().json(
        m_client.call("POST", pathOf(endpoint) + (isKey ? u"/listKeys"_s : u"/token"_s), what), cancel);
    if (!answer) {
        Error error = answer.error();
        if (error.code == u"azure.forbidden" && error.fix.isEmpty())
            error.fix = tr("Ask for the right to read it: %1")
                            .arg(u"Microsoft.MachineLearningServices/workspaces/onlineEndpoints/%1/action"_s.arg(
                                isKey ? u"listKeys"_s : u"token"_s));
        return error;
    }
    QByteArray secret = stringAt(*answer, isKey ? "primaryKey" : "accessToken").toUtf8();
    if (secret.isEmpty() && isKey)
        secret = stringAt(*answer, "secondaryKey").toUtf8();
    Redactor::instance().add(secret);
    if (std::any_of(secret.begin(), secret.end(), [](char each) { return uchar(each) <= ' ' || uchar(each) > '~'; }))
        return Error::failed(u"endpoint.badKey"_s, what).withCause(tr("It cannot stand in a request."));
    return secret.isEmpty()
               ? Result<QByteArray>(Error::failed(u"endpoint.noKey"_s, what).withCause(tr("The answer has none.")))
               : Result<QByteArray>(secret);
}

Result<std::optional<QByteArray>> OnlineCalls::log(const QString &endpoint, const QString &deployment,
                                                   const QString &container, int tail, const CancelToken &cancel) const
{
    const ArmCall asked =
        m_client.call("POST", pathOf(endpoint) + u"/deployments/"_s + pathSegment(deployment) + u"/getLogs"_s,
                      tr("The log of the deployment %1 could not be read.").arg(deployment),
                      {{"containerType", toStd(container)}, {"tail", tail}});
    const auto document = m_client.arm().jsonIfThere(asked, cancel);
    if (!document)
        return document.error();
    return *document ? std::optional(stringAt(**document, "content").toUtf8()) : std::nullopt;
}

std::optional<Error> OnlineCalls::failure(const QString &operation, const QString &what,
                                          const CancelToken &cancel) const
{
    const QUrl url(operation, QUrl::StrictMode);
    if (url.host().isEmpty())
        return {};
    const auto reply = m_client.arm().sendTo(url, m_client.arm().cloud().resourceManager, cancel);
    if (!reply || !reply->isSuccess() || errorChain(reply->body).empty())
        return {};
    return errorOf(*reply, what);
}

} // namespace mooring
