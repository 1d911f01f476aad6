#include "core/transport/docker/dockerengine.h"

#include "core/base/jsontext.h"

#include <QCoreApplication>
#include <QUrl>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kConnectLimit = 5s;
constexpr auto kCallLimit = std::chrono::milliseconds(120000);

QString tr(const char *text) { return QCoreApplication::translate("mooring::Docker", text); }

Error refusal(const HttpAnswer &answer)
{
    const Json json = readJson(answer.body);
    const QString words = json.is_object() ? stringAt(json, "message") : QString();
    const QString code = answer.status() == 404   ? u"docker.notFound"_s
                         : answer.status() == 409 ? u"docker.conflict"_s
                                                  : u"docker.refused"_s;
    return Error::failed(
               code, tr("Docker refused: %1").arg(words.isEmpty() ? QString::fromUtf8(answer.body.left(500)) : words))
        .withCause(words)
        .withDetail({{"status", answer.status()}});
}

} // namespace

DockerEngine::DockerEngine(std::shared_ptr<DockerDoor> door, QString apiVersion, bool isPodman)
    : m_door(std::move(door)), m_api(std::move(apiVersion)), m_isPodman(isPodman)
{
}

Result<HttpAnswer> DockerEngine::call(HttpRequest request, const HttpLimits &limits, const CancelToken &cancel,
                                      BodySink *sink) const
{
    auto stream = m_door->open(kConnectLimit, cancel);
    if (!stream)
        return stream.error();
    request.host = "docker";
    request.target = "/v" + m_api.toLatin1() + request.target;
    auto answer = exchange(**stream, request, limits, cancel, sink);
    if (answer && answer->status() >= 400)
        return refusal(*answer);
    return answer;
}

Result<Json> DockerEngine::get(const QByteArray &path, const CancelToken &cancel) const
{
    const auto answer = call({"GET", path}, {kCallLimit, kCallLimit}, cancel);
    if (!answer)
        return answer.error();
    Json json = readJson(answer->body);
    if (json.is_discarded())
        return Error::failed(u"docker.badStream"_s, tr("The engine's answer cannot be understood."));
    return Result<Json>(std::move(json));
}

Result<Json> DockerEngine::post(const QByteArray &path, const Json &body, const CancelToken &cancel) const
{
    HttpRequest request{"POST", path};
    if (!body.is_null()) {
        request.headers = {{"Content-Type", "application/json"}};
        request.body = toBytes(body);
    }
    const auto answer = call(std::move(request), {kCallLimit, kCallLimit}, cancel);
    if (!answer)
        return answer.error();
    Json json = readJson(answer->body);
    return Result<Json>(json.is_discarded() ? Json() : std::move(json));
}

Result<> DockerEngine::remove(const QByteArray &path, const CancelToken &cancel) const
{
    const auto answer = call({"DELETE", path}, {kCallLimit, kCallLimit}, cancel);
    return answer || answer.error().code == u"docker.notFound" ? Result<>() : answer.error();
}

Result<> DockerEngine::putArchive(const QString &container, const QByteArray &folder, TarStream &tar,
                                  const CancelToken &cancel) const
{
    HttpRequest request{"PUT",
                        "/containers/" + encoded(container) + "/archive?path=" + encoded(QString::fromUtf8(folder))};
    request.headers = {{"Content-Type", "application/x-tar"}};
    request.source = [&tar] { return tar.next(); };
    const auto answer = call(std::move(request), {kCallLimit}, cancel);
    return answer ? Result<>() : answer.error();
}

QByteArray DockerEngine::encoded(const QString &text) { return QUrl::toPercentEncoding(text); }

QByteArray DockerEngine::labelFilter(const QStringList &labels)
{
    return encoded(QString::fromUtf8(toBytes(Json{{"label", stringList(labels)}})));
}

} // namespace mooring
