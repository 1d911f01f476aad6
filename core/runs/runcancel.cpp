#include "core/base/clock.h"
#include "core/runs/hostscripts.h"
#include "core/runs/runfolder.h"
#include "core/runs/runservice.h"
#include "core/runs/runspool.h"
#include "core/runs/submitter.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunService", text); }

std::vector<CanceledProcess> toCanceled(const std::vector<ProcessReport::Process> &processes)
{
    std::vector<CanceledProcess> list;
    for (const auto &process : processes)
        list.push_back({process.pid, process.command, process.signal});
    return list;
}

Json toJsonList(const std::vector<CanceledProcess> &processes)
{
    Json list = Json::array();
    for (const CanceledProcess &process : processes)
        list.push_back(
            {{"pid", process.pid}, {"command", toStd(process.command)}, {"signal", textOrNull(process.signal)}});
    return list;
}

void logReport(const ProcessReport &report, JobContext &context)
{
    for (const auto &process : report.ended)
        context.log(tr("Ended %1 with %2: %3").arg(process.pid).arg(process.signal, process.command));
    for (const auto &process : report.left)
        context.log(tr("Still there: %1: %2").arg(process.pid).arg(process.command), LogLine::Level::Failure);
    if (!report.searched)
        context.log(tr("This host does not let us look for processes, so that none being left is not proved."),
                    LogLine::Level::Warning);
    else if (report.left.empty())
        context.log(tr("Looked for processes with the run's id: none is left."));
}

/// Another process is preparing the run and has not come as far as its folder: nothing would stop it from starting
/// later.
Error notStartedYet(const RunRecord &run)
{
    return Error::failed(
               u"run.notStartedYet"_s,
               tr("The run %1 is still being prepared by another Mooring and cannot be canceled yet.").arg(run.id))
        .withFix(tr("Cancel it again in a moment."));
}

/// The host did not answer, which says nothing about the run.
bool isOutOfReach(const Error &error)
{
    return error.kind == ErrorKind::NotReachable || error.kind == ErrorKind::TimeLimit ||
           error.kind == ErrorKind::SignIn;
}

/// While this lives, the wish of the run is being carried out by this process.
QString wishKey(const QString &runId) { return runId + u"/cancel"_s; }

} // namespace

Json CancelReport::toJson() const
{
    Json json{{"run", toStd(run.id)},
              {"state", toStd(toWord(run.state))},
              {"ended", toJsonList(ended)},
              {"left", searched || !left.empty() ? toJsonList(left) : Json()}};
    if (waits)
        json["waitsFor"] = toStd(run.settings.target);
    return json;
}

/// Takes a wish for this process. False: there is none any more, or another process is at it.
bool RunService::takeWish(RunRecord &run)
{
    bool taken = false;
    const auto kept = m_book.updateRun(run.id, [&](RunRecord &now) {
        if (!now.cancelWish || Submitter::isAtWork(wishKey(now.id), now.cancelWish->by))
            return false;
        now.cancelWish->by = Submitter::thisProcess();
        return taken = true;
    });
    if (kept)
        run.cancelWish = kept->cancelWish;
    return kept && taken;
}

void RunService::dropWish(RunRecord &run)
{
    run.cancelWish.reset();
    (void)m_book.updateRun(run.id, [](RunRecord &now) {
        const bool had = now.cancelWish.has_value();
        now.cancelWish.reset();
        return had;
    });
}

/// Cancels that waited for this host, which answers now.
void RunService::carryOutWishes(RunHost &host, std::vector<RunRecord> &runs)
{
    for (RunRecord &run : runs) {
        if (!run.cancelWish || isEnded(run.state))
            continue;
        const std::chrono::seconds grace(run.cancelWish->graceSeconds);
        if (!takeWish(run))
            continue;
        const Submitter atWork(wishKey(run.id));
        const QString folder = RunFolder(host.runsFolder(), run.id).path();
        const auto report = hostscripts::endProcesses(host, folder, grace, CancelMark::Cancel, CancelToken());
        if (!report && isOutOfReach(report.error()))
            continue; // the wish stays
        dropWish(run);
        if (auto facts = hostscripts::readStates(host, {folder}, CancelToken()); facts && facts->runs[run.id].cancel)
            run.state = RunState::CancelRequested; // the next look sees how it ended
    }
}

Result<CancelReport> RunService::keepWish(RunRecord run, std::chrono::seconds grace, const Error &problem)
{
    const auto wish = [&](RunRecord &now) {
        if (isEnded(now.state))
            return false;
        now.cancelWish = CancelWish{nowUtc(), int(grace.count()), {}};
        now.state = RunState::CancelRequested;
        now.reason = tr("The cancel waits for %1 to answer.").arg(now.settings.target) + u' ' + problem.text();
        if (!now.unknownSince)
            now.unknownSince = nowUtc();
        return true;
    };
    const auto kept = m_book.updateRun(run.id, wish);
    if (!kept)
        return kept.error();
    if (!kept->cancelWish) // it has ended, and the host was only needed to look for what is left
        return problem;
    return CancelReport{*kept, {}, {}, false, true};
}

Result<CancelReport> RunService::cancelRun(const QString &runId, std::chrono::seconds grace, JobContext &context)
{
    auto run = m_book.findRun(runId);
    if (!run)
        return run.error();
    auto host = hostOf(*run);
    if (!host)
        return host.error().kind == ErrorKind::Usage ? host.error() : keepWish(*run, grace, host.error());
    const bool isRemote = !(*host)->spoolFolder().isEmpty();
    const Submitter carriesOut(wishKey(runId));
    if (isRemote && !isEnded(run->state)) { // before the first byte: whatever happens to us, it is not lost
        const auto kept = m_book.updateRun(runId, [&](RunRecord &now) {
            now.cancelWish = CancelWish{nowUtc(), int(grace.count()), Submitter::thisProcess()};
            return true;
        });
        if (!kept)
            context.log(kept.error().text(), LogLine::Level::Warning);
    }
    const QString folder = RunFolder((*host)->runsFolder(), runId).path();
    context.setStep(u"cancel"_s, tr("Ending the run %1").arg(runId));
    context.log(tr("TERM to all processes of the run, KILL after %1 s.").arg(grace.count()));
    auto report = hostscripts::endProcesses(**host, folder, grace, CancelMark::Cancel, context.cancelToken());
    if (!report && isRemote && !context.isCanceled() && isOutOfReach(report.error()))
        return keepWish(*run, grace, report.error());
    if (isRemote)
        dropWish(*run);
    if (!report)
        return report.error();
    logReport(*report, context);
    auto after = refresh(runId, CancelToken());
    if (after)
        run = after;
    if (Submitter::isAtWork(run->id, run->submitter)) {
        auto facts = hostscripts::readStates(**host, {folder}, CancelToken());
        if (!facts || !facts->runs[runId].cancel)
            return notStartedYet(*run);
        run->state = RunState::CancelRequested; // who prepares it will find that it may not start, and keep that
    }
    if (isRemote) { // the proof stands in the run's log: it belongs to the copy
        RunSpool((*host)->spoolFolder(), runId).reopen();
        (void)freshFiles(*run, context.cancelToken());
    }
    return CancelReport{*run, toCanceled(report->ended), toCanceled(report->left), report->searched};
}

} // namespace mooring
