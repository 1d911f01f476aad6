#include "ui/inference/loadrun.h"

#include "core/jobs/jobrunner.h"

namespace mooring {

LoadRun *LoadRun::start(const AppContext &context, const std::shared_ptr<EndpointBench> &bench, const QString &endpoint,
                        int version, const LoadSettings &settings)
{
    auto *run = new LoadRun(bench, endpoint, settings);
    const auto result = std::make_shared<std::optional<MeasuredLoad>>(); // written before the work ends, read after
    // The work's thread only posts here, and a job joins that thread before its children go.
    run->m_job = context.jobs.start(tr("Measure %1").arg(endpoint),
                                    [run, result, bench, endpoint, version, settings](JobContext &work) -> Result<> {
                                        const auto measured = measureLoad(
                                            *bench, endpoint, version, settings, work, [run](const LoadReport &now) {
                                                QMetaObject::invokeMethod(
                                                    run, [run, now] { run->hear(now); }, Qt::QueuedConnection);
                                            });
                                        if (!measured)
                                            return measured.error();
                                        *result = *measured;
                                        return work.isCanceled() ? Result<>(Error::canceled()) : Result<>();
                                    });
    run->setParent(run->m_job);
    connect(run->m_job, &Job::finished, run, [run, result] {
        run->m_result = *result;
        if (*result)
            run->m_report = (*result)->report;
        if (run->m_job->state() == Job::State::Failed)
            run->m_error = run->m_job->error();
        Q_EMIT run->changed();
    });
    return run;
}

LoadRun *LoadRun::newest(const AppContext &context, const EndpointBench &bench, const QString &endpoint)
{
    LoadRun *newest = nullptr;
    for (const auto &job : context.jobs.jobs()) {
        auto *run = job->findChild<LoadRun *>(QString(), Qt::FindDirectChildrenOnly);
        if (run && run->m_endpoint == endpoint && run->m_bench.get() == &bench)
            newest = run;
    }
    return newest;
}

bool LoadRun::goesOn() const { return m_job->state() == Job::State::Running || m_job->state() == Job::State::Waiting; }

void LoadRun::cancel() { m_job->cancel(); }

QDateTime LoadRun::at() const { return m_job->startedAt(); }

void LoadRun::hear(const LoadReport &report)
{
    m_report = report;
    Q_EMIT changed();
}

} // namespace mooring
