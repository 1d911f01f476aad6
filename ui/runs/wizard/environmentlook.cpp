#include "ui/runs/wizard/environmentlook.h"

#include "core/environments/environmentplanner.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "core/targets/targetservice.h"
#include "ui/context/appcontext.h"

namespace mooring {

namespace {

ToolsFound askTools(TargetService &targets, const QString &target)
{
    ToolsFound found;
    const auto host = targets.hostOf(target);
    if (!host) {
        found.problem = host.error().text();
        return found;
    }
    const CancelToken never; // both have limits of their own
    auto pythons = detectPythons(**host, never);
    auto condas = detectCondaTools(**host, never);
    if (!pythons || !condas) {
        found.problem = pythons ? condas.error().text() : pythons.error().text();
        return found;
    }
    found.pythons = std::move(*pythons);
    found.condas = std::move(*condas);
    return found;
}

} // namespace

EnvironmentLook::EnvironmentLook(const AppContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(200);
    connect(&m_rest, &QTimer::timeout, this, &EnvironmentLook::ask);
}

EnvironmentLook::~EnvironmentLook() = default;

void EnvironmentLook::lookForTools(const QString &target)
{
    if (target == m_toolsOf)
        return;
    m_toolsOf = target;
    m_tools = {};
    inBackground(
        this, [targets = &m_context.targets, target] { return askTools(*targets, target); },
        [this, target](const ToolsFound &found) {
            if (target != m_toolsOf)
                return;
            m_tools = found;
            Q_EMIT toolsFound();
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
    m_found = std::make_shared<EnvironmentPlan>(); // written by the work before it ends, read after
    const auto work = [settings = m_settings, found = m_found,
                       targets = &m_context.targets](JobContext &job) -> Result<> {
        const auto host = targets->hostOf(settings.target);
        if (!host)
            return host.error();
        auto plan = planEnvironment(settings.environment, settings.source,
                                    settings.script.endsWith(QStringLiteral(".py")), **host, job);
        if (!plan)
            return plan.error();
        *found = std::move(*plan);
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
