#include "core/targets/ladder.h"

#include "core/base/clock.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ladder", text); }

/// Waiting and Running say nothing; Skipped says less than Passed.
int weight(const RungResult &rung)
{
    switch (rung.verdict) {
    case Verdict::Failed:
        return rung.dispensable ? 3 : 4;
    case Verdict::Warned:
        return 3;
    case Verdict::Passed:
        return 2;
    case Verdict::Skipped:
        return 1;
    case Verdict::Waiting:
    case Verdict::Running:
        break;
    }
    return 0;
}

Verdict worst(const std::vector<RungResult> &rungs)
{
    int most = 0;
    for (const RungResult &rung : rungs)
        most = std::max(most, weight(rung));
    constexpr Verdict byWeight[] = {Verdict::Waiting, Verdict::Skipped, Verdict::Passed, Verdict::Warned,
                                    Verdict::Failed};
    return byWeight[most];
}

void logResult(const RungResult &rung, JobContext &context)
{
    if (!rung.asked.isEmpty())
        context.log(rung.asked);
    const auto level = rung.verdict == Verdict::Failed   ? LogLine::Level::Failure
                       : rung.verdict == Verdict::Warned ? LogLine::Level::Warning
                                                         : LogLine::Level::Info;
    const QString end = toText(rung.verdict);
    context.log(rung.answered.isEmpty() ? tr("%1 in %2 ms").arg(end).arg(rung.ms)
                                        : tr("%1 in %2 ms: %3").arg(end).arg(rung.ms).arg(rung.answered),
                level);
    if (!rung.fix.isEmpty() && level != LogLine::Level::Info)
        context.log(tr("Fix: %1").arg(rung.fix));
}

/// One walk over the rungs.
class Walk
{
public:
    Walk(JobContext &context, const LadderReport *earlier)
        : m_context(context), m_earlier(earlier), m_facts(earlier ? earlier->facts : Json::object())
    {
    }

    RungResult take(const Rung &rung, const std::vector<RungResult> &before,
                    const std::function<void(const RungResult &)> &onRung)
    {
        RungResult result;
        const QString missing = missingNeed(rung, before);
        if (m_context.isCanceled() || !missing.isEmpty()) {
            result =
                RungResult::of(Verdict::Skipped, {}, missing.isEmpty() ? tr("canceled") : tr("needs %1").arg(missing));
        } else {
            RungResult begun;
            begun.id = rung.id;
            begun.title = rung.title;
            begun.dispensable = rung.dispensable;
            begun.verdict = Verdict::Running;
            if (onRung)
                onRung(begun);
            result = runOne(rung);
        }
        result.id = rung.id;
        result.title = rung.title;
        result.dispensable = rung.dispensable;
        return result;
    }

    /// What a person has yet to decide, such as a key that nobody trusted, is no fact about the target.
    void keep(const RungResult &rung)
    {
        for (const auto &[key, value] : rung.facts.items()) {
            if (rung.question.isEmpty() || fromStd(key) != rung.question)
                m_facts[key] = value;
        }
    }
    const Json &facts() const { return m_facts; }

private:
    RungResult runOne(const Rung &rung)
    {
        QElapsedTimer timer;
        timer.start();
        RungResult result = rung.run(m_facts, m_context);
        result.ms = timer.elapsed();
        // What a rung says after its wait was cut short is about the cut, not about the target.
        if (m_context.isCanceled() && result.verdict != Verdict::Passed) {
            result.verdict = Verdict::Skipped;
            result.answered = tr("canceled");
            result.fix.clear();
        }
        return result;
    }

    /// The title of a rung that this one needs and that did not pass; empty: nothing is in the way.
    QString missingNeed(const Rung &rung, const std::vector<RungResult> &before) const
    {
        for (const QString &need : rung.needs) {
            const auto now =
                std::find_if(before.begin(), before.end(), [&](const RungResult &r) { return r.id == need; });
            const RungResult *known = now != before.end() ? &*now : m_earlier ? m_earlier->find(need) : nullptr;
            if (known && known->verdict != Verdict::Passed && known->verdict != Verdict::Warned)
                return known->title;
        }
        return {};
    }

    JobContext &m_context;
    const LadderReport *m_earlier;
    Json m_facts;
};

} // namespace

LadderReport runLadder(const QString &target, const std::vector<Rung> &rungs, const QStringList &only,
                       JobContext &context, const std::function<void(const RungResult &)> &onRung,
                       const LadderReport *earlier)
{
    LadderReport report;
    report.target = target;
    report.at = nowUtc();
    QElapsedTimer timer;
    timer.start();
    Walk walk(context, earlier);
    const qint64 total = only.isEmpty() ? qint64(rungs.size()) : only.size();
    for (const Rung &rung : rungs) {
        if (!only.isEmpty() && !only.contains(rung.id))
            continue;
        context.setStep(rung.id, rung.title);
        context.progress(qint64(report.rungs.size()), total);
        const RungResult result = walk.take(rung, report.rungs, onRung);
        walk.keep(result);
        report.rungs.push_back(result);
        logResult(result, context);
        if (onRung)
            onRung(result);
    }
    report.totalMs = timer.elapsed();
    report.facts = walk.facts();
    report.canceled = context.isCanceled();
    report.verdict = worst(report.rungs);
    return report;
}

LadderReport mergeReports(const LadderReport &earlier, const LadderReport &fresh, const std::vector<Rung> &rungs)
{
    LadderReport merged = fresh;
    merged.rungs.clear();
    merged.totalMs = 0;
    for (const Rung &rung : rungs) {
        const RungResult *result = fresh.find(rung.id);
        if (!result)
            result = earlier.find(rung.id);
        if (!result)
            continue;
        merged.rungs.push_back(*result);
        merged.totalMs += result->ms;
    }
    merged.verdict = worst(merged.rungs);
    return merged;
}

} // namespace mooring
