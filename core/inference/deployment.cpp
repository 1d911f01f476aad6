#include "core/inference/deployment.h"

#include "core/base/clock.h"
#include "core/base/failurewords.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/environments/remotescript.h"
#include "core/inference/portowner.h"
#include "core/runs/snapshot.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Life = InstanceTruth::Life;
using Log = EndpointRunner::Log;

namespace {

constexpr auto kHealthLimit = 2s;        // of one look
constexpr qint64 kReadyLimitMs = 900000; // of init(): large models take minutes
constexpr qint64 kLogTail = 256 * 1024;
constexpr int kKeptVersions = 10;
constexpr int kFirstTrialPort = 15001;
constexpr int kPortTries = 5;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("mooring::Deployment", text, nullptr, n);
}

/// What is done also when the deployment was canceled; told where that is told.
class UndoContext : public JobContext
{
public:
    explicit UndoContext(JobContext &outer) : m_outer(outer) {}

protected:
    void onLine(const LogLine &line) override { m_outer.log(line.text, line.level); }

private:
    JobContext &m_outer;
};

QByteArray logTail(EndpointRunner &runner, const EndpointVersion &version, const VersionFolder &folder, Log log)
{
    QByteArray tail;
    (void)runner.readLog(
        version, folder, log, false,
        [&tail](const QByteArray &bytes) {
            tail = (tail + bytes).right(kLogTail);
            return true;
        },
        CancelToken());
    return tail;
}

/// The last line that says something.
QString lastWords(const QByteArray &log)
{
    QList<QByteArray> lines = log.split('\n');
    while (!lines.isEmpty() && lines.back().trimmed().isEmpty())
        lines.pop_back();
    return lines.isEmpty() ? QString() : QString::fromUtf8(lines.back().trimmed().left(1000));
}

Json tailDetail(const QByteArray &log)
{
    QList<QByteArray> lines = log.split('\n');
    return {{"log", toStd(QString::fromUtf8(lines.mid(std::max<qsizetype>(0, lines.size() - 50)).join('\n')))}};
}

Result<> linkModel(const QString &model, const QString &folder)
{
    const auto link = [&folder](const QString &target) {
        const QString name = folder + u'/' + QFileInfo(target).fileName();
        return QFileInfo(name).isSymLink() || QFile::link(target, name);
    };
    if (auto made = makeFolder(folder); !made)
        return made;
    bool linked = link(model);
    // Scripts look for the model's files below its folder's name, as in Azure ML, or directly.
    if (QFileInfo(model).isDir()) {
        for (const QFileInfo &entry : QDir(model).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
            linked = link(entry.absoluteFilePath()) && linked;
    }
    return linked ? Result<>()
                  : Error::failed(u"file.cannotWrite"_s, tr("The folder %1 could not be prepared.").arg(folder));
}

Result<> copyCode(const ModelSource &source, EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    if (source.makesScore) {
        if (auto made = makeFolder(folder.code()); !made)
            return made;
        version.codeSource = folder.code();
        return writeFileAtomically(folder.code() + u"/score.py"_s, remoteScript(u"mlflow_score.py"_s));
    }
    version.codeSource = source.settings.source;
    const auto plan = planSnapshot(source.settings.source, context);
    if (!plan)
        return plan.error();
    if (!plan->find(QFile::encodeName(source.settings.score)))
        return Error::usage(u"endpoint.scoreLeftOut"_s,
                            tr("The scoring script %1 is left out by an ignore rule.").arg(source.settings.score))
            .withFix(tr("Change .amlignore or .gitignore of the source folder."));
    const auto summary = copySnapshot(*plan, folder.code(), context);
    if (!summary)
        return summary.error();
    version.snapshot = summary->toJson();
    context.log(
        tr("%n file(s), %1, from %2", int(summary->files)).arg(humanSize(summary->totalSize), source.settings.source));
    return {};
}

} // namespace

Result<> copyIntoVersion(const ModelSource &source, EndpointVersion &version, const VersionFolder &folder,
                         JobContext &context)
{
    if (QFileInfo::exists(folder.path())) // of an attempt that was killed
        QDir(folder.path()).removeRecursively();
    for (const QString &name : {u""_s, u"/outputs"_s, u"/logs"_s}) {
        if (auto made = makeFolder(folder.path() + name); !made)
            return made;
    }
    version.modelPath = source.modelPath;
    if (auto copied = copyCode(source, version, folder, context); !copied)
        return copied;
    return linkModel(source.modelPath, folder.models());
}

Error explainEnd(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder,
                 const InstanceTruth &truth)
{
    const QByteArray log = logTail(runner, version, folder, Log::Server);
    version.failure = findInitFailure(log, runner.servedCode(folder), version.codeSource);
    if (version.failure) {
        const InitFailure &failure = *version.failure;
        const QString message = failure.file.isEmpty()
                                    ? tr("The scoring script could not be started: %1").arg(failure.exception)
                                    : tr("The scoring script failed in %1 line %2: %3")
                                          .arg(failure.file, QString::number(failure.line), failure.exception);
        Json detail = failure.toJson();
        detail["version"] = QString::number(version.number).toStdString();
        return Error::failed(u"endpoint.initFailed"_s, message)
            .withCause(failure.exception)
            .withFix(tr("Mend it, then: mooring reload %1").arg(version.settings.name))
            .withDetail(std::move(detail));
    }
    if (log.trimmed().isEmpty() && !runner.givesAddresses()) { // elsewhere nothing is built after the start
        const QByteArray build = logTail(runner, version, folder, Log::Build);
        const QString words = failureWords(QString::fromUtf8(build));
        return Error::failed(u"endpoint.buildFailed"_s, tr("The environment of the endpoint could not be built."))
            .withCause(words.isEmpty() ? lastWords(build) : words)
            .withDetail(tailDetail(build));
    }
    if (truth.portTaken)
        return Error::failed(u"endpoint.portTaken"_s, tr("Another program took the port while the server started."))
            .withCause(lastWords(log))
            .withFix(tr("Try it again, or say another port."));
    return Error::failed(u"endpoint.ended"_s,
                         tr("The inference server ended by itself. %1").arg(truth.reason).trimmed())
        .withCause(lastWords(log))
        .withDetail(tailDetail(log));
}

Result<> awaitHealthy(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder, int port,
                      JobContext &context, const DeployWatch &watch)
{
    QElapsedTimer timer;
    bool building = false;
    qint64 aliveSince = -1;
    timer.start();
    const auto longest = runner.lookPause();
    for (auto pause = std::min(10ms, longest);; pause = std::min(pause * 3 / 2 + 1ms, longest)) {
        if (context.cancelToken().waitFor(pause))
            return Error::canceled();
        const auto truth = runner.look(version, folder, context.cancelToken());
        if (!truth)
            return truth.error();
        if (truth->pid)
            version.pid = truth->pid;
        if (truth->life == Life::Ended)
            return explainEnd(runner, version, folder, *truth);
        if (truth->life == Life::Preparing) {
            if (!building) {
                watch.tellPhase(DeployWatch::Phase::Build);
                context.setStep(u"build"_s, tr("Building the environment"));
            }
            building = true;
            continue;
        }
        if (aliveSince < 0) {
            aliveSince = timer.elapsed();
            watch.tellPhase(DeployWatch::Phase::Healthy);
            context.setStep(u"init"_s, tr("Waiting for the first answer"));
        }
        const auto answer = getFromServer(version.address(port), "/", kHealthLimit, context.cancelToken());
        if (answer && answer->status() == 200 && runner.holdsPort(version, port)) { // or another program answered
            version.coldStartMs = timer.elapsed() - aliveSince;
            return {};
        }
        if (timer.elapsed() - aliveSince > kReadyLimitMs) {
            return Error::timeLimit(u"endpoint.notReady"_s,
                                    tr("The endpoint did not answer within %1.").arg(humanDuration(kReadyLimitMs)))
                .withDetail(tailDetail(logTail(runner, version, folder, Log::Server)));
        }
    }
}

Result<> bringUp(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder, int &port,
                 const std::function<int()> &another, JobContext &context, const DeployWatch &watch,
                 const std::function<void()> &onStarted)
{
    for (int tries = 1;; ++tries) {
        watch.tellPhase(DeployWatch::Phase::Start);
        Result<> done = runner.start(version, folder, port, context);
        if (onStarted)
            onStarted();
        if (done)
            done = awaitHealthy(runner, version, folder, port, context, watch);
        if (done)
            return done;
        UndoContext undo(context);
        if (auto stopped = runner.stop(version, folder, undo); !stopped) {
            context.log(stopped.error().text(), LogLine::Level::Failure);
            Error error = done.error();
            const QString left =
                tr("It could not be ended, and may still run: mooring undeploy %1").arg(version.settings.name);
            error.fix = error.fix.isEmpty() ? left : error.fix + u' ' + left;
            done = std::move(error);
        }
        version.own = {};
        if (done.error().code != u"endpoint.portTaken" || !another || tries == kPortTries)
            return done;
        const int next = another();
        if (next == 0)
            return done;
        port = next;
        context.log(tr("Somebody else took the port meanwhile: %1 is tried.").arg(port));
    }
}

int findTrialPort() { return findFreePort(kFirstTrialPort); }

Result<> Deployment::make(const ModelSource &source, JobContext &context)
{
    EndpointVersion version;
    version.number = m_record.versions.empty() ? 1 : m_record.versions.back().number + 1;
    version.settings = source.settings;
    version.createdAt = nowUtc();
    m_record.versions.push_back(version);
    m_record.state = EndpointState::Deploying;
    m_record.reason.clear();
    m_record.changedAt = nowUtc();
    EndpointVersion &made = m_record.versions.back();
    if (auto saved = m_book.saveEndpoint(m_record); !saved)
        return saved;
    Result<> done = [&]() -> Result<> {
        context.setStep(u"code"_s, tr("Copying the code"));
        m_watch.tellPhase(DeployWatch::Phase::Context);
        if (auto copied = copyIntoVersion(source, made, folder(made), context); !copied)
            return copied;
        tellPlace(made);
        m_watch.tellPhase(DeployWatch::Phase::Build);
        if (auto prepared = m_runner.prepare(made, folder(made), m_watch, context); !prepared)
            return prepared;
        const bool replaces = m_record.active > 0 && m_record.active != made.number;
        if (replaces && m_runner.givesAddresses())
            return proveBeside(made, context);
        return replaces || m_giver.give ? takeOver(made, context)
                                        : prove(made, m_record.port, m_giver.another, context);
    }();
    if (!done) {
        fail(made, done.error());
        return done;
    }
    EndpointVersion *before = m_record.version(m_record.active);
    if (before)
        before->state = EndpointVersion::State::Replaced;
    made.state = EndpointVersion::State::Serving;
    m_record.active = made.number;
    m_record.state = EndpointState::Running;
    if (before && m_runner.givesAddresses())
        endBefore(*before, context);
    forgetOldVersions(context);
    return m_book.saveEndpoint(m_record);
}

Result<> Deployment::start(EndpointVersion &version, JobContext &context)
{
    if (!QFileInfo::exists(folder(version).code()))
        return Error::failed(u"endpoint.versionGone"_s, tr("The files of version %1 are gone.").arg(version.number))
            .withFix(tr("Deploy it again with --replace."));
    return prove(version, m_record.port, {}, context);
}

Result<> Deployment::prove(EndpointVersion &version, int &port, const std::function<int()> &another,
                           JobContext &context)
{
    return bringUp(m_runner, version, folder(version), port, another, context, m_watch, [&] {
        tellPlace(version);
        (void)m_book.saveEndpoint(m_record); // whoever finds us killed must find what we started
    });
}

/// The new version proves itself beside the one that serves, and only then takes its place.
Result<> Deployment::takeOver(EndpointVersion &version, JobContext &context)
{
    EndpointVersion *before = m_record.active != version.number ? m_record.version(m_record.active) : nullptr;
    if (before)
        context.log(
            tr("Version %1 goes on serving while version %2 is tried.").arg(before->number).arg(version.number));
    JobContext undo;
    int trialPort = findTrialPort();
    auto proved = prove(version, trialPort, findTrialPort, context);
    if (!proved)
        return proved;
    (void)m_runner.stop(version, folder(version), undo);
    if (m_giver.give) {
        if (auto given = m_giver.give(context); !given)
            return given;
    }
    if (before) {
        context.log(
            tr("Version %1 is healthy and takes the place of version %2.").arg(version.number).arg(before->number));
        if (auto stopped = m_runner.stop(*before, folder(*before), undo); !stopped)
            return stopped;
    }
    Result<> done = prove(version, m_record.port, {}, context);
    if (done)
        return done;
    if (m_giver.takeBack)
        m_giver.takeBack(undo);
    m_record.port = m_portBefore;
    if (before && !prove(*before, m_record.port, {}, undo))
        context.log(tr("Version %1 could not be started again.").arg(before->number), LogLine::Level::Failure);
    return done;
}

/// Nobody waits for an address: the version that serves goes on until the new one is named in its place.
Result<> Deployment::proveBeside(EndpointVersion &version, JobContext &context)
{
    context.log(tr("Version %1 goes on serving while version %2 is tried.").arg(m_record.active).arg(version.number));
    int none = 0;
    return prove(version, none, {}, context);
}

/// First the record says who serves now: whoever finds us killed here finds an endpoint that answers.
void Deployment::endBefore(EndpointVersion &before, JobContext &context)
{
    (void)m_book.saveEndpoint(m_record);
    context.log(tr("Version %1 is healthy and takes the place of version %2.").arg(m_record.active).arg(before.number));
    UndoContext undo(context);
    if (auto stopped = m_runner.stop(before, folder(before), undo); stopped)
        before.own = {};
    else
        context.log(tr("Version %1 could not be ended: %2").arg(before.number).arg(stopped.error().text()),
                    LogLine::Level::Failure);
}

void Deployment::tellPlace(const EndpointVersion &version) const
{
    DeployWatch::Place place;
    place.version = version.number;
    place.codeFiles = intAt(version.snapshot, "files");
    place.codeSize = intAt(version.snapshot, "totalSize");
    place.container = version.container;
    place.buildLog = m_runner.logFile(version, folder(version), Log::Build);
    place.serverLog = version.instance.isEmpty() ? QString() : m_runner.logFile(version, folder(version), Log::Server);
    m_watch.tellPlace(place);
}

void Deployment::fail(EndpointVersion &version, const Error &error)
{
    version.state = EndpointVersion::State::Failed;
    version.reason = error.kind == ErrorKind::Canceled ? tr("It was canceled.") : error.text();
    const EndpointVersion *serves = m_record.serving();
    if (serves) // the new one never had its own
        m_record.port = m_portBefore;
    const auto answer =
        serves ? getFromServer(m_record.address(), "/", kHealthLimit, CancelToken()) : Error::canceled();
    const bool goesOn = answer && answer->status() == 200;
    m_record.state = goesOn ? EndpointState::Running : EndpointState::Failed;
    m_record.reason = version.reason;
    m_record.changedAt = nowUtc();
    (void)m_book.saveEndpoint(m_record); // the error itself is what the caller hears
}

void Deployment::forgetOldVersions(JobContext &context)
{
    while (m_record.versions.size() > size_t(kKeptVersions) && m_record.versions.front().number != m_record.active) {
        const EndpointVersion &oldest = m_record.versions.front();
        if (auto gone = m_runner.discard(oldest, folder(oldest), context); !gone)
            return;
        QDir(folder(oldest).path()).removeRecursively();
        m_record.versions.erase(m_record.versions.begin());
    }
}

} // namespace mooring
