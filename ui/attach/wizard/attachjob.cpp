#include "ui/attach/wizard/attachjob.h"

#include "core/jobs/jobrunner.h"
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
    for (const auto &job : context.jobs.jobs()) {
        if (job->state() != Job::State::Running && job->state() != Job::State::Waiting)
            continue;
        auto *attach = job->findChild<AttachJob *>(QString(), Qt::FindDirectChildrenOnly);
        if (attach && attach->m_route == route)
            return attach;
    }
    return nullptr;
}

AttachJob *AttachJob::start(const AppContext &context, const QString &route, const AttachRequest &request)
{
    if (AttachJob *attach = running(context, route))
        return attach;
    auto *attach = new AttachJob;
    attach->m_route = route;
    attach->m_name = request.name;
    if (!request.rungAgain.isEmpty())
        attach->m_only << request.rungAgain;
    const auto held = std::make_shared<AttachRequest>(request);
    // The work's thread only posts to it, and the job joins that thread before its children go.
    attach->m_job = context.jobs.start(
        tr("Attach %1").arg(request.name),
        [targets = &context.targets, held, attach, outcome = attach->m_outcome](JobContext &job) -> Result<> {
            const auto post = [attach](const RungResult &rung) {
                QMetaObject::invokeMethod(
                    attach, [attach, rung] { attach->hear(rung); }, Qt::QueuedConnection);
            };
            auto ended = targets->attach(*held, job, post);
            *held = {}; // an ended job stays in the list; the secrets do not
            if (!ended)
                return ended.error();
            *outcome = std::move(*ended);
            return endOf(**outcome);
        });
    attach->setParent(attach->m_job);
    return attach;
}

void AttachJob::hear(const RungResult &rung)
{
    const auto found =
        std::find_if(m_heard.begin(), m_heard.end(), [&](const RungResult &each) { return each.id == rung.id; });
    if (found == m_heard.end())
        m_heard.push_back(rung);
    else
        *found = rung;
    Q_EMIT rungChanged(rung);
}

} // namespace mooring
