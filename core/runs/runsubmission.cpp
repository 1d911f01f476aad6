#include "core/runs/runsubmission.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/environments/remotescript.h"
#include "core/runs/hostscripts.h"
#include "core/runs/jobscript.h"
#include "core/runs/runphases.h"
#include "core/runs/snapshot.h"
#include "core/runs/submitter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("mooring::RunSubmission", text, nullptr, n);
}

bool meansCanceled(const Error &error)
{
    return error.kind == ErrorKind::Canceled || error.kind == ErrorKind::RunCanceled;
}

Error cannotCreate(const QString &folder, Error error)
{
    if (error.code != u"host.scriptFailed")
        return error;
    error.message = tr("The folder of the run, %1, could not be created.").arg(folder);
    if (error.cause.contains(u"No space left"))
        error.fix = tr("Free some space on that disk, then try again.");
    return error;
}

} // namespace

Result<RunRecord> RunSubmission::run(const RunSettings &settings, JobContext &context)
{
    m_record.id = newRunId(QFileInfo(settings.script).completeBaseName());
    const Submitter atWork(m_record.id);
    ProvisioningLog log(context);
    m_log = &log;
    if (auto created = createRecord(settings); !created)
        return created.error();
    const std::vector<Step> steps{
        {u"folder"_s, tr("Preparing the run's folder"), [this](JobContext &c) { return prepareFolder(c); },
         [this](JobContext &) { discardFolder(); }},
        {u"environment"_s, tr("Looking at the environment"), [this](JobContext &c) { return planEnvironment(c); }, {}},
        {u"snapshot"_s, tr("Copying the source folder"), [this](JobContext &c) { return copySource(c); }, {}},
        {u"files"_s, tr("Writing the run's files"), [this](JobContext &c) { return writeFiles(c); }, {}},
        {u"start"_s, tr("Starting the run"), [this](JobContext &c) { return start(c); }, {}},
    };
    if (auto done = runSteps(steps, log); !done) {
        keepFailure(done.error());
        return done.error();
    }
    m_record.submitter.clear();
    // The run goes on whether or not this can be written; its folder tells the rest later.
    if (auto saved = save(); !saved)
        context.log(saved.error().text(), LogLine::Level::Warning);
    return m_record;
}

Result<> RunSubmission::createRecord(const RunSettings &settings)
{
    const QString stem = QFileInfo(settings.script).completeBaseName();
    m_record.settings = settings;
    m_record.state = RunState::Preparing;
    m_record.createdAt = nowUtc();
    m_record.submitter = Submitter::thisProcess();
    m_record.name = settings.name;
    if (m_record.name.isEmpty()) {
        auto name = m_book.nextRunName(stem);
        if (!name)
            return name.error();
        m_record.name = *name;
    }
    return m_book.saveRun(m_record); // new
}

/// A cancel that somebody asked for meanwhile stays in it.
Result<> RunSubmission::save()
{
    const auto kept = m_book.updateRun(m_record.id, [this](RunRecord &now) {
        m_record.cancelWish = isEnded(m_record.state) ? std::nullopt : now.cancelWish;
        now = m_record;
        return true;
    });
    return kept ? Result<>() : kept.error();
}

Result<> RunSubmission::prepareFolder(JobContext &context)
{
    auto host = m_hostOf(m_record.settings.target);
    if (!host)
        return host.error();
    m_host = *host;
    if (auto made = hostscripts::prepare(*m_host, folder().path(), context.cancelToken()); !made)
        return cannotCreate(folder().path(), made.error());
    m_folderMade = true;
    context.log(tr("Run %1 on %2").arg(m_record.id, m_record.settings.target));
    return {};
}

Result<> RunSubmission::planEnvironment(JobContext &context)
{
    auto plan = m_plan(m_record.settings, *m_host, context);
    if (!plan)
        return plan.error();
    m_environment = std::move(*plan);
    m_record.environment = m_environment.toJson();
    if (!m_environment.reason.isEmpty())
        context.log(m_environment.reason);
    return save();
}

Result<> RunSubmission::copySource(JobContext &context)
{
    const QDateTime begun = nowUtc();
    auto plan = planSnapshot(m_record.settings.source, context);
    if (!plan)
        return plan.error();
    if (!plan->find(QFile::encodeName(QDir::cleanPath(m_record.settings.script)))) {
        return Error::usage(
                   u"run.scriptLeftOut"_s,
                   tr("The script %1 is left out of the snapshot by an ignore rule.").arg(m_record.settings.script))
            .withFix(tr("Change .amlignore or .gitignore of the source folder."));
    }
    auto summary = m_host->receiveSnapshot(*plan, folder().code(), context);
    if (!summary)
        return summary.error();
    m_record.snapshot = summary->toJson();
    m_record.phases.push_back(runPhase("snapshot", begun, nowUtc(), {}));
    context.log(tr("%n file(s), %1, from %2", int(summary->files))
                    .arg(humanSize(summary->totalSize), m_record.settings.source));
    m_manifest = toManifestLines(summary->manifest);
    return {};
}

Result<> RunSubmission::write(QStringView name, const QByteArray &content, const CancelToken &cancel)
{
    return m_host->writeFile(folder().file(name), content, name.endsWith(u".sh"), cancel);
}

Result<> RunSubmission::writeFiles(JobContext &context)
{
    std::vector<std::pair<QString, QByteArray>> files{
        {u"manifest.jsonl"_s, std::exchange(m_manifest, {})},
        {u"run.json"_s, toPrettyBytes(m_record.toStoreJson())},
        {u"sup.sh"_s, remoteScript(u"sup.sh"_s)},
        {u"cancel.sh"_s, remoteScript(u"cancel.sh"_s)},
        {u"sample.sh"_s, remoteScript(u"sample.sh"_s)},
        {u"sup.conf"_s, supervisorConfig(m_record.settings, m_environment)},
        {u"job.sh"_s, jobScript(jobStart(m_record.id, m_record.settings, m_environment))},
    };
    if (!m_environment.buildScript.isEmpty())
        files.emplace_back(u"env.sh"_s, m_environment.buildScript);
    if (QFile collector(u":/mooring/remote/collector.py"_s); collector.open(QIODevice::ReadOnly))
        files.emplace_back(u"collector.py"_s, collector.readAll());
    context.log(tr("Starting %1").arg(m_record.settings.script));
    files.emplace_back(u"system_logs/provisioning.log"_s, m_log->text().toUtf8());
    std::vector<HostContent> contents;
    for (const auto &[name, content] : files)
        contents.push_back({folder().file(name), content, name.endsWith(u".sh")});
    if (auto written = m_host->writeFiles(contents, context.cancelToken()); !written)
        return written;
    return save(); // complete: whoever finds it after us needs nothing more
}

Result<> RunSubmission::start(JobContext &context)
{
    auto started = hostscripts::launch(*m_host, folder().path(), context.cancelToken());
    return started ? started : undoStart(started.error());
}

/// The launch failed or was interrupted: either the run goes on and this is no failure, or it is proved that nothing
/// does.
Result<> RunSubmission::undoStart(const Error &problem)
{
    const CancelToken own; // the wish that stopped the launch must not stop this
    if (!meansCanceled(problem)) {
        auto facts = hostscripts::readStates(*m_host, {folder().path()}, own);
        if (facts && facts->runs[m_record.id].pid)
            return {};
    }
    auto report = hostscripts::endProcesses(*m_host, folder().path(), 2s, CancelMark::Cancel, own);
    m_leftAlone = !report || !report->left.empty();
    return problem;
}

void RunSubmission::discardFolder()
{
    if (m_leftAlone)
        return;
    if (auto discarded = hostscripts::discard(*m_host, folder().path(), true, CancelToken()); !discarded)
        m_log->log(discarded.error().text(), LogLine::Level::Warning);
}

void RunSubmission::keepFailure(const Error &error)
{
    m_log->log(error.text(), LogLine::Level::Failure);
    if (m_folderMade) // best effort: the record says it too
        (void)write(u"system_logs/provisioning.log", m_log->text().toUtf8(), CancelToken());
    if (m_leftAlone) { // the submitter stays in the record: a later look decides whether it started
        m_record.state = RunState::Unknown;
        m_record.unknownSince = nowUtc();
        m_record.reason = tr("Whether the run was started is not known.") + u' ' + error.text();
    } else {
        m_record.state = meansCanceled(error) ? RunState::Canceled : RunState::Failed;
        m_record.reason = meansCanceled(error) ? tr("It was canceled before it started.") : error.text();
        m_record.endedAt = nowUtc();
        m_record.submitter.clear();
    }
    if (auto saved = save(); !saved)
        m_log->log(saved.error().text(), LogLine::Level::Warning);
}

} // namespace mooring
