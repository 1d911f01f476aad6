#include "ui/workspace/targetcheck.h"

#include "core/jobs/jobrunner.h"
#include "core/targets/targetservice.h"
#include "ui/context/appcontext.h"
#include "ui/workspace/workspacecontent.h"

#include <algorithm>

namespace mooring {

TargetCheck *TargetCheck::running(const AppContext &context, const QString &name)
{
    for (const auto &job : context.jobs.jobs()) {
        if (job->state() != Job::State::Running && job->state() != Job::State::Waiting)
            continue;
        auto *check = job->findChild<TargetCheck *>(QString(), Qt::FindDirectChildrenOnly);
        if (check && check->m_name == name)
            return check;
    }
    return nullptr;
}

TargetCheck *TargetCheck::start(const AppContext &context, const QString &name, const QStringList &only)
{
    if (TargetCheck *check = running(context, name))
        return check;
    auto *check = new TargetCheck(name, only);
    // The work's thread only posts to the check, and the job joins that thread before its children go.
    check->m_job = context.jobs.start(
        QCoreApplication::translate("mooring::TargetCheck", "Check %1").arg(targetTitle(name, context.kinds)),
        [targets = &context.targets, name, only, check](JobContext &job) {
            const auto post = [check](const RungResult &rung) {
                QMetaObject::invokeMethod(
                    check, [check, rung] { check->hear(rung); }, Qt::QueuedConnection);
            };
            const auto outcome = targets->check(name, only, {}, job, post);
            return outcome ? Result<>() : Result<>(outcome.error());
        });
    check->setParent(check->m_job);
    return check;
}

void TargetCheck::hear(const RungResult &rung)
{
    const auto found =
        std::find_if(m_heard.begin(), m_heard.end(), [&](const RungResult &each) { return each.id == rung.id; });
    if (found == m_heard.end())
        m_heard.push_back(rung);
    else
        *found = rung;
    Q_EMIT rungChanged(rung);
}

void retitle(std::optional<LadderReport> &report, const std::vector<Rung> &rungs)
{
    if (!report)
        return;
    for (RungResult &result : report->rungs) {
        for (const Rung &rung : rungs) {
            if (rung.id == result.id)
                result.title = rung.title;
        }
    }
}

QString builtinTargetName(const AppContext &context)
{
    for (const auto &kind : context.kinds.all()) {
        if (const auto builtin = kind->builtinTarget())
            return builtin->name;
    }
    return {};
}

} // namespace mooring
