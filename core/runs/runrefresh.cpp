#include "core/runs/runrefresh.h"

#include "core/base/clock.h"
#include "core/base/failurewords.h"
#include "core/runs/runfolder.h"
#include "core/runs/runphases.h"
#include "core/runs/runtruth.h"
#include "core/runs/submitter.h"

using namespace std::chrono_literals;

namespace mooring {

namespace {

/// A launch says within a moment who the supervisor is; what has not done so after this will not.
constexpr qint64 kStartLimitMs = 90'000;
constexpr qint64 kClockToleranceMs = 20'000;
constexpr qint64 kBuildTail = 64 * 1024; // of its log

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunRefresh", text); }

void makeFailed(RunRecord &run, const QString &reason)
{
    run.state = RunState::Failed;
    run.reason = reason;
    run.submitter.clear();
    run.unknownSince.reset();
}

} // namespace

void makeUnknown(RunRecord &run, const QString &reason)
{
    if (!run.unknownSince)
        run.unknownSince = nowUtc();
    run.state = RunState::Unknown;
    run.reason = reason;
}

Result<> RunRefresh::apply(std::vector<RunRecord> &runs)
{
    QStringList folders;
    for (const RunRecord &run : runs)
        folders << RunFolder(m_host.runsFolder(), run.id).path();
    auto facts = hostscripts::readStates(m_host, folders, m_cancel);
    if (!facts && m_cancel.isCanceled())
        return Error::canceled();
    m_reached = facts.ok();
    for (RunRecord &run : runs) {
        if (Submitter::isAtWork(run.id, run.submitter))
            continue; // who prepares it writes the record
        if (facts)
            update(run, *facts);
        else
            makeUnknown(run, tr("The target %1 did not tell the state of the run.").arg(run.settings.target) + u' ' +
                                 facts.error().text());
    }
    return {};
}

void RunRefresh::update(RunRecord &run, const HostFacts &host)
{
    const auto found = host.runs.find(run.id);
    if (found == host.runs.end()) {
        makeUnknown(run, tr("The host's answer about the run was cut off."));
        return;
    }
    const RunFacts &facts = found->second;
    // The record has its snapshot before the start is tried: without, a missing disk hides nothing.
    const bool canTell = !facts.unreachable || run.snapshot.empty();
    if (!run.submitter.isEmpty() && !facts.pid && !facts.exit && canTell)
        updateUnstarted(run, facts);
    else
        takeTruth(run, facts, host);
}

/// Mooring was killed while it prepared the run. Whoever makes start.lock decides whether it starts, so it is never
/// both.
void RunRefresh::updateUnstarted(RunRecord &run, const RunFacts &facts)
{
    if (facts.claimed && run.createdAt && run.createdAt->msecsTo(nowUtc()) < kStartLimitMs)
        return;
    const QString folder = RunFolder(m_host.runsFolder(), run.id).path();
    auto discarded = hostscripts::discard(m_host, folder, false, m_cancel);
    if (!discarded)
        return;
    if (*discarded != hostscripts::Discarded::Claimed) {
        makeFailed(run, tr("Mooring was ended before it had started the run. Nothing was run."));
        run.endedAt = nowUtc();
    } else if (facts.claimed) {
        auto report = hostscripts::endProcesses(m_host, folder, 2s, CancelMark::Lost, m_cancel);
        if (report && report->left.empty())
            makeFailed(run, tr("The run's supervisor did not start."));
    }
}

void RunRefresh::takeTruth(RunRecord &run, const RunFacts &facts, const HostFacts &host)
{
    const RunTruth truth = judgeRun(facts, host, run.settings.timeLimitSeconds);
    const bool started = facts.pid || facts.exit || facts.missing || facts.unreachable;
    if (!started) {
        makeUnknown(run, tr("The files that say who supervises the run are gone."));
    } else if (truth.state == RunState::Unknown) {
        makeUnknown(run, truth.reason);
    } else {
        run.state = truth.state;
        const QString why = facts.buildFailed && truth.state == RunState::Failed ? whyNotBuilt(run) : QString();
        run.reason = why.isEmpty() ? truth.reason
                                   : tr("The environment could not be built (exit code %1): %2")
                                         .arg(QString::number(truth.exitCode.value_or(0)), why);
        run.unknownSince.reset();
    }
    run.submitter.clear();
    run.exitCode = truth.exitCode;
    run.signal = truth.signal;
    if (truth.startedAt)
        run.startedAt = truth.startedAt;
    if (truth.endedAt)
        run.endedAt = truth.endedAt;
    if (truth.pid)
        run.pid = truth.pid;
    if (!host.host.isEmpty())
        run.host = host.host;
    // The way of the answer is in it too: a difference within some seconds is none.
    const qint64 ahead = host.now.isValid() ? nowUtc().msecsTo(host.now) : 0;
    if (std::abs(ahead - run.clockAheadMs) > kClockToleranceMs)
        run.clockAheadMs = std::abs(ahead) > kClockToleranceMs ? ahead : 0;
    if (!facts.events.empty())
        run.phases = runPhases(run.phases, facts, run.endedAt, stringAt(run.environment, "reason"));
    if (!isEnded(run.state))
        return;
    if (truth.supervisorDied)
        sweepAfterDeadSupervisor(run);
    auto outputs = m_host.listFiles(RunFolder(m_host.runsFolder(), run.id).outputs(), m_cancel);
    if (!outputs)
        return;
    qint64 size = 0;
    for (const HostFile &file : *outputs)
        size += file.size;
    run.outputSize = size;
}

/// What the program that built the environment said of its failure; empty where its log says nothing or cannot be read.
QString RunRefresh::whyNotBuilt(const RunRecord &run) const
{
    const QString log = RunFolder(m_host.runsFolder(), run.id).log(QStringLiteral("build"));
    const auto size = m_host.fileSize(log, m_cancel);
    if (!size)
        return {};
    const auto tail = m_host.readFile(log, std::max<qint64>(0, *size - kBuildTail), kBuildTail, m_cancel);
    return tail ? failureWords(QString::fromUtf8(*tail)) : QString();
}

/// Its collector and timer would wait for ever. Best effort: they touch nothing of the run's result.
void RunRefresh::sweepAfterDeadSupervisor(const RunRecord &run)
{
    (void)hostscripts::endProcesses(m_host, RunFolder(m_host.runsFolder(), run.id).path(), 0s, CancelMark::Lost,
                                    m_cancel);
}

} // namespace mooring
