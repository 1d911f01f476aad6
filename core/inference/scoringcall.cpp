#include "core/inference/scoringcall.h"

#include "core/base/clock.h"
#include "core/transport/http/socketstream.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBodyLimit = 256 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::ScoringCall", text); }

/// Bodies need not be text: what is not UTF-8 is kept as base64.
Json bodyJson(const QByteArray &body)
{
    if (QString::fromUtf8(body).toUtf8() == body)
        return toStd(QString::fromUtf8(body));
    return {{"base64", body.toBase64().toStdString()}};
}

QByteArray bodyOf(const Json &value)
{
    if (value.is_string())
        return QByteArray::fromStdString(value.get<std::string>());
    return QByteArray::fromBase64(stringAt(value, "base64").toLatin1());
}

Json headersJson(const HttpHeaders &headers)
{
    Json json = Json::object();
    for (const auto &[name, value] : headers)
        json[name.toStdString()] = toStd(QString::fromLatin1(value));
    return json;
}

HttpHeaders headersOf(const Json &value)
{
    HttpHeaders headers;
    if (value.is_object()) {
        for (const auto &[name, text] : value.items()) {
            if (text.is_string())
                headers.emplace_back(QByteArray::fromStdString(name),
                                     QByteArray::fromStdString(text.get<std::string>()));
        }
    }
    return headers;
}

Error noAnswer(const ServerAddress &server, const Error &why)
{
    return Error::of(ErrorKind::NotReachable, u"endpoint.noAnswer"_s,
                     tr("Nothing answered at %1.").arg(server.url(server.path)))
        .withCause(why.message);
}

} // namespace

Json ScoringCall::toJson() const
{
    return {{"status", status > 0 ? Json(status) : Json()},
            {"headers", headersJson(headers)},
            {"body", bodyJson(body)},
            {"ms", ms},
            {"version", version > 0 || !versionTitle.isEmpty() ? Json(toStd(versionLabel())) : Json()}};
}

Json ScoringCall::toStoreJson() const
{
    Json json = toJson();
    json["endpoint"] = toStd(endpoint);
    json["at"] = timeOrNull(at);
    json["contentType"] = toStd(request.contentType);
    json["requestHeaders"] = headersJson(request.headers);
    json["requestBody"] = bodyJson(request.body);
    json["label"] = textOrNull(request.label);
    json["error"] = textOrNull(error);
    return json;
}

ScoringCall ScoringCall::fromStoreJson(const Json &value)
{
    ScoringCall call;
    call.endpoint = stringAt(value, "endpoint");
    call.version = stringAt(value, "version").toInt();
    call.at = timeAt(value, "at");
    call.status = int(intAt(value, "status"));
    call.ms = numberAt(value, "ms");
    call.error = stringAt(value, "error");
    call.request.contentType = stringAt(value, "contentType", u"application/json"_s);
    call.request.label = stringAt(value, "label");
    if (value.contains("requestHeaders"))
        call.request.headers = headersOf(value["requestHeaders"]);
    if (value.contains("headers"))
        call.headers = headersOf(value["headers"]);
    if (value.contains("requestBody"))
        call.request.body = bodyOf(value["requestBody"]);
    if (value.contains("body"))
        call.body = bodyOf(value["body"]);
    call.bodySize = optionalIntAt(value, "bodySize").value_or(call.body.size());
    call.requestBodySize = optionalIntAt(value, "requestBodySize").value_or(call.request.body.size());
    return call;
}

HttpHeaders withKey(const ServerAddress &server, HttpHeaders headers)
{
    headers.insert(headers.end(), server.headers.begin(), server.headers.end());
    if (!server.key.isEmpty())
        headers.emplace_back("Authorization", "Bearer " + server.key);
    return headers;
}

Result<ScoringCall> callScore(const ServerAddress &server, const ScoringRequest &request,
                              std::chrono::milliseconds limit, const CancelToken &cancel)
{
    HttpRequest message{"POST", server.path.toLatin1(), server.hostHeader(), withKey(server, request.headers),
                        request.body};
    message.headers.emplace_back("Content-Type", request.contentType.toUtf8());
    message.headers.emplace_back("Accept", "*/*");
    ScoringCall call;
    call.at = nowUtc();
    call.request = request;
    QElapsedTimer timer;
    timer.start();
    auto stream = SocketStream::connectTcp(server.host, quint16(server.port), limit, cancel);
    if (!stream)
        return stream.error().kind == ErrorKind::Canceled ? stream.error() : noAnswer(server, stream.error());
    auto answer = exchange(**stream, message, {limit, limit, kBodyLimit}, cancel);
    if (!answer)
        return answer.error().kind == ErrorKind::Canceled ? answer.error() : noAnswer(server, answer.error());
    call.ms = double(timer.nsecsElapsed()) / 1e6;
    call.status = answer->status();
    call.headers = std::move(answer->head.headers);
    call.body = std::move(answer->body);
    return call;
}

Result<HttpAnswer> getFromServer(const ServerAddress &server, const QByteArray &path, std::chrono::milliseconds limit,
                                 const CancelToken &cancel)
{
    auto stream = SocketStream::connectTcp(server.host, quint16(server.port), limit, cancel);
    if (!stream)
        return stream.error();
    return exchange(**stream, {"GET", path, server.hostHeader(), withKey(server, {})}, {limit, limit}, cancel);
}

} // namespace mooring
