// Requests to an online endpoint: where they go, with what, and what comes back.
#include "core/azure/online/onlinecalls.h"
#include "core/azure/online/onlineendpoints.h"
#include "core/azure/online/scoringdoor.h"
#include "core/base/clock.h"
#include "core/base/redactor.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kBodyLimit = 256 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::OnlineEndpoints", text); }

QUrl urlOf(const ServerAddress &server)
{
    return QUrl::fromEncoded(server.url(server.path).toUtf8(), QUrl::StrictMode);
}

Error noAnswer(const ServerAddress &server, const Error &why)
{
    return Error::of(ErrorKind::NotReachable, u"endpoint.noAnswer"_s,
                     tr("Nothing answered at %1.").arg(server.url(server.path)))
        .withCause(why.text());
}

} // namespace

/// With the credential that the endpoint asks for.
Result<ServerAddress> OnlineEndpoints::serverOf(MlClient &client, const EndpointRecord &record, const QString &uri,
                                                const CancelToken &cancel) const
{
    if (uri.isEmpty())
        return Error::of(ErrorKind::NotReachable, u"endpoint.noAddress"_s,
                         tr("The endpoint %1 has no scoring address: it is “%2”.")
                             .arg(record.name, stringAt(record.about, "provisioningState")));
    const Cloud &cloud = client.arm().cloud();
    auto server = scoringAddress(uri, cloud);
    if (!server)
        return server;
    const QString mode = stringAt(record.about, "authMode");
    if (mode.compare(u"AADToken"_s, Qt::CaseInsensitive) != 0) {
        auto secret = OnlineCalls(client).credential(record.name, mode, cancel);
        if (!secret)
            return secret.error();
        server->key = std::move(*secret);
        return server;
    }
    if (!mayCarryOurToken(*server, cloud))
        return Error::failed(u"endpoint.tokenElsewhere"_s,
                             tr("%1 is no inference host of the cloud %2: Mooring does not send your token there.")
                                 .arg(server->host.left(200), cloud.name));
    auto token = client.arm().tokenFor(scoringScope(cloud), cancel);
    if (!token)
        return token.error();
    Redactor::instance().add(token->value);
    server->key = token->value;
    return server;
}

Result<> OnlineEndpoints::withVersion(const QString &name, int version, JobContext &context, const VersionWork &work)
{
    const auto client = m_open(m_workspace);
    if (!client)
        return client.error();
    const auto record = fetch(**client, name, context.cancelToken());
    if (!record)
        return record.error();
    const EndpointVersion *asked = version > 0 ? record->version(version) : nullptr;
    if (version > 0 && !asked)
        return noVersion(name, QString::number(version));
    auto server = serverOf(**client, *record, record->scoringUri(), context.cancelToken());
    if (!server)
        return server.error();
    if (asked) {
        server->headers = asked->headers;
        server->version = asked->title;
    }
    return work(*server, version);
}

Result<std::shared_ptr<WebTransport>> OnlineEndpoints::transport(const QByteArray &caPem)
{
    const std::lock_guard lock(m_mutex);
    auto &known = m_transports[caPem];
    if (!known) {
        auto made = WebTransport::make(caPem);
        if (!made)
            return made.error();
        known = *made;
    }
    return known;
}

Result<ScoringCall> OnlineEndpoints::ask(const ServerAddress &server, const ScoringRequest &request,
                                         std::chrono::milliseconds limit, const CancelToken &cancel)
{
    const auto way = transport(server.caPem);
    if (!way)
        return way.error();
    WebRequest message;
    message.method = "POST";
    message.url = urlOf(server);
    message.headers = {{"Accept", "*/*"}};
    message.headers.insert(message.headers.end(), request.headers.begin(), request.headers.end());
    message.headers.insert(message.headers.end(), server.headers.begin(), server.headers.end());
    message.bearer = server.key;
    message.body = request.body;
    message.contentType = request.contentType.toUtf8();
    message.limit = limit;
    message.bodyLimit = kBodyLimit;
    ScoringCall call;
    call.at = nowUtc();
    call.request = request;
    QElapsedTimer timer;
    timer.start();
    const auto reply = (*way)->exchange(message, cancel);
    if (!reply)
        return reply.error().kind == ErrorKind::Canceled ? reply.error() : noAnswer(server, reply.error());
    call.ms = double(timer.nsecsElapsed()) / 1e6;
    call.status = reply->status;
    call.headers = reply->headers;
    call.body = reply->body;
    call.versionTitle = QString::fromUtf8(reply->header(kDeploymentHeader));
    return call;
}

Result<Payload> OnlineEndpoints::samplePayload(const QString &name, const CancelToken &cancel, SampleFrom from)
{
    const Error none =
        Error::usage(u"endpoint.noSample"_s, tr("Say what to send: the endpoint %1 brings no sample.").arg(name))
            .withFix(u"--data FILE"_s);
    const auto client = m_open(m_workspace);
    if (!client)
        return client.error();
    const auto record = from == SampleFrom::Files ? Result<EndpointRecord>(none) : fetch(**client, name, cancel);
    if (!record)
        return record.error();
    // Its description is asked for with the same key: only at the place where the requests go.
    const QUrl scoring(record->scoringUri(), QUrl::StrictMode), swagger(record->swaggerUri(), QUrl::StrictMode);
    if (swagger.host().isEmpty() || !isSameOrigin(scoring, swagger))
        return none;
    const auto server = serverOf(**client, *record, record->swaggerUri(), cancel);
    const auto way = server ? transport(server->caPem) : Result<std::shared_ptr<WebTransport>>(server.error());
    if (!way)
        return way.error();
    WebRequest message;
    message.url = urlOf(*server);
    message.headers = {{"Accept", "application/json"}};
    message.bearer = server->key;
    message.limit = 10s;
    const auto reply = (*way)->exchange(message, cancel);
    if (reply && reply->isSuccess()) {
        if (auto found = payloadFromSwagger(reply->body))
            return *found;
    }
    return none;
}

} // namespace mooring
