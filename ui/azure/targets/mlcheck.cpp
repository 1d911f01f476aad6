#include "ui/azure/targets/mlcheck.h"

namespace mooring {

MlCheck *MlCheck::running(const AppContext &context, const MlWorkplace &workplace, const QString &target)
{
    return underWay<MlCheck>(context.jobs, [&](const MlCheck &check) {
        return check.m_workspace == workplace.name() && check.m_target == target;
    });
}

MlCheck *MlCheck::start(const AppContext &context, const std::shared_ptr<MlWorkplace> &workplace, const QString &target,
                        const QStringList &only)
{
    if (MlCheck *check = running(context, *workplace, target))
        return check;
    auto *check = new MlCheck(only);
    check->m_workspace = workplace->name();
    check->m_target = target;
    check->climb(context.jobs, tr("Check %1").arg(target),
                 [workplace, target, only](const TargetService::OnRung &onRung, JobContext &job) -> Result<> {
                     const auto session = workplace->session();
                     if (!session)
                         return session.error();
                     const auto outcome = (*session)->targets.check(target, only, {}, job, onRung);
                     return outcome ? Result<>() : Result<>(outcome.error());
                 });
    return check;
}

} // namespace mooring
