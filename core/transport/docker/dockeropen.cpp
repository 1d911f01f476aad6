#include "core/transport/docker/dockerengine.h"
#include "core/transport/docker/dockerprobe.h"

#include <QCoreApplication>
#include <QVersionNumber>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kProbeLimit = 5s;
constexpr auto kRemoteLimit = 30s; // as long as the docker command waits for SSH
constexpr auto kOthersLimit = 2s;
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
                               .arg(host, finding.endpoint.source, finding.otherHosts.join(u", "_s)),
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
    case DockerState::Broken:
    case DockerState::Running:
        break;
    }
    return unavailable(u"docker.broken"_s, tr("What answers at %1 is not Docker.").arg(host), finding, {});
}

/// The same error, with what would answer: it is named and never used by itself.
Error withOthers(Error error, const DockerSearch &search, const QString &host, const CancelToken &cancel)
{
    const QStringList others = dockerHostsThatAnswer(search, host, kOthersLimit, cancel);
    if (others.isEmpty() || error.kind == ErrorKind::Canceled)
        return error;
    const QString words = tr("An engine answers at: %1").arg(others.join(u", "_s));
    error.fix = error.fix.isEmpty() ? words : error.fix + u' ' + words;
    if (!error.detail.is_object())
        error.detail = Json::object();
    error.detail["others"] = stringList(others);
    return error;
}

Result<std::shared_ptr<DockerEngine>> make(const std::shared_ptr<DockerDoor> &door, const DockerWords &words)
{
    const QVersionNumber theirs = QVersionNumber::fromString(words.apiVersion);
    if (theirs < kOldest) {
        return Error::of(
            ErrorKind::NotReachable, u"docker.tooOld"_s,
            tr("Docker %1 is too old: its API is %2, and 1.41 is needed.").arg(words.version, words.apiVersion));
    }
    const QVersionNumber wanted = QVersionNumber::fromString(qEnvironmentVariable("DOCKER_API_VERSION"));
    const QVersionNumber ours = wanted >= kOldest ? std::min(wanted, kNewest) : kNewest;
    return std::make_shared<DockerEngine>(door, std::min(theirs, ours).toString(), words.isPodman);
}

} // namespace

Result<std::shared_ptr<DockerEngine>> DockerEngine::open(const DockerSearch &search, const CancelToken &cancel)
{
    const auto endpoint = resolveDockerEndpoint(search.defaultSocket, search.configFolder, search.chosen);
    if (!endpoint)
        return withOthers(endpoint.error(), search, {}, cancel);
    const auto door = makeDockerDoor(*endpoint, search.rules);
    if (!door)
        return withOthers(door.error(), search, endpoint->host, cancel);
    if (!endpoint->socketPath().isEmpty()) {
        const DockerFinding finding = probeDocker(search, kProbeLimit, cancel);
        if (cancel.isCanceled())
            return Error::canceled();
        if (finding.state == DockerState::Running)
            return make(*door, {finding.version, finding.apiVersion, finding.isPodman});
        if (finding.state == DockerState::RunningElsewhere) // says so itself
            return explain(finding);
        return withOthers(explain(finding), search, endpoint->host, cancel);
    }
    const auto words = askDocker(**door, kRemoteLimit, cancel);
    if (words)
        return make(*door, *words);
    if (words.error().kind == ErrorKind::Canceled)
        return words.error();
    const ErrorKind kind = words.error().kind == ErrorKind::SignIn ? ErrorKind::SignIn : ErrorKind::NotReachable;
    return withOthers(Error::of(kind, u"docker.remoteFailed"_s,
                                tr("The engine at %1 (%2) cannot be used.").arg(endpoint->host, endpoint->source))
                          .withCause(words.error().text())
                          .withDetail({{"host", textOrNull(endpoint->host)},
                                       {"source", textOrNull(endpoint->source)},
                                       {"code", textOrNull(words.error().code)}}),
                      search, endpoint->host, cancel);
}

} // namespace mooring
