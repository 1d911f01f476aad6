#pragma once

#include "core/jobs/job.h"

#include <QObject>

#include <vector>

namespace mooring {

/// All background work of the process, for the activity drawer. Owns its jobs. Lives on the main thread.
/// Ended jobs stay until clearEnded(), at most 200 of them.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    explicit JobRunner(QObject *parent = nullptr);
    /// Cancels what runs and waits for it.
    ~JobRunner() override;

    /// Makes and starts a job; when many are running, in a moment. The pointer is good until `removed` names it.
    Job *start(const QString &title, Job::Work work);

    /// Newest last.
    const std::vector<std::unique_ptr<Job>> &jobs() const { return m_jobs; }
    int runningCount() const;
    void cancelAll();
    void clearEnded();

Q_SIGNALS:
    void added(mooring::Job *job);
    void changed(mooring::Job *job);
    void ended(mooring::Job *job);
    void removed(mooring::Job *job); ///< about to be deleted

private:
    void startNext();
    void dropOldest();
    void drop(size_t index);

    std::vector<std::unique_ptr<Job>> m_jobs;
    bool m_startsNext = false; ///< a call of startNext() is on its way
};

} // namespace mooring
