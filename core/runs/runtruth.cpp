#include "core/runs/runtruth.h"

#include <csignal>
#include <limits>

namespace mooring {

namespace {

QString tr(const char *text, int n = -1) { return QCoreApplication::translate("mooring::RunTruth", text, nullptr, n); }

std::optional<qint64> numberFrom(const std::optional<QByteArray> &text, qint64 most)
{
    bool ok = false;
    const qint64 value = text.value_or(QByteArray()).toLongLong(&ok);
    return ok && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

RunTruth unknown(RunTruth truth, const QString &reason)
{
    truth.state = RunState::Unknown;
    truth.reason = reason;
    return truth;
}

QString signalSentence(int number, int code)
{
    const QString name = signalName(number);
    if (number == SIGKILL)
        return tr("It was ended by %1 (exit code %2): by the kernel when memory runs out, or by somebody.")
            .arg(name)
            .arg(code);
    if (number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE || number == SIGABRT)
        return tr("It crashed with %1 (exit code %2).").arg(name).arg(code);
    return tr("It was ended by %1 (exit code %2).").arg(name).arg(code);
}

QString failureSentence(const RunTruth &truth, const RunFacts &run, std::optional<int> timeLimitSeconds)
{
    const int code = *truth.exitCode;
    if (run.buildFailed)
        return tr("The environment could not be built (exit code %1). The build log says why.").arg(code);
    if (run.timedOut) {
        return timeLimitSeconds ? tr("It ran longer than its time limit of %1 s and was ended.").arg(*timeLimitSeconds)
                                : tr("It ran longer than its time limit and was ended.");
    }
    if (run.outOfMemory)
        return tr("The kernel ended it because the memory of its container was full (exit code %1).").arg(code);
    if (code > 128 && code - 128 <= SIGRTMAX)
        return signalSentence(code - 128, code);
    if (code == 127)
        return tr("The script ended with exit code 127: a program or file was not found. The log names it.");
    if (code == 126)
        return tr("The script ended with exit code 126: it could not be executed. The log says why.");
    return tr("The script ended with exit code %1.").arg(code);
}

RunTruth judgeEnded(RunTruth truth, const RunFacts &run, std::optional<int> timeLimitSeconds)
{
    const auto code = numberFrom(run.exit, 255);
    if (!code)
        return unknown(truth, tr("The run ended, but its exit code cannot be read."));
    truth.exitCode = int(*code);
    truth.endedAt = run.timeOf("ended");
    if (!truth.endedAt)
        truth.endedAt = run.exitTime;
    if (*code > 128 && *code - 128 <= SIGRTMAX)
        truth.signal = signalName(int(*code - 128));
    if (run.cancel) {
        truth.state = RunState::Canceled;
        truth.reason = tr("It was canceled.");
    } else if (*code == 0 && !run.timedOut && !run.buildFailed) {
        truth.state = RunState::Completed;
    } else {
        truth.state = RunState::Failed;
        truth.reason = failureSentence(truth, run, timeLimitSeconds);
    }
    return truth;
}

RunTruth judgeLiving(RunTruth truth, const RunFacts &run)
{
    const QByteArray word = run.events.empty() ? QByteArray() : run.events.back().word;
    if (run.cancel)
        truth.state = RunState::CancelRequested;
    else if (word == "running")
        truth.state = RunState::Running;
    else if (word == "finalizing" || word == "ended")
        truth.state = RunState::Finalizing;
    else
        truth.state = RunState::Preparing;
    return truth;
}

/// No exit code, and the supervisor that would write it does not live.
RunTruth judgeAbandoned(RunTruth truth, const RunFacts &run)
{
    truth.supervisorDied = true;
    const auto living = numberFrom(run.survivors, 10'000'000);
    if (!living)
        return unknown(
            truth,
            tr("The run's supervisor was killed, and whether processes of the run still live could not be found out."));
    if (*living > 0)
        return unknown(truth,
                       tr("The run's supervisor was killed, but %n process(es) of the run still live.", int(*living)));
    truth.state = run.cancel ? RunState::Canceled : RunState::Failed;
    truth.reason = run.cancel
                       ? tr("It was canceled; its supervisor was killed meanwhile, so that there is no exit code.")
                       : tr("The run's supervisor was killed and none of its processes lives, so that its exit code "
                            "cannot be known.");
    return truth;
}

RunTruth judgeMissing(RunTruth truth, const RunFacts &run)
{
    if (run.unreachable)
        return unknown(truth, tr("The folder that holds all runs is not there. Its disk may not be mounted."));
    const auto living = numberFrom(run.survivors, 10'000'000);
    if (!living || *living > 0)
        return unknown(truth, tr("The run's folder is gone, but processes of the run may still live."));
    truth.state = RunState::Failed;
    truth.reason = tr("The run's folder is gone and none of its processes lives. How it ended cannot be known.");
    return truth;
}

/// A start time is a number; it is empty only where the host has no /proc to tell it.
bool isReadable(const RunFacts &run)
{
    if (!run.start)
        return false;
    return run.start->isEmpty() ? run.liveStart.isEmpty()
                                : numberFrom(run.start, std::numeric_limits<qint64>::max()).has_value();
}

} // namespace

RunTruth judgeRun(const RunFacts &run, const HostFacts &host, std::optional<int> timeLimitSeconds)
{
    RunTruth truth;
    truth.pid = numberFrom(run.pid, 1LL << 40);
    truth.startedAt = run.timeOf("running");
    if (run.missing || run.unreachable)
        return judgeMissing(truth, run);
    if (run.exit)
        return judgeEnded(truth, run, timeLimitSeconds);
    if (!run.pid) {
        truth.state = run.claimed ? RunState::Preparing : RunState::NotStarted;
        return truth;
    }
    if (!truth.pid || !isReadable(run))
        return unknown(truth, tr("The files that say who supervises the run are damaged."));
    const QByteArray boot = run.recordedBoot.value_or(QByteArray());
    if (!boot.isEmpty() && !host.boot.isEmpty() && boot != host.boot) {
        truth.state = RunState::Failed;
        truth.reason = tr("The computer was restarted while the run was going on.");
        return truth;
    }
    const bool lives =
        !run.liveState.isEmpty() && run.liveState != "Z" && run.liveState != "X" && run.liveStart == *run.start;
    return lives ? judgeLiving(truth, run) : judgeAbandoned(truth, run);
}

} // namespace mooring
