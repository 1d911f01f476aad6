#include "core/runs/runrefresh.h"
#include "core/runs/runservice.h"

#include <condition_variable>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunService", text); }

} // namespace

/// One target that is being asked. Shared with the thread that asks, which may answer after nobody waits any more.
struct RunService::Round
{
    QString target;
    CancelToken cancel;
    std::vector<RunRecord> runs;
    std::optional<Result<bool>> outcome; ///< whether it was reached; nothing: not yet
    std::mutex mutex;                    // guards the two above
    std::condition_variable done;
};

RunService::~RunService()
{
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &round : m_rounds) {
            if (const auto living = round.lock())
                living->cancel.cancel();
        }
    }
    m_looks.waitForDone();
}

/// The truth about the runs of one target, kept. True when the host answered.
Result<bool> RunService::refreshGroup(const QString &target, std::vector<RunRecord> &runs, const CancelToken &cancel)
{
    const std::vector<RunRecord> before = runs;
    auto host = m_hostOf(target);
    bool reached = false;
    if (host) {
        RunRefresh refresh(**host, cancel);
        if (auto applied = refresh.apply(runs); !applied)
            return applied.error();
        reached = refresh.reached();
        if (reached)
            carryOutWishes(**host, runs);
    } else {
        for (RunRecord &run : runs)
            makeUnknown(run, tr("The target %1 of the run cannot be asked.").arg(target) + u' ' + host.error().text());
    }
    for (size_t i = 0; i < runs.size(); ++i)
        keep(before[i], runs[i]);
    return reached;
}

/// A book that cannot be written now is written by the next look; the truth is in the folder.
void RunService::keep(const RunRecord &before, RunRecord &now)
{
    if (now.cancelWish && isEnded(now.state))
        now.cancelWish.reset(); // it had ended before the wish reached it
    if (now.cancelWish && now.state == RunState::Unknown) {
        now.state = RunState::CancelRequested;
        now.reason = tr("The cancel waits for %1 to answer.").arg(now.settings.target) + u' ' + now.reason;
    }
    if (now.toStoreJson() == before.toStoreJson())
        return;
    const bool wishChanged = now.cancelWish.has_value() != before.cancelWish.has_value();
    (void)m_book.updateRun(now.id, [&](RunRecord &kept) {
        // A wish that somebody wrote while the host was asked stays.
        const auto wish = kept.cancelWish;
        kept = now;
        if (!wishChanged && !isEnded(now.state))
            kept.cancelWish = wish;
        return true;
    });
}

void RunService::startRound(const std::shared_ptr<Round> &round, const std::vector<RunRecord> &runs)
{
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_rounds, [](const auto &old) { return old.expired(); });
        m_rounds.push_back(round);
    }
    m_looks.start([this, round, fresh = runs]() mutable {
        auto outcome = refreshGroup(round->target, fresh, round->cancel);
        const std::lock_guard lock(round->mutex);
        round->runs = std::move(fresh);
        round->outcome = std::move(outcome);
        round->done.notify_all();
    });
}

Result<std::vector<RunRecord>> RunService::refreshAll(std::vector<RunRecord> runs, const CancelToken &cancel,
                                                      bool *reached)
{
    std::map<QString, std::vector<RunRecord>> byTarget;
    for (RunRecord &run : runs)
        byTarget[run.settings.target].push_back(std::move(run));
    std::vector<RunRecord> all;
    std::vector<std::shared_ptr<Round>> rounds;
    for (const auto &[target, group] : byTarget) {
        if (target == RunSettings().target) // this computer answers at once
            continue;
        rounds.push_back(std::make_shared<Round>());
        rounds.back()->target = target;
        startRound(rounds.back(), group);
    }
    if (const auto here = byTarget.find(RunSettings().target); here != byTarget.end()) {
        if (auto looked = refreshGroup(here->first, here->second, cancel); !looked)
            return looked.error();
        all = std::move(here->second);
    }
    const auto deadline = std::chrono::steady_clock::now() + m_answerLimit;
    for (const auto &round : rounds) {
        std::unique_lock lock(round->mutex);
        while (!round->outcome && !cancel.isCanceled() && std::chrono::steady_clock::now() < deadline)
            round->done.wait_for(lock, 50ms);
        if (cancel.isCanceled())
            break;
        const bool answered = round->outcome && *round->outcome;
        if (reached)
            *reached = answered && **round->outcome;
        if (answered) {
            all.insert(all.end(), round->runs.begin(), round->runs.end());
            continue;
        }
        lock.unlock();
        round->cancel.cancel();
        for (const RunRecord &before : byTarget[round->target]) {
            RunRecord run = before;
            makeUnknown(run, tr("The target %1 did not answer within %2 s.")
                                 .arg(round->target)
                                 .arg(double(m_answerLimit.count()) / 1000));
            keep(before, run);
            all.push_back(std::move(run));
        }
    }
    if (!cancel.isCanceled())
        return all;
    for (const auto &round : rounds)
        round->cancel.cancel();
    return Error::canceled();
}

} // namespace mooring
