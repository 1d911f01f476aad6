#include "tests/support/runbench.h"

#include "core/base/files.h"
#include "core/runs/runfolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;

namespace mooring::test {

RunBench::RunBench(const QString &parent, RunService::PlanEnvironment plan)
    : dir((parent.isEmpty() ? QDir::tempPath() : parent) + u"/mooring-test-XXXXXX"_s),
      host(std::make_shared<LocalHost>(dir.path() + u"/runs"_s, dir.path() + u"/environments"_s)),
      service(
          book, [this](const QString &) -> Result<std::shared_ptr<RunHost>> { return std::shared_ptr<RunHost>(host); },
          std::move(plan))
{
    QDir().mkpath(source());
}

RunBench::~RunBench()
{
    for (const QString &id : QDir(host->runsFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        // The supervisor first: it would go on writing into the folder that is being removed.
        if (const pid_t supervisor = pid_t(wordIn(id, u"sup.pid").toInt());
            supervisor > 1 && wordIn(id, u"exit_code").isEmpty())
            kill(supervisor, SIGKILL);
        for (const QString &pid : processesOf(id) + processesOf(id, "MOORING_HELPER_OF"))
            kill(pid_t(pid.toLongLong()), SIGKILL);
    }
}

Result<EnvironmentPlan> RunBench::bare(const RunSettings &, RunHost &, JobContext &)
{
    EnvironmentPlan plan;
    plan.python = u"no-python-here"_s;
    return plan;
}

QString RunBench::source() const { return dir.path() + u"/source"_s; }

QString RunBench::folder(const QString &id) const { return RunFolder(host->runsFolder(), id).path(); }

void RunBench::write(const QString &name, const QByteArray &content)
{
    QFile file(source() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test cannot write %s.", qPrintable(file.fileName()));
}

RunSettings RunBench::settings(const QString &script, const QStringList &arguments) const
{
    RunSettings settings;
    settings.source = source();
    settings.script = script;
    settings.arguments = arguments;
    return settings;
}

Result<RunRecord> RunBench::submit(const RunSettings &settings) { return service.submit(settings, context); }

RunRecord RunBench::waitForEnd(const QString &id, int limitMs)
{
    QElapsedTimer timer;
    timer.start();
    RunRecord run;
    do {
        run = service.refresh(id, cancel).valueOr({});
    } while (!isEnded(run.state) && timer.elapsed() < limitMs && !cancel.waitFor(std::chrono::milliseconds(20)));
    return run;
}

bool RunBench::waitFor(const QString &id, RunState state, int limitMs)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < limitMs) {
        if (service.refresh(id, cancel).valueOr({}).state == state)
            return true;
        cancel.waitFor(std::chrono::milliseconds(20));
    }
    return false;
}

bool RunBench::waitForLog(const QString &id, const QByteArray &text, int limitMs)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < limitMs) {
        if (log(id).contains(text))
            return true;
        cancel.waitFor(std::chrono::milliseconds(20));
    }
    return false;
}

Result<CancelReport> RunBench::cancelRun(const QString &id, int grace)
{
    return service.cancelRun(id, std::chrono::seconds(grace), context);
}

QByteArray RunBench::wordIn(const QString &id, QStringView file) const
{
    return readWholeFile(RunFolder(host->runsFolder(), id).file(file)).valueOr({}).trimmed().split(' ').value(0);
}

pid_t RunBench::pidIn(const QString &id, QStringView file) const
{
    pid_t pid = 0;
    if (!QTest::qWaitFor([&] { return (pid = pid_t(wordIn(id, file).toInt())) > 1; }, 30000))
        qFatal("There is no process id in %s.", qPrintable(file.toString()));
    return pid;
}

QByteArray RunBench::log(const QString &id, const QString &name)
{
    return readWholeFile(RunFolder(host->runsFolder(), id).log(name), 1LL << 30).valueOr({});
}

QStringList RunBench::processesOf(const QString &id, const QByteArray &variable)
{
    const QByteArray wanted = variable + '=' + id.toUtf8();
    QStringList pids;
    for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile environment(u"/proc/"_s + pid + u"/environ"_s);
        if (pid[0].isDigit() && environment.open(QIODevice::ReadOnly) &&
            environment.readAll().split('\0').contains(wanted))
            pids << pid;
    }
    return pids;
}

} // namespace mooring::test
