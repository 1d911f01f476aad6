#include "core/inference/processrunner.h"

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/environments/remotescript.h"
#include "core/inference/portowner.h"
#include "core/inference/serverenvironment.h"
#include "core/runs/hostscripts.h"
#include "core/runs/jobscript.h"
#include "core/runs/runtruth.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Life = InstanceTruth::Life;

namespace {

constexpr auto kGrace = 10s; // a request that is being answered may end
constexpr auto kLogPause = 100ms;
constexpr qint64 kLogBlock = 1024 * 1024;
constexpr int kPortTaken = 98; // what serve.py ends with

QString tr(const char *text) { return QCoreApplication::translate("mooring::ProcessRunner", text); }

InstanceTruth truthOf(const RunTruth &run)
{
    InstanceTruth truth{Life::Unknown, run.exitCode, run.reason, run.pid};
    switch (run.state) {
    case RunState::NotStarted:
    case RunState::Preparing:
    case RunState::Queued:
        truth.life = Life::Preparing;
        break;
    case RunState::Running:
    case RunState::Finalizing:
    case RunState::CancelRequested:
        truth.life = Life::Alive;
        break;
    case RunState::Completed:
    case RunState::Failed:
    case RunState::Canceled:
        truth.life = Life::Ended;
        truth.portTaken = run.exitCode == kPortTaken;
        break;
    case RunState::Unknown:
        break;
    }
    return truth;
}

JobStart jobOf(const QString &id, const QString &instance, const EndpointVersion &version, const VersionFolder &folder,
               const EnvironmentPlan &plan, int port)
{
    JobStart job;
    job.runId = id.toUtf8();
    job.program = {QFile::encodeName(plan.python), QFile::encodeName(instance + u"/serve.py"_s),
                   QByteArray::number(port), QFile::encodeName(version.settings.score)};
    job.environmentFolder = QFile::encodeName(plan.folder);
    const auto set = [&job](const char *name, const QByteArray &value) { job.variables.emplace_back(name, value); };
    set("AML_APP_ROOT", QFile::encodeName(folder.code()));
    set("AZUREML_MODEL_DIR", QFile::encodeName(folder.models()));
    set("PYTHONDONTWRITEBYTECODE", "1"); // the code stays as it was copied
    if (plan.description.contains("variables")) {
        for (const auto &[name, value] : plan.description["variables"].items()) {
            if (value.is_string())
                set(name.c_str(), QByteArray::fromStdString(value.get<std::string>()));
        }
    }
    for (const auto &[name, value] : version.settings.variables)
        set(name.toUtf8().constData(), value.toUtf8());
    return job;
}

} // namespace

Result<> ProcessRunner::prepare(EndpointVersion &, const VersionFolder &, const DeployWatch &, JobContext &)
{
    return {}; // the environment is built by the supervisor, so that the build outlives us too
}

Result<> ProcessRunner::start(EndpointVersion &version, const VersionFolder &folder, int port, JobContext &context)
{
    auto plan = planServerEnvironment(version.settings, version.modelPath, folder.environment(), *m_host, context);
    if (!plan)
        return plan.error();
    version.environment = plan->toJson();
    if (!plan->reason.isEmpty())
        context.log(plan->reason);
    version.instance = u"%1-v%2-%3"_s.arg(version.settings.name).arg(version.number).arg(randomWord(6));
    const QString instance = folder.instance(version.instance);
    if (auto made = hostscripts::prepare(*m_host, instance, context.cancelToken()); !made)
        return made;
    if (auto written = writeFiles(instance, version, folder, *plan, port, context.cancelToken()); !written)
        return written;
    context.log(tr("Starting the inference server on 127.0.0.1:%1").arg(port));
    auto launched = hostscripts::launch(*m_host, instance, context.cancelToken());
    if (!launched) // whether it started or not: nothing of it may be left
        (void)hostscripts::endProcesses(*m_host, instance, 2s, CancelMark::Cancel, CancelToken());
    return launched;
}

Result<> ProcessRunner::writeFiles(const QString &instance, const EndpointVersion &version, const VersionFolder &folder,
                                   const EnvironmentPlan &plan, int port, const CancelToken &cancel)
{
    std::vector<std::pair<QString, QByteArray>> files{
        {u"sup.sh"_s, remoteScript(u"sup.sh"_s)},
        {u"cancel.sh"_s, remoteScript(u"cancel.sh"_s)},
        {u"serve.py"_s, remoteScript(u"serve.py"_s)},
        {u"sup.conf"_s, supervisorConfig({}, plan)},
        {u"job.sh"_s, jobScript(jobOf(version.instance, instance, version, folder, plan, port))},
    };
    if (!plan.buildScript.isEmpty())
        files.emplace_back(u"env.sh"_s, plan.buildScript);
    for (const auto &[name, content] : files) {
        const bool isScript = name.endsWith(u".sh");
        if (auto written = m_host->writeFile(instance + u'/' + name, content, isScript, cancel); !written)
            return written;
    }
    if (!QFile::link(u"../code"_s, instance + u"/code"_s))
        return Error::failed(u"file.cannotWrite"_s, tr("The folder %1 could not be prepared.").arg(instance));
    return {};
}

Result<InstanceTruth> ProcessRunner::look(const EndpointVersion &version, const VersionFolder &folder,
                                          const CancelToken &cancel)
{
    if (version.instance.isEmpty())
        return InstanceTruth{Life::Ended, {}, tr("It was never started."), {}};
    const auto facts = hostscripts::readStates(*m_host, {folder.instance(version.instance)}, cancel);
    if (!facts)
        return facts.error();
    const auto found = facts->runs.find(version.instance);
    if (found == facts->runs.end())
        return InstanceTruth{};
    return truthOf(judgeRun(found->second, *facts, {}));
}

/// The supervisor gives its id to the server, and the server to its workers.
bool ProcessRunner::holdsPort(const EndpointVersion &version, int port) const
{
    return isPortHeldBy(port, "MOORING_RUN_ID=" + version.instance.toUtf8());
}

/// All instances of the version: a trial whose Mooring was killed is one of them.
Result<> ProcessRunner::stop(const EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    QStringList left;
    for (const QString &name : QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QString instance = folder.instance(name);
        const bool ended = QFileInfo::exists(instance + u"/exit_code"_s);
        if (!QFileInfo::exists(instance + u"/sup.sh"_s) || (ended && name != version.instance))
            continue; // of the newest also what its server left behind
        const auto report =
            hostscripts::endProcesses(*m_host, instance, kGrace, CancelMark::Cancel, context.cancelToken());
        if (!report)
            return report.error();
        for (const auto &process : report->left)
            left << u"%1 %2"_s.arg(process.pid).arg(process.command);
    }
    if (left.isEmpty())
        return {};
    return Error::failed(u"endpoint.notStopped"_s, tr("Processes of the endpoint could not be ended."))
        .withCause(left.join(u'\n'));
}

Result<> ProcessRunner::discard(const EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    return stop(version, folder, context);
}

Result<> ProcessRunner::readLog(const EndpointVersion &version, const VersionFolder &folder, Log log, bool follow,
                                const Sink &sink, const CancelToken &cancel)
{
    const QString path = logFile(version, folder, log);
    bool ended = !follow;
    for (qint64 offset = 0;;) {
        const auto block = readFileRange(path, offset, kLogBlock);
        if (!block && block.error().code != u"file.missing")
            return block.error();
        if (block && !block->isEmpty()) {
            offset += block->size();
            if (!sink(*block))
                return {};
            continue;
        }
        if (ended)
            return {};
        if (cancel.waitFor(kLogPause))
            return Error::canceled();
        const auto truth = look(version, folder, cancel);
        ended = truth && truth->life == Life::Ended; // what it wrote last is read once more
    }
}

QString ProcessRunner::servedCode(const VersionFolder &folder) const
{
    return QFileInfo(folder.code()).canonicalFilePath();
}

QString ProcessRunner::logFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const
{
    return folder.instance(version.instance) +
           (log == Log::Server ? u"/user_logs/std_log.txt"_s : u"/system_logs/build.log"_s);
}

} // namespace mooring
