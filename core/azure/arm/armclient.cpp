#include "core/azure/arm/armclient.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/http/redaction.h"
#include "core/azure/signin/signinmethods.h"

#include <QCoreApplication>
#include <QSet>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Arm", text); }

constexpr int kMostPages = 1000;

} // namespace

QUrl ArmClient::urlOf(const ArmCall &call) const
{
    QByteArray url = (call.base.isEmpty() ? m_cloud.resourceManager : call.base).toEncoded(QUrl::StripTrailingSlash) +
                     call.path.toUtf8();
    if (!call.apiVersion.isEmpty())
        url += (call.path.contains(u'?') ? "&api-version=" : "?api-version=") + call.apiVersion.toLatin1();
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

Result<WebReply> ArmClient::send(const ArmCall &call, const CancelToken &cancel) const
{
    WebRequest request;
    request.method = call.method;
    request.url = urlOf(call);
    request.headers = {{"Accept", "application/json"}};
    if (!call.body.is_null())
        request.body = toBytes(call.body);
    if (!call.body.is_null() || call.method == "POST") // without one Qt says that an empty POST is a form
        request.contentType = "application/json";
    return authorized(std::move(request), cancel);
}

Result<WebReply> ArmClient::sendTo(const QUrl &url, const QUrl &origin, const CancelToken &cancel) const
{
    if (!isSameOrigin(url, origin))
        return Error::failed(u"azure.otherHost"_s,
                             tr("An answer of %1 points to another place (%2), which Mooring does not ask.")
                                 .arg(origin.host(), url.host().left(200)));
    WebRequest request;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    return authorized(std::move(request), cancel);
}

Result<WebReply> ArmClient::authorized(WebRequest request, const CancelToken &cancel) const
{
    if (!m_cloud.mayCarryToken(request.url))
        return Error::failed(u"azure.otherHost"_s,
                             tr("%1 does not belong to the cloud %2: Mooring does not send the token there.")
                                 .arg(request.url.host().left(200), m_cloud.name));
    auto token = m_tokens->token(m_cloud.scope(), cancel);
    if (!token)
        return token.error();
    request.bearer = token->value;
    auto reply = m_web->send(request, cancel, m_onPause);
    if (!reply || reply->status != 401)
        return reply;
    const QByteArray claims = claimsChallenge(reply->header("WWW-Authenticate"));
    token = m_tokens->renewed(m_cloud.scope(), request.bearer, claims, cancel);
    if (!token)
        return token.error();
    request.bearer = token->value;
    return m_web->send(request, cancel, m_onPause);
}

Result<Json> ArmClient::json(const ArmCall &call, const CancelToken &cancel) const
{
    const auto reply = send(call, cancel);
    if (!reply)
        return reply.error();
    return reply->isSuccess() ? jsonOf(*reply) : Result<Json>(errorOf(*reply, call.what));
}

Result<std::optional<Json>> ArmClient::jsonIfThere(const ArmCall &call, const CancelToken &cancel) const
{
    const auto reply = send(call, cancel);
    if (!reply)
        return reply.error();
    if (reply->status == 404)
        return std::optional<Json>();
    if (!reply->isSuccess())
        return errorOf(*reply, call.what);
    auto document = jsonOf(*reply);
    return document ? Result<std::optional<Json>>(std::move(*document)) : Result<std::optional<Json>>(document.error());
}

Result<std::vector<Json>> ArmClient::list(const ArmCall &call, const CancelToken &cancel) const
{
    std::vector<Json> all;
    const auto listed = each(
        call,
        [&all](const Json &entry) {
            all.push_back(entry);
            return true;
        },
        cancel);
    return listed ? Result<std::vector<Json>>(std::move(all)) : Result<std::vector<Json>>(listed.error());
}

Result<> ArmClient::each(const ArmCall &call, const std::function<bool(const Json &)> &take, const CancelToken &cancel,
                         const char *key) const
{
    const QUrl origin = urlOf(call);
    QSet<QString> seen;
    auto reply = send(call, cancel);
    for (int page = 0; page < kMostPages; ++page) {
        if (!reply)
            return reply.error();
        if (!reply->isSuccess())
            return errorOf(*reply, call.what);
        const auto document = jsonOf(*reply);
        if (!document)
            return document.error();
        const auto values = document->find(key);
        if (!document->is_object() || values == document->end() || !values->is_array())
            return Error::failed(u"azure.badList"_s, call.what)
                .withCause(tr("The answer is no list."))
                .withDetail({{"raw", withoutSecrets(*document)}});
        for (const Json &entry : *values) {
            if (entry.is_object() && !take(entry))
                return {};
        }
        const QString next = stringAt(*document, "nextLink");
        if (next.isEmpty())
            return {};
        if (seen.contains(next))
            return Error::failed(u"azure.badList"_s, call.what).withCause(tr("The list goes round in a circle."));
        seen.insert(next);
        reply = sendTo(QUrl(next, QUrl::StrictMode), origin, cancel);
    }
    return Error::failed(u"azure.badList"_s, call.what).withCause(tr("The list has no end."));
}

} // namespace mooring
