#include "ui/inference/endpointacts.h"

#include "core/jobs/jobrunner.h"

namespace mooring {

namespace {

using Act = EndpointActs::Act;
using Change = Result<EndpointRecord> (EndpointService::*)(const QString &, JobContext &);

constexpr char kName[] = "mooringEndpoint", kAct[] = "mooringEndpointAct";

Change changeOf(Act act)
{
    switch (act) {
    case Act::Reload:
        return &EndpointService::reload;
    case Act::Restart:
        return &EndpointService::restart;
    case Act::Stop:
        return &EndpointService::stop;
    case Act::Delete:
        break;
    }
    return &EndpointService::undeploy;
}

QString titleOf(Act act, const QString &name)
{
    switch (act) {
    case Act::Reload:
        return EndpointActs::tr("Reload %1").arg(name);
    case Act::Restart:
        return EndpointActs::tr("Start %1", "endpoint").arg(name);
    case Act::Stop:
        return EndpointActs::tr("Stop %1", "endpoint").arg(name);
    case Act::Delete:
        break;
    }
    return EndpointActs::tr("Delete %1").arg(name);
}

} // namespace

EndpointActs::EndpointActs(const AppContext &context, const QString &name, QObject *parent)
    : QObject(parent), m_context(context), m_name(name)
{
    for (const auto &job : context.jobs.jobs()) {
        const bool goesOn = job->state() == Job::State::Running || job->state() == Job::State::Waiting;
        if (goesOn && job->property(kName).toString() == name)
            follow(job.get(), Act(job->property(kAct).toInt()));
    }
}

void EndpointActs::begin(Act act)
{
    if (isBusy())
        return;
    Job *job = m_context.jobs.start(
        titleOf(act, m_name),
        [endpoints = &m_context.endpoints, name = m_name, change = changeOf(act)](JobContext &context) -> Result<> {
            const auto done = (endpoints->*change)(name, context);
            return done ? Result<>() : done.error();
        });
    job->setProperty(kName, m_name);
    job->setProperty(kAct, int(act));
    follow(job, act);
    Q_EMIT changed();
}

void EndpointActs::follow(Job *job, Act act)
{
    m_job = job;
    m_act = act;
    connect(job, &Job::changed, this, &EndpointActs::changed);
    connect(job, &Job::finished, this, [this, job, act] {
        m_job = nullptr;
        Q_EMIT changed();
        if (job->state() != Job::State::Canceled)
            Q_EMIT ended(act, job->state() == Job::State::Failed ? std::optional<Error>(job->error()) : std::nullopt);
    });
}

QString EndpointActs::step() const { return m_job ? m_job->step() : QString(); }

void EndpointActs::cancel()
{
    if (m_job)
        m_job->cancel();
}

} // namespace mooring
