#pragma once

#include "core/jobs/jobrunner.h"
#include "core/targets/targetservice.h"

#include <QObject>
#include <QStringList>

namespace mooring {

/// The rungs of a ladder that climbs in a job, for every page that shows it. Belongs to its job and goes with it.
/// Window's thread.
class LadderFeed : public QObject
{
    Q_OBJECT
public:
    Job *job() const { return m_job; }
    const QStringList &only() const { return m_only; } ///< empty: the whole ladder
    /// What was heard of the rungs so far, each in its last state.
    const std::vector<RungResult> &heard() const { return m_heard; }

Q_SIGNALS:
    void rungChanged(const mooring::RungResult &rung);

protected:
    explicit LadderFeed(const QStringList &only) : m_only(only) {}
    /// Starts the job and goes to it. The work's thread only posts here, and a job joins that thread before its
    /// children go: `work` may use this object to the end.
    void climb(JobRunner &jobs, const QString &title,
               const std::function<Result<>(const TargetService::OnRung &, JobContext &)> &work);

    /// The feed of this class that is under way and fits, or null.
    template <class Feed, class Fits>
    static Feed *underWay(const JobRunner &jobs, const Fits &fits)
    {
        for (const auto &job : jobs.jobs()) {
            if (job->state() != Job::State::Running && job->state() != Job::State::Waiting)
                continue;
            auto *feed = job->template findChild<Feed *>(QString(), Qt::FindDirectChildrenOnly);
            if (feed && fits(*feed))
                return feed;
        }
        return nullptr;
    }

private:
    void hear(const RungResult &rung);

    QStringList m_only;
    Job *m_job = nullptr;
    std::vector<RungResult> m_heard;
};

} // namespace mooring
