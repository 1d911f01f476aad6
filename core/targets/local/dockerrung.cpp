#include "core/targets/local/localrungs.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Local", text); }

QString userName()
{
    std::array<char, 16384> buffer;
    passwd user{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &user, buffer.data(), buffer.size(), &found) != 0 || !found)
        return QString::number(geteuid());
    return QString::fromLocal8Bit(user.pw_name);
}

QString startCommand()
{
    return QFile::exists(u"/run/systemd/system"_s) ? u"sudo systemctl start docker"_s : u"sudo service docker start"_s;
}

RungResult running(const DockerFinding &finding, const QString &asked)
{
    return RungResult::of(Verdict::Passed, asked,
                          finding.isPodman ? tr("podman %1, in place of Docker").arg(finding.version)
                                           : tr("%1, API %2").arg(finding.version, finding.apiVersion));
}

RungResult elsewhere(const DockerFinding &finding, const QString &asked)
{
    const bool isForced =
        finding.endpoint.source == u"DOCKER_HOST" && finding.otherHost == u"unix:///var/run/docker.sock";
    return RungResult::of(Verdict::Warned, asked,
                          tr("nothing answers at %1 (%2), but %3 %4 does at %5")
                              .arg(finding.endpoint.host, finding.endpoint.source,
                                   finding.isPodman ? u"podman"_s : u"Docker"_s, finding.version, finding.otherHost))
        .withFixCommand(
            isForced ? u"unset DOCKER_HOST"_s
                     : u"export DOCKER_HOST=%1"_s.arg(QString::fromUtf8(shellQuote(finding.otherHost.toUtf8()))));
}

RungResult noRight(const DockerFinding &finding, const QString &asked)
{
    auto result = RungResult::of(Verdict::Failed, asked,
                                 finding.isNewMember
                                     ? tr("no right to open %1: this session began before you joined the group %2")
                                           .arg(finding.endpoint.socketPath(), finding.socketGroup)
                                     : tr("no right to open %1").arg(finding.endpoint.socketPath()));
    if (finding.isNewMember)
        return std::move(result).withFix(tr("Log out and in again."));
    const QString group = finding.socketGroup.isEmpty() ? u"docker"_s : finding.socketGroup;
    return std::move(result).withFixCommand(u"sudo usermod -aG %1 %2"_s.arg(group, userName()));
}

RungResult describe(const DockerFinding &finding, const QString &asked)
{
    switch (finding.state) {
    case DockerState::Running:
        return running(finding, asked);
    case DockerState::RunningElsewhere:
        return elsewhere(finding, asked);
    case DockerState::NoRight:
        return noRight(finding, asked);
    case DockerState::NotInstalled:
        // Not a fault: who trains without containers never misses it.
        return RungResult::of(Verdict::Skipped, asked,
                              finding.hasClient ? tr("the docker command is there, its engine is not installed")
                                                : tr("not installed"))
            .withFixCommand(u"sudo apt-get install docker.io"_s);
    case DockerState::NotRunning:
        return RungResult::of(Verdict::Warned, asked, tr("installed, not running")).withFixCommand(startCommand());
    case DockerState::Hung:
        return RungResult::of(Verdict::Warned, asked, finding.problem)
            .withFixCommand(u"sudo systemctl restart docker"_s);
    case DockerState::Broken:
        return RungResult::of(Verdict::Failed, asked, finding.problem);
    case DockerState::NotLookedAt:
        break;
    }
    return RungResult::of(Verdict::Skipped, asked,
                          tr("%1 (%2) is not on this computer").arg(finding.endpoint.host, finding.endpoint.source));
}

const char *stateWord(DockerState state)
{
    switch (state) {
    case DockerState::Running:
        return "running";
    case DockerState::RunningElsewhere:
        return "runningElsewhere";
    case DockerState::NotInstalled:
        return "notInstalled";
    case DockerState::NotRunning:
        return "notRunning";
    case DockerState::NoRight:
        return "noRight";
    case DockerState::Hung:
        return "hung";
    case DockerState::Broken:
        return "broken";
    case DockerState::NotLookedAt:
        break;
    }
    return "notLookedAt";
}

Json factsOf(const DockerFinding &finding)
{
    const bool isUsable = finding.state == DockerState::Running;
    const bool isUnknown = finding.state == DockerState::Hung || finding.state == DockerState::NotLookedAt;
    return {{"docker", isUnknown ? Json(nullptr) : Json(isUsable)},
            {"dockerState", stateWord(finding.state)},
            {"dockerVersion", textOrNull(finding.version)},
            {"dockerHost", textOrNull(finding.otherHost.isEmpty() ? finding.endpoint.host : finding.otherHost)}};
}

} // namespace

Rung dockerRung(std::function<DockerSearch()> find, std::chrono::milliseconds limit)
{
    return {u"docker"_s,
            tr("Docker"),
            [find = std::move(find), limit](const Json &, JobContext &context) {
                const DockerFinding finding = probeDocker(find(), limit, context.cancelToken());
                const QString asked = u"GET /version, %1"_s.arg(
                    finding.endpoint.host.isEmpty() ? u"docker context"_s
                                                    : u"%1 (%2)"_s.arg(finding.endpoint.host, finding.endpoint.source));
                return describe(finding, asked).withFacts(factsOf(finding));
            },
            true,
            {}};
}

} // namespace mooring
