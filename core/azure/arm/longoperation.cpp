#include "core/azure/arm/longoperation.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/http/redaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace mooring {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Arm", text); }

/// Where the next look goes, and how its answer is read.
struct Place
{
    enum class Kind { Status, Location, Resource };
    Kind kind = Kind::Resource;
    QUrl url;
};

Place placeOf(const WebReply &reply)
{
    for (const char *name : {"Azure-AsyncOperation", "Operation-Location"}) {
        if (const QByteArray url = reply.header(name); !url.isEmpty())
            return {Place::Kind::Status, reply.url.resolved(QUrl::fromEncoded(url, QUrl::StrictMode))};
    }
    if (const QByteArray url = reply.header("Location"); !url.isEmpty())
        return {Place::Kind::Location, reply.url.resolved(QUrl::fromEncoded(url, QUrl::StrictMode))};
    return {Place::Kind::Resource, {}};
}

QString provisioningState(const Json &resource)
{
    const auto properties = resource.find("properties");
    const QString state = properties == resource.end() ? QString() : stringAt(*properties, "provisioningState");
    return state.isEmpty() ? u"Succeeded"_s : state;
}

Error failure(const Json &document, const QString &what, const QString &state)
{
    const auto chain = errorChain(document);
    QString cause;
    for (auto link = chain.rbegin(); link != chain.rend() && cause.isEmpty(); ++link)
        cause = link->message.isEmpty() ? link->code : link->message;
    return Error::failed(u"azure.operationFailed"_s, what)
        .withCause(cause.isEmpty() ? state : fromStd(withoutSecrets(Json(toStd(cause))).get<std::string>()))
        .withDetail({{"state", toStd(state)},
                     {"serverCode", chain.empty() ? Json() : textOrNull(chain.back().code)},
                     {"raw", withoutSecrets(document)}});
}

class Follower
{
public:
    Follower(const ArmClient &client, const LongOperation &operation, JobContext &context)
        : m_client(client), m_operation(operation), m_context(context)
    {
    }

    /// Looks until there is an end; nothing is an end without a failure.
    Result<> run(const WebReply &begun)
    {
        m_place = placeOf(begun);
        QElapsedTimer timer;
        timer.start();
        WebReply last = begun;
        while (true) {
            const auto ended = look(last);
            if (!ended || *ended)
                return ended ? Result<>() : Result<>(ended.error());
            if (timer.elapsed() > m_operation.limit.count())
                return Error::timeLimit(u"azure.timeLimit"_s,
                                        tr("The operation is still going on in Azure; Mooring stopped watching it."));
            const milliseconds wait =
                std::clamp(retryAfter(last).value_or(m_operation.pause), milliseconds(10), milliseconds(60'000));
            if (m_context.cancelToken().waitFor(wait))
                return Error::canceled();
            if (m_operation.onLook) {
                if (auto looked = m_operation.onLook(); !looked)
                    return looked;
            }
            auto next = ask();
            if (!next)
                return next.error();
            last = std::move(next).value();
        }
    }

private:
    Result<WebReply> ask()
    {
        if (m_place.kind == Place::Kind::Resource)
            return m_client.send(m_operation.resource, m_context.cancelToken());
        return m_client.sendTo(m_place.url, m_client.urlOf(m_operation.resource), m_context.cancelToken());
    }

    void tell(const QString &state)
    {
        if (state == m_told)
            return;
        m_told = state;
        m_context.log(state);
    }

    /// True: ended well.
    Result<bool> look(const WebReply &reply)
    {
        if (reply.status == 404 && m_operation.isDelete)
            return true;
        if (!reply.isSuccess())
            return errorOf(reply, m_operation.what);
        const bool isFirst = m_told.isNull() && m_place.kind != Place::Kind::Resource;
        if (isFirst || (m_told.isNull() && reply.status == 202)) { // of the reply that began it no body says an end
            tell(tr("begun (HTTP %1)").arg(reply.status));
            return reply.status == 204;
        }
        if (m_place.kind == Place::Kind::Location)
            return lookAtLocation(reply);
        const auto document = jsonOf(reply);
        if (!document)
            return document.error();
        if (m_place.kind == Place::Kind::Status) {
            const QString status = stringAt(*document, "status", stringAt(*document, "state"));
            if (const auto percent = document->find("percentComplete");
                percent != document->end() && percent->is_number())
                m_context.progress(qint64(percent->get<double>()), 100);
            return judge(*document, status);
        }
        if (m_operation.isDelete)
            return reply.status == 204 ? Result<bool>(true) : judgeDelete(reply, *document);
        return judge(*document, provisioningState(*document));
    }

    Result<bool> lookAtLocation(const WebReply &reply)
    {
        const Place moved = placeOf(reply);
        if (moved.kind == Place::Kind::Location)
            m_place = moved;
        tell(reply.status == 202 ? tr("running") : tr("done (HTTP %1)").arg(reply.status));
        return reply.status != 202;
    }

    /// Without an address of its own: gone is what does not answer any more.
    Result<bool> judgeDelete(const WebReply &reply, const Json &document)
    {
        tell(provisioningState(document));
        if (endOf(provisioningState(document)) == u"Failed")
            return failure(document, m_operation.what, u"Failed"_s);
        return reply.status == 200 && reply.method == "DELETE";
    }

    Result<bool> judge(const Json &document, const QString &state)
    {
        tell(state.isEmpty() ? tr("running") : state);
        const QString end = endOf(state);
        if (end == u"Succeeded")
            return true;
        if (end.isEmpty())
            return false;
        return failure(document, m_operation.what, state);
    }

    const ArmClient &m_client;
    const LongOperation &m_operation;
    JobContext &m_context;
    Place m_place;
    QString m_told;
};

} // namespace

QString endOf(const QString &state)
{
    const QString word = state.toLower();
    if (word == u"succeeded" || word == u"failed" || word == u"canceled")
        return word == u"succeeded" ? u"Succeeded"_s : word == u"failed" ? u"Failed"_s : u"Canceled"_s;
    if (word == u"cancelled")
        return u"Canceled"_s;
    return word == u"timedout" ? u"Failed"_s : QString();
}

std::optional<Error> provisioningError(const Json &resource, const QString &what)
{
    const auto properties = resource.find("properties");
    if (properties == resource.end() || !properties->is_object())
        return {};
    const auto errors = properties->find("provisioningErrors");
    if (errors == properties->end() || !errors->is_array() || errors->empty())
        return {};
    return failure({{"provisioningErrors", *errors}}, what, provisioningState(resource));
}

Result<Json> followOperation(const ArmClient &client, const WebReply &begun, const LongOperation &operation,
                             JobContext &context)
{
    const Result<> ended = Follower(client, operation, context).run(begun);
    const bool hasFailed = !ended && ended.error().code == u"azure.operationFailed";
    if ((!ended && !hasFailed) || operation.isDelete)
        return ended ? Result<Json>(Json()) : Result<Json>(ended.error());
    // The resource at the end says more than the operation: its state, and why it failed.
    const auto resource = client.json(operation.resource, context.cancelToken());
    if (!resource)
        return hasFailed ? ended.error() : resource.error();
    if (auto error = provisioningError(*resource, operation.what))
        return *error;
    if (hasFailed)
        return ended.error();
    const QString state = endOf(provisioningState(*resource));
    if (state == u"Failed" || state == u"Canceled")
        return failure(*resource, operation.what, provisioningState(*resource));
    return resource;
}

} // namespace mooring
