#include "ui/inference/scoresending.h"

#include "core/jobs/jobrunner.h"

namespace mooring {

ScoreSending::ScoreSending(const AppContext &context, std::shared_ptr<EndpointBench> bench, const QString &name,
                           QObject *parent)
    : QObject(parent), m_context(context), m_bench(std::move(bench)), m_name(name)
{
}

void ScoreSending::send(const ScoringRequest &request, int version, int against)
{
    if (isBusy())
        return;
    const auto sent = std::make_shared<SentRequest>(); // written by the work before it ends, read after
    const auto work = [bench = m_bench, name = m_name, request, version, against,
                       sent](JobContext &context) -> Result<> {
        for (const auto &[number, place] :
             {std::pair(version, &SentRequest::call), std::pair(against, &SentRequest::against)}) {
            if (place == &SentRequest::against && against == 0)
                break;
            const auto call = bench->score(name, number, request, context);
            if (!call)
                return call.error();
            (*sent).*place = *call;
        }
        return {};
    };
    Job *job = m_context.jobs.start(tr("Send a request to %1").arg(m_name), work);
    m_job = job;
    connect(job, &Job::finished, this, [this, job, sent] {
        m_job = nullptr;
        if (job->state() == Job::State::Failed)
            sent->error = job->error();
        Q_EMIT changed();
        Q_EMIT ended(*sent);
    });
    Q_EMIT changed();
}

void ScoreSending::cancel()
{
    if (m_job)
        m_job->cancel();
}

} // namespace mooring
