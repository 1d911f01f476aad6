#pragma once

#include "core/transport/docker/dockerprobe.h"
#include "core/transport/docker/frames.h"
#include "core/transport/docker/tarstream.h"
#include "core/transport/http/httpclient.h"

#include <memory>

namespace mooring {

/// The API of one engine, through its door, in a version that both sides know (1.41 to 1.52). Calls block, each
/// with a limit, and honour the token: worker threads and the command line. Thread-safe: each call has its own
/// connection.
///
/// An answer that refuses is an Error: "docker.notFound", "docker.conflict", "docker.refused", with the engine's own
/// words as cause and the status in detail. Others: those of sockets.
class DockerEngine
{
public:
    /// The engine that the docker command would use. One that was chosen (DOCKER_HOST, a context) and does not answer
    /// is an error that names what would answer; it is never replaced. Codes: "docker.notInstalled",
    /// "docker.notRunning", "docker.noRight", "docker.elsewhere", "docker.hung", "docker.broken", "docker.tooOld",
    /// "docker.remoteFailed" (cause and detail.code: why), "docker.badContext", those of makeDockerDoor(). All have in
    /// detail "others" what would answer, where something does.
    static Result<std::shared_ptr<DockerEngine>> open(const DockerSearch &search, const CancelToken &cancel);
    /// With a version that is known to fit.
    DockerEngine(std::shared_ptr<DockerDoor> door, QString apiVersion, bool isPodman);

    const DockerDoor &door() const { return *m_door; }
    QString apiVersion() const { return m_api; }
    bool isPodman() const { return m_isPodman; }

    Result<Json> get(const QByteArray &path, const CancelToken &cancel) const;
    Result<Json> post(const QByteArray &path, const Json &body, const CancelToken &cancel) const;
    Result<> remove(const QByteArray &path, const CancelToken &cancel) const;

    /// Unpacks the tar into a folder of a container that need not run.
    Result<> putArchive(const QString &container, const QByteArray &folder, TarStream &tar,
                        const CancelToken &cancel) const;
    /// Builds an image; gives its id. `onText` gets the build's log. A failure inside the stream is
    /// "docker.buildFailed", or what explainEngine() makes of it. Dropping the connection, as cancel does, ends the
    /// build; so does the end of the engine ("docker.buildLost": nobody knows how far it came).
    /// `registries`: registryConfigHeader(), for what the Dockerfile pulls.
    Result<QString> build(const QByteArray &query, TarStream &context,
                          const std::function<void(const QByteArray &)> &onText, const CancelToken &cancel,
                          const QByteArray &registries = {}) const;
    struct PullProgress
    {
        QString text;               ///< the engine's words: "Pulling from library/busybox"; empty: bytes alone moved
        qint64 done = 0, total = 0; ///< bytes of all layers whose size is known; 0: not yet
    };
    /// `auth`: registryAuthHeader(), or empty. Without a tag or digest: latest. Codes: those of explainEngine(),
    /// "docker.pullFailed".
    Result<> pull(const QString &image, const QByteArray &auth,
                  const std::function<void(const PullProgress &)> &onProgress, const CancelToken &cancel) const;
    struct Usage
    {
        double cpuPercent = 0; ///< 100: one core
        qint64 memory = 0;     ///< bytes, without what the kernel would give back
        qint64 memoryLimit = 0;
    };
    /// About once a second until the container ended or the sink had enough.
    Result<> usage(const QString &container, const std::function<bool(const Usage &)> &sink,
                   const CancelToken &cancel) const;
    /// The log of a container as it was printed; with `follow` until it ends. Goes on where it was after the
    /// connection broke or the engine was restarted, without a byte twice or missing.
    Result<> logs(const QString &container, bool follow, const std::function<bool(const QByteArray &)> &sink,
                  const CancelToken &cancel) const;

    static QByteArray encoded(const QString &text);
    /// For the query: filters={"label":[…]}, encoded.
    static QByteArray labelFilter(const QStringList &labels);

private:
    Result<HttpAnswer> call(HttpRequest request, const HttpLimits &limits, const CancelToken &cancel,
                            BodySink *sink = nullptr) const;

    std::shared_ptr<DockerDoor> m_door;
    QString m_api;
    bool m_isPodman;
};

} // namespace mooring
