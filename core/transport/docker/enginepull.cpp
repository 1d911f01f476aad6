#include "core/transport/docker/dockerengine.h"
#include "core/transport/docker/engineerrors.h"

#include <QCoreApplication>

#include <map>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPullIdle = std::chrono::milliseconds(600000); // a large layer is unpacked in silence
constexpr size_t kMostLayers = 1000;
constexpr qint64 kLargest = 1ll << 50; // what is larger is no size of a layer

QString tr(const char *text) { return QCoreApplication::translate("mooring::Docker", text); }

class PullSink : public BodySink
{
public:
    explicit PullSink(const std::function<void(const DockerEngine::PullProgress &)> &onProgress)
        : m_onProgress(onProgress)
    {
    }
    Result<bool> take(std::string_view bytes) override
    {
        return m_lines.feed(bytes, [this](const Json &line) { return read(line); });
    }
    Result<bool> finish()
    {
        return m_lines.end([this](const Json &line) { return read(line); });
    }
    QString failure;

private:
    struct Layer
    {
        qint64 done = 0, total = 0;
    };

    Result<bool> read(const Json &line)
    {
        if (line.contains("errorDetail") && line["errorDetail"].is_object())
            failure = stringAt(line["errorDetail"], "message");
        else if (const QString error = stringAt(line, "error"); !error.isEmpty())
            failure = error;
        DockerEngine::PullProgress progress;
        const QString layer = stringAt(line, "id"), status = stringAt(line, "status");
        const bool isLayer =
            line.contains("progressDetail") || status == u"Pull complete" || status == u"Already exists";
        if (!isLayer || layer.isEmpty())
            progress.text = status + (layer.isEmpty() ? QString() : u": "_s + layer);
        else
            count(layer, status, line.value("progressDetail", Json::object()));
        for (const auto &[name, each] : m_layers) {
            progress.done += each.done;
            progress.total += each.total;
        }
        if (m_onProgress && failure.isEmpty())
            m_onProgress(progress);
        return true;
    }

    void count(const QString &name, const QString &status, const Json &detail)
    {
        if (m_layers.size() >= kMostLayers && !m_layers.contains(name))
            return;
        Layer &layer = m_layers[name];
        if (status == u"Downloading") { // unpacking counts the same bytes again
            layer.total = std::clamp<qint64>(intAt(detail, "total"), layer.total, kLargest);
            layer.done = std::clamp<qint64>(intAt(detail, "current"), layer.done, layer.total);
        } else if (status.startsWith(u"Download complete") || status == u"Pull complete" || status == u"Extracting") {
            layer.done = layer.total;
        }
    }

    const std::function<void(const DockerEngine::PullProgress &)> &m_onProgress;
    DockerLines m_lines;
    std::map<QString, Layer> m_layers;
};

} // namespace

Result<> DockerEngine::pull(const QString &image, const QByteArray &auth,
                            const std::function<void(const PullProgress &)> &onProgress,
                            const CancelToken &cancel) const
{
    const bool isWhole = image.contains(u'@') || image.section(u'/', -1).contains(u':');
    HttpRequest request{"POST", "/images/create?fromImage=" + encoded(isWhole ? image : image + u":latest"_s)};
    if (!auth.isEmpty())
        request.headers.emplace_back("X-Registry-Auth", auth);
    PullSink sink(onProgress);
    const auto answer = call(std::move(request), {kPullIdle}, cancel, &sink);
    if (!answer && !answer.error().code.startsWith(u"docker."))
        return answer.error();
    if (answer) {
        if (const auto ended = sink.finish(); !ended)
            return ended.error();
        if (sink.failure.isEmpty())
            return {};
    }
    if (!answer && answer.error().code == u"docker.notFound" && answer.error().cause.isEmpty())
        return Error::failed(u"docker.imageMissing"_s, tr("There is no image %1.").arg(image));
    return explainEngine(Error::failed(u"docker.pullFailed"_s, tr("The image %1 could not be pulled.").arg(image))
                             .withCause(answer ? sink.failure : answer.error().cause),
                         image);
}

} // namespace mooring
