#include "core/runs/hostscripts.h"
#include "core/runs/runfolder.h"
#include "core/runs/runservice.h"
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

} // namespace

Json CancelReport::toJson() const
{
    return {{"run", toStd(run.id)},
            {"state", toStd(toWord(run.state))},
            {"ended", toJsonList(ended)},
            {"left", searched || !left.empty() ? toJsonList(left) : Json()}};
}

Result<CancelReport> RunService::cancelRun(const QString &runId, std::chrono::seconds grace, JobContext &context)
{
    auto run = m_book.findRun(runId);
    if (!run)
        return run.error();
    auto host = hostOf(*run);
    if (!host)
        return host.error();
    const QString folder = RunFolder((*host)->runsFolder(), runId).path();
    context.setStep(u"cancel"_s, tr("Ending the run %1").arg(runId));
    context.log(tr("TERM to all processes of the run, KILL after %1 s.").arg(grace.count()));
    auto report = hostscripts::endProcesses(**host, folder, grace, CancelMark::Cancel, context.cancelToken());
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
    return CancelReport{*run, toCanceled(report->ended), toCanceled(report->left), report->searched};
}

} // namespace mooring
