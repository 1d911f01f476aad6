#include "tests/support/remotebench.h"

#include "core/base/files.h"
#include "core/runs/runfolder.h"
#include "core/runs/runspool.h"

#include <QDir>
#include <QElapsedTimer>

#include <csignal>

using namespace Qt::StringLiterals;

namespace mooring::test {

RemoteBench::RemoteBench(const QString &spool)
    : dir(QDir::tempPath() + u"/mooring-test-XXXXXX"_s), m_spool(spool.isEmpty() ? dir.path() + u"/spool"_s : spool)
{
    QDir().mkpath(dir.path() + u"/source"_s);
    service = newService();
}

RemoteBench::~RemoteBench()
{
    for (const auto &[name, host] : hosts) {
        for (const QString &id : QDir(host->runsFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const RunFolder folder(host->runsFolder(), id);
            const pid_t supervisor = pid_t(readWholeFile(folder.file(u"sup.pid")).valueOr({}).trimmed().toInt());
            if (supervisor > 1 && !QFile::exists(folder.file(u"exit_code")))
                kill(supervisor, SIGKILL);
            for (const QString &pid : RunBench::processesOf(id) + RunBench::processesOf(id, "MOORING_HELPER_OF"))
                kill(pid_t(pid.toLongLong()), SIGKILL);
        }
    }
}

std::shared_ptr<PretendHost> RemoteBench::hostOf(const QString &target)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<PretendHost> &host = hosts[target];
    if (!host) {
        const QString folder = dir.path() + u'/' + target;
        host = std::make_shared<PretendHost>(folder + u"/runs"_s, folder + u"/environments"_s, m_spool);
    }
    return host;
}

std::unique_ptr<RunService> RemoteBench::newService()
{
    return std::make_unique<RunService>(
        book,
        [this](const QString &target) -> Result<std::shared_ptr<RunHost>> {
            if (target == u"detached")
                return Error::usage(u"target.unknown"_s, u"There is no target named detached."_s);
            return std::shared_ptr<RunHost>(hostOf(target));
        },
        RunBench::bare, m_spool);
}

void RemoteBench::write(const QString &name, const QByteArray &content)
{
    QFile file(dir.path() + u"/source/"_s + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test cannot write %s.", qPrintable(file.fileName()));
}

Result<RunRecord> RemoteBench::submit(const QString &script, const QString &target)
{
    RunSettings settings;
    settings.source = dir.path() + u"/source"_s;
    settings.script = script;
    settings.target = target;
    return service->submit(settings, context);
}

RunRecord RemoteBench::waitForCopy(const RunRecord &run, int limitMs)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < limitMs) {
        (void)service->lookAt(run.settings.target, cancel);
        const auto now = book.findRun(run.id);
        if (now && isEnded(now->state)) {
            const auto files = service->files(*now);
            if (files && files->isComplete)
                return *now;
        }
        cancel.waitFor(std::chrono::milliseconds(20));
    }
    return book.findRun(run.id).valueOr({});
}

bool RemoteBench::waitFor(const QString &id, RunState state, int limitMs)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < limitMs) {
        if (service->refresh(id, cancel).valueOr({}).state == state)
            return true;
        cancel.waitFor(std::chrono::milliseconds(20));
    }
    return false;
}

QByteArray RemoteBench::onHost(const RunRecord &run, const QString &file)
{
    return readWholeFile(RunFolder(hostOf(run.settings.target)->runsFolder(), run.id).file(file), 1LL << 30)
        .valueOr({});
}

QByteArray RemoteBench::copied(const RunRecord &run, const QString &file)
{
    return readWholeFile(RunFolder(m_spool, run.id).file(file), 1LL << 30).valueOr({});
}

} // namespace mooring::test
