#include "ui/runs/wizard/environmentlook.h"

#include "core/jobs/background.h"
#include "core/jobs/job.h"

using namespace Qt::StringLiterals;

namespace mooring {

EnvironmentLook::EnvironmentLook(std::shared_ptr<RunDesk> desk, QObject *parent)
    : QObject(parent), m_desk(std::move(desk))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(200);
    connect(&m_rest, &QTimer::timeout, this, &EnvironmentLook::ask);
}

EnvironmentLook::~EnvironmentLook() = default;

void EnvironmentLook::lookForOffer(const RunSettings &settings)
{
    const QString of = settings.target + u'/' + (settings.script.endsWith(u".py"_s) ? u"py"_s : QString());
    if (of == m_offerOf)
        return;
    m_offerOf = of;
    m_offer = m_desk->firstOffer(settings);
    inBackground(
        this, [desk = m_desk, settings] { return desk->offer(settings); },
        [this, of](const EnvironmentOffer &offer) {
            if (of != m_offerOf)
                return;
            m_offer = offer;
            Q_EMIT offered();
        });
}

void EnvironmentLook::plan(const RunSettings &settings)
{
    drop();
    m_settings = settings;
    m_answer.reset();
    m_rest.start();
    Q_EMIT planning();
}

void EnvironmentLook::forget()
{
    m_rest.stop();
    drop();
    m_answer.reset();
}

void EnvironmentLook::ask()
{
    drop();
    m_found = std::make_shared<EnvironmentForecast>(); // written by the work before it ends, read after
    const auto work = [settings = m_settings, found = m_found, desk = m_desk](JobContext &job) -> Result<> {
        auto forecast = desk->forecast(settings, job);
        if (!forecast)
            return forecast.error();
        *found = std::move(*forecast);
        return {};
    };
    m_job = std::make_unique<Job>(tr("Look at the environment"), work);
    Job *job = m_job.get();
    connect(job, &Job::finished, this, [this, job] { ended(job); });
    job->start();
}

void EnvironmentLook::ended(Job *job)
{
    if (job->state() == Job::State::Succeeded)
        m_answer = *m_found;
    else
        m_answer = job->error();
    m_job.release()->deleteLater();
    Q_EMIT planned();
}

void EnvironmentLook::drop()
{
    if (!m_job)
        return;
    m_job->cancel();
    m_job->disconnect(this);
    m_job.release()->deleteLater();
}

} // namespace mooring
