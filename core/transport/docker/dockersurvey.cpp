#include "core/transport/docker/dockersurvey.h"

#include <QElapsedTimer>
#include <QFile>

namespace mooring {

using namespace Qt::StringLiterals;
using Place = DockerTry::Place;
using Outcome = DockerTry::Outcome;

namespace {

constexpr int kElsewhere = 10; // times as long as a socket of this computer

Place placeOf(const QString &socket)
{
    if (socket.contains(u"podman"))
        return Place::Podman;
    return socket.contains(u"/.docker/") ? Place::Desktop : Place::Rootless;
}

class Survey
{
public:
    Survey(const DockerSearch &search, std::chrono::milliseconds limit, const CancelToken &cancel)
        : m_search(search), m_limit(limit), m_cancel(cancel)
    {
    }

    std::vector<DockerTry> take()
    {
        addNamed(Place::Setting, m_search.chosen);
        addNamed(Place::Host, qEnvironmentVariable("DOCKER_HOST"));
        addContext();
        addSocket(Place::System, m_search.defaultSocket);
        for (const QString &socket : m_search.otherSockets)
            addSocket(placeOf(socket), socket);
        return std::move(m_tries);
    }

private:
    void addNamed(Place place, const QString &value)
    {
        DockerTry each{place};
        if (value.isEmpty())
            m_tries.push_back(each);
        else
            addResolved(each, resolveDockerEndpoint(m_search.defaultSocket, m_search.configFolder, value));
    }

    /// The context that would count without a setting and without DOCKER_HOST; "default" is none.
    void addContext()
    {
        DockerTry each{Place::Context};
        const QString host = qEnvironmentVariable("DOCKER_HOST");
        const auto counting = resolveDockerEndpoint(m_search.defaultSocket, m_search.configFolder);
        if (!host.isEmpty() || (counting && counting->isDefault)) {
            m_tries.push_back(each);
            return;
        }
        if (counting)
            each.name = counting->source.section(u' ', -1);
        addResolved(each, counting);
    }

    void addResolved(DockerTry each, const Result<DockerEndpoint> &endpoint)
    {
        const bool counts = !m_isDecided;
        m_isDecided = true;
        if (!endpoint) {
            each.outcome = Outcome::Failed;
            each.problem = endpoint.error().message;
            each.fix = endpoint.error().fix;
            m_tries.push_back(std::move(each));
            return;
        }
        each.address = endpoint->host;
        m_seen << endpoint->host;
        ask(each, *endpoint, counts);
        m_tries.push_back(std::move(each));
    }

    void addSocket(Place place, const QString &path)
    {
        const DockerEndpoint endpoint{u"unix://"_s + path, {}};
        const bool counts = !m_isDecided && place == Place::System; // the docker command looks no further
        if (place == Place::System)
            m_isDecided = true;
        if (m_seen.contains(endpoint.host))
            return; // stands above
        m_seen << endpoint.host;
        DockerTry each{place};
        each.address = endpoint.host;
        if (!counts && !QFile::exists(path))
            each.outcome = Outcome::Absent;
        else
            ask(each, endpoint, counts);
        m_tries.push_back(std::move(each));
    }

    void ask(DockerTry &each, const DockerEndpoint &endpoint, bool counts)
    {
        const bool isHere = !endpoint.socketPath().isEmpty();
        if (!counts && !isHere) {
            each.outcome = Outcome::NotAsked;
            return;
        }
        QElapsedTimer timer;
        timer.start();
        const auto door = makeDockerDoor(endpoint, m_search.rules);
        const auto words = door ? askDocker(**door, isHere ? m_limit : m_limit * kElsewhere, m_cancel) : door.error();
        if (words) {
            each.ms = timer.elapsed();
            each.words = *words;
            each.outcome = counts ? Outcome::Used : Outcome::Answers;
            return;
        }
        const QString code = words.error().code;
        const bool isAbsent = code == u"socket.missing" || code == u"socket.refused";
        each.outcome = isAbsent && !counts ? Outcome::Absent : Outcome::Failed;
        each.fix = words.error().fix;
        each.problem = each.fix.isEmpty() ? words.error().text() : words.error().message;
    }

    const DockerSearch &m_search;
    const std::chrono::milliseconds m_limit;
    const CancelToken &m_cancel;
    std::vector<DockerTry> m_tries;
    QStringList m_seen;
    bool m_isDecided = false;
};

} // namespace

std::vector<DockerTry> surveyDocker(const DockerSearch &search, std::chrono::milliseconds limit,
                                    const CancelToken &cancel)
{
    return Survey(search, limit, cancel).take();
}

const DockerTry *countingTry(const std::vector<DockerTry> &tries)
{
    for (const DockerTry &each : tries) {
        if (each.outcome == Outcome::Used || each.outcome == Outcome::Failed)
            return &each;
    }
    return nullptr;
}

} // namespace mooring
