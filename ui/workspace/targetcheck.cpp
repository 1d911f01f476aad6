#include "ui/workspace/targetcheck.h"

#include "ui/context/appcontext.h"
#include "ui/workspace/workspacecontent.h"

namespace mooring {

TargetCheck *TargetCheck::running(const AppContext &context, const QString &name)
{
    return underWay<TargetCheck>(context.jobs, [&](const TargetCheck &check) { return check.m_name == name; });
}

TargetCheck *TargetCheck::start(const AppContext &context, const QString &name, const QStringList &only)
{
    if (TargetCheck *check = running(context, name))
        return check;
    auto *check = new TargetCheck(name, only);
    check->climb(context.jobs,
                 QCoreApplication::translate("mooring::TargetCheck", "Check %1").arg(targetTitle(name, context.kinds)),
                 [targets = &context.targets, name, only](const TargetService::OnRung &onRung, JobContext &job) {
                     const auto outcome = targets->check(name, only, {}, job, onRung);
                     return outcome ? Result<>() : Result<>(outcome.error());
                 });
    return check;
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
