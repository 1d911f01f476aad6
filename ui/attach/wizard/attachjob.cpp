#include "ui/attach/wizard/attachjob.h"

#include "ui/context/appcontext.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AttachJob", text); }

/// A ladder that did not do is an answer for the page, and a failure for the list of what went on.
Result<> endOf(const CheckOutcome &outcome)
{
    if (outcome.attached || questionOf(*outcome.target.lastCheck))
        return {};
    for (const RungResult &rung : outcome.target.lastCheck->rungs) {
        if (rung.verdict == Verdict::Failed && !rung.dispensable)
            return Error::of(rung.failure, QStringLiteral("attach.checkFailed"),
                             tr("%1 was not attached. %2: %3").arg(outcome.target.name, rung.title, rung.answered))
                .withFix(rung.fix);
    }
    return {};
}

} // namespace

const RungResult *questionOf(const LadderReport &report)
{
    const auto found = std::find_if(report.rungs.begin(), report.rungs.end(), [](const RungResult &rung) {
        return rung.verdict == Verdict::Failed && !rung.question.isEmpty();
    });
    return found == report.rungs.end() ? nullptr : &*found;
}

AttachJob *AttachJob::running(const AppContext &context, const QString &route)
{
    return underWay<AttachJob>(context.jobs, [&](const AttachJob &attach) { return attach.m_route == route; });
}

AttachJob *AttachJob::start(const AppContext &context, const std::shared_ptr<AttachDesk> &desk, const QString &route,
                            const AttachRequest &request, Act act)
{
    if (AttachJob *attach = running(context, route))
        return attach;
    auto *attach = new AttachJob(request.rungAgain.isEmpty() ? QStringList() : QStringList(request.rungAgain));
    attach->m_route = route;
    attach->m_name = request.name;
    attach->m_act = act;
    const auto held = std::make_shared<AttachRequest>(request);
    const QString title =
        act == Act::Rehearse ? tr("Look at what %1 is").arg(request.name) : tr("Attach %1").arg(request.name);
    attach->climb(context.jobs, title,
                  [desk, held, act, outcome = attach->m_outcome](const TargetService::OnRung &onRung,
                                                                 JobContext &job) -> Result<> {
                      auto ended =
                          act == Act::Rehearse ? desk->rehearse(*held, job, onRung) : desk->attach(*held, job, onRung);
                      *held = {}; // an ended job stays in the list; the secrets do not
                      if (!ended)
                          return ended.error();
                      *outcome = std::move(*ended);
                      return endOf(**outcome);
                  });
    return attach;
}

} // namespace mooring
