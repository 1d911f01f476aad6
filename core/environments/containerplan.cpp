#include "core/environments/containerplan.h"

#include "core/base/text.h"
#include "core/environments/remotescript.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::ContainerPlan", text); }

constexpr int kDockerSeconds = 10;

Error noDocker(const QString &state, const QString &text, const QString &user)
{
    if (state == u"notInstalled" || state == u"clientOnly")
        return Error::usage(u"environment.noDocker"_s, tr("Docker is not installed on this target."))
            .withFix(u"sudo apt install docker.io"_s);
    if (state == u"notRunning")
        return Error::usage(u"environment.dockerNotRunning"_s,
                            tr("Docker is installed on this target but not running."))
            .withFix(u"sudo systemctl start docker"_s);
    if (state == u"noRight")
        return Error::usage(u"environment.dockerNoRight"_s, tr("%1 may not use Docker on this target.").arg(user))
            .withFix(u"sudo usermod -aG docker %1"_s.arg(user));
    if (state == u"newMember")
        return Error::usage(u"environment.dockerNoRight"_s,
                            tr("%1 is in the group docker, but not in this session yet.").arg(user))
            .withFix(tr("Sign out there and in again."));
    if (state == u"hung")
        return Error::usage(u"environment.dockerHangs"_s,
                            tr("Docker on this target did not answer within %1 s.").arg(kDockerSeconds));
    return Error::usage(u"environment.dockerBroken"_s, tr("Docker on this target cannot be used.")).withCause(text);
}

} // namespace

Result<EnvironmentPlan> planContainer(const QString &image, EnvironmentHost &host, const CancelToken &cancel)
{
    static const QRegularExpression good(u"^[A-Za-z0-9][A-Za-z0-9._/:@-]*$"_s);
    if (!good.match(image).hasMatch() || image.size() > 512)
        return Error::usage(u"environment.badImage"_s, tr("“%1” is not the name of a container image.").arg(image));
    const auto answer = host.runScript(askingScript(u"engines.sh"_s), {QString::number(kDockerSeconds)},
                                       std::chrono::seconds(kDockerSeconds * 3), cancel);
    if (!answer)
        return answer.error();
    std::map<QByteArray, QList<QByteArray>> lines;
    for (const QByteArray &line : answer->split('\n'))
        lines.emplace(line.left(line.indexOf('\t')), line.split('\t'));
    const auto cell = [&](const char *word, int n) { return QString::fromUtf8(lines[word].value(n)); };
    if (cell("docker", 1) != u"running")
        return noDocker(cell("docker", 1), cell("docker", 2), cell("user", 1));
    const auto endpoint = host.runScript("printf '%s' \"$DOCKER_HOST\"\n", {}, 20s, cancel);
    if (!endpoint)
        return endpoint.error();
    if (!endpoint->isEmpty() && !endpoint->startsWith("unix://"))
        return Error::usage(u"environment.dockerElsewhere"_s,
                            tr("DOCKER_HOST on this target names another machine, %1, which does not see the run's "
                               "folder.")
                                .arg(QString::fromUtf8(*endpoint)))
            .withFix(u"unset DOCKER_HOST"_s);
    EnvironmentPlan plan;
    plan.kind = EnvironmentPlan::Kind::Container;
    plan.image = image;
    plan.gpus = cell("gpuState", 1) == u"found" && cell("dockerRuntimes", 1).split(u' ').contains(u"nvidia");
    plan.reason = tr("in a container of %1").arg(image);
    plan.buildScript = "#!/bin/sh\nIMAGE=" + shellQuote(image.toUtf8()) + '\n' + remoteScript(u"image.sh"_s);
    plan.description = {{"tool", "docker"}, {"version", textOrNull(cell("dockerVersion", 1))}};
    return plan;
}

} // namespace mooring
