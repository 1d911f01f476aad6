#include "ui/azure/targets/mlworkplace.h"

#include "core/base/clock.h"
#include "core/jobs/job.h"
#include "ui/context/openworkspace.h"

namespace mooring {

namespace {

/// Most looks are not written: the one just made is added.
void addUsage(MlSeen &seen, const MlTargets &targets)
{
    for (const MlTarget &target : seen.targets) {
        if (!target.compute || !target.compute->isManaged())
            continue;
        UsageHistory history = targets.usage(target.record.name).valueOr({});
        const auto nodes = nodesUp(*target.compute);
        if (nodes && !seen.isOffline)
            (void)history.add(seen.at, *nodes);
        seen.usage.emplace(target.record.name, std::move(history));
    }
}

} // namespace

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

UsageHistory MlSeen::usageOf(const MlTarget &target) const
{
    const auto found = usage.find(target.record.name);
    return found == usage.end() ? UsageHistory() : found->second;
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
        addUsage(seen, (*session)->targets);
        return seen;
    }
    seen.isOffline = true;
    seen.error = now.error();
    if (auto last = (*session)->targets.lastKnown(); last && *last) {
        seen.at = (*last)->at;
        seen.targets = std::move((*last)->targets);
        addUsage(seen, (*session)->targets);
    }
    return seen;
}

Result<> keepPrice(MlWorkplace &workplace, const QString &target, const std::optional<NodePrice> &price)
{
    const auto session = workplace.session();
    return session ? (*session)->targets.setPrice(target, price) : Result<>(session.error());
}

} // namespace mooring
