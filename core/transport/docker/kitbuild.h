#pragma once

#include "core/base/canceltoken.h"
#include "core/transport/docker/tarstream.h"

#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace mooring {

/// Whether a Dockerfile needs BuildKit: a syntax line, mounts or here-documents of RUN, links and modes of COPY. The
/// word that says so; empty: the classic builder does.
QString needsBuildKit(const QByteArray &dockerfile);

/// A docker command that can build with BuildKit: secrets pass only through its session with the engine.
class KitBuilder
{
public:
    /// The first on PATH, then in /usr/bin, that is one with buildx, or older than 23 and has it built in. Code
    /// "docker.noBuildKit".
    static Result<KitBuilder> find(const CancelToken &cancel);
    const QString &program() const { return m_program; }

    struct Secret
    {
        QString id;
        QString file;     ///< where it is already, or
        QString variable; ///< the variable of ours that has it
    };
    struct Request
    {
        QString host; ///< DOCKER_HOST
        QString tag, dockerfile;
        std::map<QString, QString> labels;
        std::map<QString, QString> arguments; ///< no secrets: they stand in the command line
        std::vector<Secret> secrets;
    };
    /// The image's id. The context goes in as it is made. Codes as of DockerEngine::build(). A cancel ends the command,
    /// and with it the build.
    Result<QString> build(const Request &request, TarStream &context,
                          const std::function<void(const QByteArray &)> &onText, const CancelToken &cancel) const;

private:
    explicit KitBuilder(QString program) : m_program(std::move(program)) {}
    QStringList wordsOf(const Request &request, const QString &idFile) const;

    QString m_program;
};

} // namespace mooring
