#include "tests/support/dockerbench.h"

#include "core/base/files.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <csignal>
#include <sched.h>
#include <thread>
#include <unistd.h>

namespace mooring::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DockerBench::DockerBench() : m_folder(u"/tmp/mooring-docker-XXXXXX"_s), m_process(std::make_unique<QProcess>()) {}

DockerBench::~DockerBench()
{
    stop();
    // What a killed daemon left behind, by the pid files in our own folder.
    (void)shell(
        u"for f in exec/containerd/containerd.pid pid; do [ ! -s $f ] || kill $(cat $f) 2>/dev/null || :; done\n"
        "for p in $(grep -l -a -F \"$PWD/exec\" /proc/[0-9]*/cmdline 2>/dev/null); do\n"
        "  p=${p#/proc/}; kill -9 ${p%%/*} 2>/dev/null || :\n"
        "done\n"
        "grep -o \"$PWD/[^ ]*\" /proc/self/mounts | sort -r | while read m; do umount -l \"$m\" || :; done"_s);
}

bool DockerBench::possible()
{
    return geteuid() == 0 && QFile::exists(u"/usr/sbin/dockerd"_s) && !findProgram(u"busybox"_s).isEmpty() &&
           !findProgram(u"docker"_s).isEmpty();
}

bool DockerBench::enterOwnNetwork()
{
    if (unshare(CLONE_NEWNET) != 0)
        return false;
    Command up;
    up.program = u"ip"_s;
    up.arguments = QStringList{u"link"_s, u"set"_s, u"lo"_s, u"up"_s};
    const auto done = runCommand(up, {});
    return done && done->succeeded();
}

bool DockerBench::start(const QStringList &more)
{
    m_process->setStandardOutputFile(path(u"log"_s), QIODevice::Append);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(u"/usr/sbin/dockerd"_s,
                     QStringList{u"--host="_s + host(), u"--data-root="_s + path(u"data"_s),
                                 u"--exec-root="_s + path(u"exec"_s), u"--pidfile="_s + path(u"pid"_s),
                                 u"--iptables=false"_s, u"--ip6tables=false"_s, u"--bip=172.31.251.1/24"_s,
                                 u"--log-level=warn"_s} +
                         more);
    if (!m_process->waitForStarted())
        return false;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60000 && m_process->state() == QProcess::Running) {
        const auto door = makeDockerDoor({host(), {}}, {});
        if (askDocker(**door, 5s, {}))
            return true;
        m_process->waitForFinished(50);
    }
    return false;
}

void DockerBench::stop()
{
    if (m_process->state() == QProcess::NotRunning)
        return;
    m_process->terminate();
    if (!m_process->waitForFinished(30000))
        kill();
}

void DockerBench::kill()
{
    m_process->kill();
    m_process->waitForFinished(10000);
    // Its containerd dies with it; where nobody buries that one, the next daemon would take it for alive.
    QFile::remove(path(u"exec/containerd/containerd.pid"_s));
}

QByteArray DockerBench::log() const { return readWholeFile(path(u"log"_s)).valueOr({}); }
qint64 DockerBench::pid() const { return m_process->processId(); }

DockerSearch DockerBench::search() const { return {path(u"d.sock"_s), path(u"config"_s), {}, {u"/usr/sbin"_s}}; }

std::shared_ptr<DockerEngine> DockerBench::engine() const
{
    const auto door = makeDockerDoor({host(), {}}, {});
    // One that was just started, or on a busy machine, may refuse the first time.
    auto words = askDocker(**door, 10s, {});
    for (const QDeadlineTimer limit(30s); !words && !limit.hasExpired() && !CancelToken().waitFor(100ms);)
        words = askDocker(**door, 10s, {});
    return words ? std::make_shared<DockerEngine>(*door, words->apiVersion, words->isPodman) : nullptr;
}

CommandOutput DockerBench::shell(const QString &script, std::chrono::milliseconds limit) const
{
    Command command;
    command.program = u"sh"_s;
    command.arguments = QStringList{u"-ec"_s, script};
    command.folder = m_folder.path();
    command.environment = QStringList{u"DOCKER_HOST="_s + host(), u"DOCKER_CONFIG="_s + path(u"config"_s),
                                      u"PATH=/usr/bin:/usr/sbin:/bin:/sbin:/usr/local/bin"_s};
    command.limit = limit;
    const auto output = runCommand(command, {});
    return output ? *output : CommandOutput{-1, 0, {}, output.error().text().toUtf8(), 0};
}

bool DockerBench::makeBox() const
{
    const auto made =
        shell(u"mkdir -p root/bin root/tmp\n"
              "chmod 1777 root/tmp\n"
              "cp -L $(command -v busybox) root/bin/busybox\n"
              "for l in $(ldd root/bin/busybox 2>/dev/null | grep -o '/[^ ]*'); do cp -L --parents $l root; done\n"
              "for n in $(busybox --list); do [ $n = busybox ] || ln -sf busybox root/bin/$n; done\n"
              "tar -C root -c . | docker import - box:1\n"_s);
    return made.succeeded();
}

void DockerBench::write(const QString &name, const QByteArray &text) const
{
    QDir().mkpath(QFileInfo(path(name)).absolutePath());
    (void)writeFileAtomically(path(name), text, 0644);
}

} // namespace mooring::test
