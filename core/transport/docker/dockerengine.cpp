#include "core/transport/docker/dockerengine.h"

#include "core/transport/http/socketstream.h"

#include <QCoreApplication>
#include <QUrl>
#include <QVersionNumber>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kConnectLimit = 5s;
constexpr auto kCallLimit = std::chrono::milliseconds(120000);
constexpr auto kBuildIdle = std::chrono::milliseconds(3600000); // a solver may be silent for long
constexpr auto kFollowIdle = std::chrono::milliseconds(7 * 24 * 3600 * 1000ll);
const QVersionNumber kOldest(1, 41), kNewest(1, 52);

QString tr(const char *text) { return QCoreApplication::translate("mooring::Docker", text); }

Error unavailable(const QString &code, const QString &message, const DockerFinding &finding, const QString &fix)
{
    return Error::of(ErrorKind::NotReachable, code, message)
        .withCause(finding.problem)
        .withFix(fix)
        .withDetail({{"host", textOrNull(finding.endpoint.host)},
                     {"source", textOrNull(finding.endpoint.source)},
                     {"otherHost", textOrNull(finding.otherHost)}});
}

Error explain(const DockerFinding &finding)
{
    const QString host = finding.endpoint.host;
    switch (finding.state) {
    case DockerState::RunningElsewhere:
        return unavailable(u"docker.elsewhere"_s,
                           tr("Nothing answers at %1 (%2), but Docker does at %3.")
                               .arg(host, finding.endpoint.source, finding.otherHost),
                           finding, u"export DOCKER_HOST="_s + finding.otherHost);
    case DockerState::NotInstalled:
        return unavailable(u"docker.notInstalled"_s, tr("Docker is not installed on this computer."), finding,
                           u"sudo apt-get install docker.io"_s);
    case DockerState::NotRunning:
        return unavailable(u"docker.notRunning"_s, tr("Docker is installed and does not run."), finding,
                           u"sudo service docker start"_s);
    case DockerState::NoRight:
        return unavailable(u"docker.noRight"_s, tr("You may not use Docker: no right to open %1.").arg(host), finding,
                           finding.isNewMember ? tr("Log out and in again.") : u"sudo usermod -aG docker $USER"_s);
    case DockerState::Hung:
        return unavailable(u"docker.hung"_s, tr("Docker at %1 accepts and never answers.").arg(host), finding,
                           u"sudo service docker restart"_s);
    case DockerState::NotLookedAt:
        return unavailable(u"docker.remote"_s,
                           tr("The engine at %1 (%2) is not on this computer.").arg(host, finding.endpoint.source),
                           finding, u"unset DOCKER_HOST"_s);
    case DockerState::Broken:
    case DockerState::Running:
        break;
    }
    return unavailable(u"docker.broken"_s, tr("What answers at %1 is not Docker.").arg(host), finding, {});
}

Error refusal(const HttpAnswer &answer)
{
    const Json json = Json::parse(answer.body.begin(), answer.body.end(), nullptr, false);
    const QString words = json.is_object() ? stringAt(json, "message") : QString();
    const QString code = answer.status() == 404   ? u"docker.notFound"_s
                         : answer.status() == 409 ? u"docker.conflict"_s
                                                  : u"docker.refused"_s;
    return Error::failed(
               code, tr("Docker refused: %1").arg(words.isEmpty() ? QString::fromUtf8(answer.body.left(500)) : words))
        .withCause(words)
        .withDetail({{"status", answer.status()}});
}

/// One build's stream: text goes out, the id and a failure are kept.
class BuildSink : public BodySink
{
public:
    explicit BuildSink(const std::function<void(const QByteArray &)> &onText) : m_onText(onText) {}
    Result<bool> take(std::string_view bytes) override
    {
        return m_lines.feed(bytes, [this](const Json &line) { return read(line); });
    }
    Result<bool> finish()
    {
        return m_lines.end([this](const Json &line) { return read(line); });
    }
    QString id, failure;

private:
    Result<bool> read(const Json &line)
    {
        if (const QString text = stringAt(line, "stream"); !text.isEmpty())
            m_onText(text.toUtf8());
        if (line.contains("errorDetail") && line["errorDetail"].is_object())
            failure = stringAt(line["errorDetail"], "message");
        else if (const QString error = stringAt(line, "error"); !error.isEmpty())
            failure = error;
        if (line.contains("aux") && line["aux"].is_object()) {
            if (const QString made = stringAt(line["aux"], "ID"); !made.isEmpty())
                id = made;
        }
        return true;
    }

    const std::function<void(const QByteArray &)> &m_onText;
    DockerLines m_lines;
};

/// Follows a log with its times, which it takes off: after a break it goes on after the last line it saw.
class LogSink : public BodySink
{
public:
    LogSink(bool isRaw, const std::function<bool(const QByteArray &)> &sink) : m_isRaw(isRaw), m_sink(sink) {}

    Result<bool> take(std::string_view bytes) override
    {
        if (m_isRaw)
            return text(0, bytes);
        bool more = true;
        auto fed =
            m_frames.feed(bytes, [&](int stream, std::string_view payload) { return more = text(stream, payload); });
        return fed ? Result<bool>(more && *fed) : fed;
    }
    /// The connection begins anew from the last time: as many lines of it as were seen come again.
    void resume()
    {
        m_frames = {};
        m_skip = m_seen;
        m_seen = 0;
        m_line[0].clear();
        m_line[1].clear();
    }
    QByteArray last; // time of the newest whole line
    bool isDone = false;

private:
    bool text(int stream, std::string_view bytes)
    {
        QByteArray &line = m_line[stream == 2];
        line.append(bytes.data(), qsizetype(bytes.size()));
        qsizetype begin = 0;
        QByteArray out;
        for (qsizetype end = line.indexOf('\n'); end >= 0; end = line.indexOf('\n', begin)) {
            out += whole(line.mid(begin, end + 1 - begin));
            begin = end + 1;
        }
        line.remove(0, begin);
        if (out.isEmpty())
            return true;
        isDone = !m_sink(out);
        return !isDone;
    }

    QByteArray whole(const QByteArray &line)
    {
        const qsizetype space = line.indexOf(' ');
        const QByteArray time = space > 0 ? line.left(space) : QByteArray();
        if (time == last) {
            ++m_seen;
            if (m_skip > 0 && m_skip-- > 0)
                return {};
        } else {
            last = time;
            m_seen = 1;
            m_skip = 0;
        }
        return line.mid(space + 1);
    }

    bool m_isRaw;
    const std::function<bool(const QByteArray &)> &m_sink;
    DockerFrames m_frames;
    QByteArray m_line[2];
    int m_seen = 0, m_skip = 0; // lines with the time `last`; of them still to be left out
};

/// "2026-11-24T07:33:59.123456789Z" as seconds with nine decimals, as the engine wants it.
QByteArray sinceOf(const QByteArray &time)
{
    const qsizetype dot = time.indexOf('.');
    const QDateTime whole = QDateTime::fromString(QString::fromLatin1(time.left(19)) + u'Z', Qt::ISODate);
    const QByteArray fraction = dot > 0 ? time.mid(dot + 1, time.size() - dot - 2) : QByteArray();
    return QByteArray::number(whole.toSecsSinceEpoch()) + '.' + fraction.leftJustified(9, '0', true);
}

} // namespace

DockerEngine::DockerEngine(QString socketPath, QString apiVersion, bool isPodman)
    : m_socket(std::move(socketPath)), m_api(std::move(apiVersion)), m_isPodman(isPodman)
{
}

Result<std::shared_ptr<DockerEngine>> DockerEngine::open(const DockerSearch &search, const CancelToken &cancel)
{
    const DockerFinding finding = probeDocker(search, kConnectLimit, cancel);
    if (cancel.isCanceled())
        return Error::canceled();
    if (finding.state != DockerState::Running)
        return explain(finding);
    const QVersionNumber theirs = QVersionNumber::fromString(finding.apiVersion);
    if (theirs < kOldest)
        return unavailable(
            u"docker.tooOld"_s,
            tr("Docker %1 is too old: its API is %2, and 1.41 is needed.").arg(finding.version, finding.apiVersion),
            finding, {});
    return std::make_shared<DockerEngine>(finding.endpoint.socketPath(), std::min(theirs, kNewest).toString(),
                                          finding.isPodman);
}

Result<HttpAnswer> DockerEngine::call(HttpRequest request, const HttpLimits &limits, const CancelToken &cancel,
                                      BodySink *sink) const
{
    auto stream = SocketStream::connectUnix(m_socket, kConnectLimit, cancel);
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
    Json json = Json::parse(answer->body.begin(), answer->body.end(), nullptr, false);
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
    Json json = Json::parse(answer->body.begin(), answer->body.end(), nullptr, false);
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

Result<QString> DockerEngine::build(const QByteArray &query, TarStream &context,
                                    const std::function<void(const QByteArray &)> &onText,
                                    const CancelToken &cancel) const
{
    HttpRequest request{"POST", "/build?" + query};
    request.headers = {{"Content-Type", "application/x-tar"}};
    request.source = [&context] { return context.next(); };
    BuildSink sink(onText);
    const auto answer = call(std::move(request), {kBuildIdle}, cancel, &sink);
    if (!answer)
        return answer.error();
    if (const auto ended = sink.finish(); !ended)
        return ended.error();
    if (sink.failure.isEmpty() && !sink.id.isEmpty())
        return sink.id;
    return Error::failed(u"docker.buildFailed"_s, tr("The image could not be built."))
        .withCause(sink.failure.isEmpty() ? tr("The engine ended the build without an image.") : sink.failure);
}

Result<> DockerEngine::logs(const QString &container, bool follow, const std::function<bool(const QByteArray &)> &sink,
                            const CancelToken &cancel) const
{
    const auto inspected = get("/containers/" + encoded(container) + "/json", cancel);
    if (!inspected)
        return inspected.error();
    const bool isRaw = inspected->contains("Config") && boolAt((*inspected)["Config"], "Tty");
    LogSink log(isRaw, sink);
    while (true) {
        QByteArray path = "/containers/" + encoded(container) + "/logs?stdout=1&stderr=1&timestamps=1";
        path += follow ? "&follow=1" : "";
        if (!log.last.isEmpty())
            path += "&since=" + sinceOf(log.last);
        const auto answer = call({"GET", path}, {follow ? kFollowIdle : kCallLimit}, cancel, &log);
        if (log.isDone || (answer && !follow))
            return {};
        if (!answer && (answer.error().kind == ErrorKind::Canceled || answer.error().code.startsWith(u"docker.")))
            return answer.error().code == u"docker.notFound" ? Result<>() : answer.error();
        // The stream ended: with the container, or because the engine was restarted or the container was.
        if (cancel.waitFor(500ms))
            return Error::canceled();
        const auto state = get("/containers/" + encoded(container) + "/json", cancel);
        if (state && state->contains("State") && !boolAt((*state)["State"], "Running") && answer)
            return {};
        if (state.ok() || state.error().code != u"docker.notFound") {
            log.resume();
            continue;
        }
        return {};
    }
}

QByteArray DockerEngine::encoded(const QString &text) { return QUrl::toPercentEncoding(text); }

QByteArray DockerEngine::labelFilter(const QStringList &labels)
{
    return encoded(QString::fromUtf8(toBytes(Json{{"label", stringList(labels)}})));
}

} // namespace mooring
