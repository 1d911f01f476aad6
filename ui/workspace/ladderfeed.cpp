#include "ui/workspace/ladderfeed.h"

#include <algorithm>

namespace mooring {

void LadderFeed::climb(JobRunner &jobs, const QString &title,
                       const std::function<Result<>(const TargetService::OnRung &, JobContext &)> &work)
{
    m_job = jobs.start(title, [this, work](JobContext &context) {
        const auto post = [this](const RungResult &rung) {
            QMetaObject::invokeMethod(
                this, [this, rung] { hear(rung); }, Qt::QueuedConnection);
        };
        return work(post, context);
    });
    setParent(m_job);
}

void LadderFeed::hear(const RungResult &rung)
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
