#include "core/transport/docker/dockerengine.h"
#include "core/transport/docker/engineerrors.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kBuildIdle = std::chrono::milliseconds(3600000); // a solver may be silent for long

QString tr(const char *text) { return QCoreApplication::translate("mooring::Docker", text); }

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

/// What the build pulled, as far as the engine names it.
QString imageIn(const QString &failure)
{
    return failure.section(u"for "_s, 1, 1).section(u',', 0, 0).section(u' ', 0, 0).section(u": "_s, 0, 0);
}

} // namespace

Result<QString> DockerEngine::build(const QByteArray &query, TarStream &context,
                                    const std::function<void(const QByteArray &)> &onText, const CancelToken &cancel,
                                    const QByteArray &registries) const
{
    HttpRequest request{"POST", "/build?" + query};
    request.headers = {{"Content-Type", "application/x-tar"}};
    if (!registries.isEmpty())
        request.headers.emplace_back("X-Registry-Config", registries);
    request.source = [&context] { return context.next(); };
    BuildSink sink(onText);
    const auto answer = call(std::move(request), {kBuildIdle}, cancel, &sink);
    if (!answer && (answer.error().code == u"socket.failed" || answer.error().code == u"socket.badAnswer")) {
        return Error::failed(u"docker.buildLost"_s, tr("The engine went away while it built the image."))
            .withCause(answer.error().text())
            .withFix(tr("See whether it runs, and build again: what was built stays in its cache."));
    }
    if (!answer) { // before the stream began
        Error refused = answer.error();
        return explainEngine(refused, imageIn(refused.cause));
    }
    if (const auto ended = sink.finish(); !ended)
        return ended.error();
    if (sink.failure.isEmpty() && !sink.id.isEmpty())
        return sink.id;
    const bool isLost = sink.failure.isEmpty();
    Error failed = Error::failed(u"docker.buildFailed"_s, tr("The image could not be built."))
                       .withCause(isLost ? tr("The engine ended the build without an image.") : sink.failure);
    return isLost ? failed : explainEngine(failed, imageIn(sink.failure));
}

} // namespace mooring
