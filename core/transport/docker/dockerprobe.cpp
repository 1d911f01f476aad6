#include "core/transport/docker/dockerprobe.h"

#include "core/base/jsontext.h"
#include "core/base/process.h"
#include "core/transport/http/httpclient.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kAnswerLimit = 1024 * 1024;

Result<HttpAnswer> get(const DockerDoor &door, const QByteArray &target, std::chrono::milliseconds limit,
                       const CancelToken &cancel)
{
    auto stream = door.open(limit, cancel);
    if (!stream)
        return stream.error();
    return exchange(**stream, {"GET", target, "docker"}, {limit, limit, kAnswerLimit}, cancel);
}

class Probe
{
public:
    Probe(const DockerSearch &search, std::chrono::milliseconds limit, const CancelToken &cancel)
        : m_search(search), m_limit(limit), m_cancel(cancel)
    {
        m_timer.start();
    }

    DockerFinding look()
    {
        DockerFinding finding;
        const auto endpoint = resolveDockerEndpoint(m_search.defaultSocket, m_search.configFolder, m_search.chosen);
        if (!endpoint) {
            finding.state = DockerState::Broken;
            finding.problem = endpoint.error().text();
            return finding;
        }
        finding.endpoint = *endpoint;
        const QString path = endpoint->socketPath();
        if (path.isEmpty()) {
            finding.state = DockerState::NotLookedAt;
            return finding;
        }
        const auto door = makeDockerDoor(*endpoint, m_search.rules);
        const auto engine = door ? askDocker(**door, left(), m_cancel) : door.error();
        if (engine)
            fill(finding, *engine, DockerState::Running);
        else
            explain(finding, path, engine.error());
        return finding;
    }

private:
    std::chrono::milliseconds left() const
    {
        return std::max(std::chrono::milliseconds(0), m_limit - std::chrono::milliseconds(m_timer.elapsed()));
    }

    static void fill(DockerFinding &finding, const DockerWords &engine, DockerState state)
    {
        finding.state = state;
        finding.version = engine.version;
        finding.apiVersion = engine.apiVersion;
        finding.isPodman = engine.isPodman;
    }

    void explain(DockerFinding &finding, const QString &path, const Error &error)
    {
        finding.problem = error.text();
        if (error.kind == ErrorKind::Canceled) {
            finding.state = DockerState::NotLookedAt;
        } else if (error.code == u"socket.timeLimit") {
            finding.state = DockerState::Hung;
        } else if (error.code == u"socket.denied") {
            finding.state = DockerState::NoRight;
            readGroup(finding, path);
        } else if (error.code == u"socket.missing" || error.code == u"socket.refused") {
            lookElsewhere(finding, path);
        } else {
            finding.state = DockerState::Broken;
        }
    }

    void lookElsewhere(DockerFinding &finding, const QString &path)
    {
        QStringList sockets = m_search.otherSockets;
        sockets.prepend(m_search.defaultSocket);
        for (const QString &other : std::as_const(sockets)) {
            if (other == path || !QFile::exists(other))
                continue;
            const auto door = makeDockerDoor({u"unix://"_s + other, {}}, m_search.rules);
            const auto engine = askDocker(**door, left() / 2, m_cancel); // half: a hung one leaves time for the next
            if (!engine)
                continue;
            if (finding.otherHosts.isEmpty())
                fill(finding, *engine, DockerState::RunningElsewhere);
            finding.otherHosts << (*door)->host();
        }
        finding.otherHost = finding.otherHosts.value(0);
        if (!finding.otherHosts.isEmpty())
            return;
        finding.hasClient = isInstalled(u"docker"_s);
        finding.state = isInstalled(u"dockerd"_s) ? DockerState::NotRunning : DockerState::NotInstalled;
    }

    bool isInstalled(const QString &program) const
    {
        return !findProgram(program).isEmpty() ||
               !QStandardPaths::findExecutable(program, m_search.programFolders).isEmpty();
    }

    static void readGroup(DockerFinding &finding, const QString &path)
    {
        struct stat info
        {
        };
        if (stat(QFile::encodeName(path).constData(), &info) != 0 || info.st_gid == 0 || !(info.st_mode & S_IWGRP))
            return; // its group opens nothing
        std::array<char, 16384> buffer;
        group entry{};
        group *found = nullptr;
        if (getgrgid_r(info.st_gid, &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
            return;
        finding.socketGroup = QString::fromLocal8Bit(entry.gr_name);
        finding.isNewMember = isListed(info.st_gid);
    }

    /// In the group's list, though not in the groups that this session began with: else there would be no refusal.
    static bool isListed(gid_t gid)
    {
        std::array<char, 16384> buffer;
        passwd user{};
        passwd *found = nullptr;
        if (getpwuid_r(geteuid(), &user, buffer.data(), buffer.size(), &found) != 0 || !found)
            return false;
        int count = 256;
        std::vector<gid_t> groups(size_t(count), 0);
        if (getgrouplist(user.pw_name, user.pw_gid, groups.data(), &count) < 0)
            return false;
        return std::find(groups.begin(), groups.begin() + count, gid) != groups.begin() + count;
    }

    const DockerSearch &m_search;
    const std::chrono::milliseconds m_limit;
    const CancelToken &m_cancel;
    QElapsedTimer m_timer;
};

} // namespace

Result<DockerWords> askDocker(const DockerDoor &door, std::chrono::milliseconds limit, const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    const auto ping = get(door, "/_ping", limit, cancel);
    if (!ping)
        return ping.error();
    const auto rest = std::max(std::chrono::milliseconds(0), limit - std::chrono::milliseconds(timer.elapsed()));
    const auto answer = get(door, "/version", rest, cancel);
    if (!answer)
        return answer.error();
    const Json json = readJson(answer->body);
    DockerWords words{stringAt(json, "Version"), stringAt(json, "ApiVersion"), answer->body.contains("Podman Engine")};
    if (answer->status() != 200 || words.version.isEmpty()) {
        return Error::failed(
            u"socket.badAnswer"_s,
            u"GET /version: %1 %2"_s.arg(QString::number(answer->status()), QString::fromUtf8(answer->body.left(200))));
    }
    return words;
}

QStringList dockerHostsThatAnswer(const DockerSearch &search, const QString &except, std::chrono::milliseconds limit,
                                  const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    QStringList found;
    QStringList sockets = search.otherSockets;
    sockets.prepend(search.defaultSocket);
    for (const QString &path : std::as_const(sockets)) {
        const QString host = u"unix://"_s + path;
        const auto left = limit - std::chrono::milliseconds(timer.elapsed());
        if (host == except || left.count() <= 0 || found.contains(host) || !QFile::exists(path))
            continue;
        const auto door = makeDockerDoor({host, {}}, search.rules);
        if (askDocker(**door, left / 2, cancel))
            found << host;
    }
    return found;
}

DockerSearch DockerSearch::ofThisUser()
{
    const QString home = QDir::homePath();
    const QString config = qEnvironmentVariable("DOCKER_CONFIG");
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    DockerSearch search{u"/var/run/docker.sock"_s,
                        config.isEmpty() ? home + u"/.docker"_s : config,
                        {},
                        {u"/usr/local/sbin"_s, u"/usr/sbin"_s, u"/sbin"_s}};
    search.chosen = qEnvironmentVariable("MOORING_DOCKER_HOST");
    search.rules.plainTcpHost = qEnvironmentVariable("MOORING_DOCKER_PLAIN_TCP");
    if (!runtime.isEmpty())
        search.otherSockets << runtime + u"/docker.sock"_s;
    search.otherSockets << home + u"/.docker/run/docker.sock"_s << home + u"/.docker/desktop/docker.sock"_s;
    if (!runtime.isEmpty())
        search.otherSockets << runtime + u"/podman/podman.sock"_s;
    search.otherSockets << u"/run/podman/podman.sock"_s;
    return search;
}

DockerFinding probeDocker(const DockerSearch &search, std::chrono::milliseconds limit, const CancelToken &cancel)
{
    return Probe(search, limit, cancel).look();
}

} // namespace mooring
