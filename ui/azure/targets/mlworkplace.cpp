#include "ui/azure/targets/mlworkplace.h"

#include "core/base/clock.h"
#include "core/jobs/job.h"
#include "ui/context/openworkspace.h"

namespace mooring {

MlWorkplace::MlWorkplace(const AppContext &context) : m_context(context), m_name(context.openWorkspace.name()) {}

Result<std::shared_ptr<MlSession>> MlWorkplace::session()
{
    const std::lock_guard lock(m_mutex);
    if (m_session)
        return m_session;
    auto opened = openMlSession(m_context, m_name);
    if (opened)
        m_session = *opened;
    return opened;
}

const MlTarget *MlSeen::find(const QString &name) const
{
    for (const MlTarget &target : targets) {
        if (target.record.name.compare(name, Qt::CaseInsensitive) == 0)
            return &target;
    }
    return nullptr;
}

bool isLostSight(const Job &job)
{
    return job.state() == Job::State::Canceled ||
           (job.state() == Job::State::Failed && job.error().kind == ErrorKind::NotReachable);
}

MlSeen seeTargets(MlWorkplace &workplace)
{
    MlSeen seen;
    const auto session = workplace.session();
    if (!session) {
        seen.isOffline = true;
        seen.error = session.error();
        return seen;
    }
    seen.group = (*session)->targets.workspace().id.resourceGroup;
    seen.workspace = (*session)->targets.workspace().id.name;
    auto now = (*session)->targets.targets({});
    if (now) {
        seen.at = nowUtc();
        seen.targets = std::move(*now);
        return seen;
    }
    seen.isOffline = true;
    seen.error = now.error();
    if (auto last = (*session)->targets.lastKnown(); last && *last) {
        seen.at = (*last)->at;
        seen.targets = std::move((*last)->targets);
    }
    return seen;
}

} // namespace mooring
