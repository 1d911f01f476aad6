#include "core/jobs/jobrunner.h"

#include <QTimer>

#include <algorithm>

namespace mooring {

namespace {

constexpr size_t kKeptJobs = 200;
constexpr int kStartedAtOnce = 8; ///< more threads than these are made one by one, the window's events in between

bool isEnded(const Job &job) { return job.state() != Job::State::Waiting && job.state() != Job::State::Running; }

} // namespace

JobRunner::JobRunner(QObject *parent) : QObject(parent) {}

JobRunner::~JobRunner()
{
    cancelAll(); // all at once, then the destructors join one after the other
}

Job *JobRunner::start(const QString &title, Job::Work work)
{
    dropOldest();
    m_jobs.push_back(std::make_unique<Job>(title, std::move(work)));
    Job *job = m_jobs.back().get();
    connect(job, &Job::changed, this, [this, job] { Q_EMIT changed(job); });
    connect(job, &Job::finished, this, [this, job] { Q_EMIT ended(job); });
    Q_EMIT added(job);
    if (runningCount() <= kStartedAtOnce) {
        job->start();
    } else if (!std::exchange(m_startsNext, true)) {
        QTimer::singleShot(0, this, &JobRunner::startNext);
    }
    return job;
}

void JobRunner::startNext()
{
    m_startsNext = false;
    const auto waiting = [](const auto &job) { return job->state() == Job::State::Waiting; };
    const auto next = std::find_if(m_jobs.begin(), m_jobs.end(), waiting);
    if (next == m_jobs.end())
        return;
    (*next)->start();
    if (std::any_of(m_jobs.begin(), m_jobs.end(), waiting)) {
        m_startsNext = true;
        QTimer::singleShot(0, this, &JobRunner::startNext);
    }
}

int JobRunner::runningCount() const
{
    return int(std::count_if(m_jobs.begin(), m_jobs.end(), [](const auto &job) { return !isEnded(*job); }));
}

void JobRunner::cancelAll()
{
    for (const auto &job : m_jobs)
        job->cancel();
}

void JobRunner::clearEnded()
{
    for (size_t i = m_jobs.size(); i-- > 0;) {
        if (isEnded(*m_jobs[i]))
            drop(i);
    }
}

void JobRunner::dropOldest()
{
    for (size_t i = 0; m_jobs.size() >= kKeptJobs && i < m_jobs.size();) {
        if (isEnded(*m_jobs[i]))
            drop(i);
        else
            ++i;
    }
}

void JobRunner::drop(size_t index)
{
    Q_EMIT removed(m_jobs[index].get());
    // Later: the job may be the sender of the signal that led here.
    m_jobs[index].release()->deleteLater();
    m_jobs.erase(m_jobs.begin() + qsizetype(index));
}

} // namespace mooring
