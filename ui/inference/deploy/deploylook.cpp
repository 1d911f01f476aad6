#include "ui/inference/deploy/deploylook.h"

#include "core/inference/endpointservice.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "core/transport/docker/dockerchoice.h"
#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"

namespace mooring {

namespace {

constexpr int kRestMs = 250;

} // namespace

DeployLook::DeployLook(const AppContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &DeployLook::ask);
}

DeployLook::~DeployLook() { m_cancel.cancel(); }

void DeployLook::look(const DeployDraft &draft)
{
    drop();
    m_draft = draft;
    m_rest.start();
}

void DeployLook::ask()
{
    drop();
    m_found = std::make_shared<Answer>(); // written by the work before it ends, read after
    const auto work = [draft = m_draft, found = m_found,
                       endpoints = &m_context.endpoints](JobContext &job) -> Result<> {
        found->look = endpoints->look(draft.settings(), job);
        if (draft.ownPort && draft.portProblem().isEmpty()) {
            if (const auto port = endpoints->lookAtPort(draft.portText.trimmed().toInt(), draft.name.trimmed()))
                found->port = *port;
        }
        return {};
    };
    m_job = std::make_unique<Job>(tr("Look at what is to be deployed"), work);
    Job *job = m_job.get();
    connect(job, &Job::finished, this, [this, job] { ended(job); });
    job->start();
}

void DeployLook::ended(Job *job)
{
    if (job->state() == Job::State::Succeeded)
        m_answer = std::move(*m_found);
    m_job.release()->deleteLater();
    Q_EMIT looked();
}

void DeployLook::drop()
{
    if (!m_job)
        return;
    m_job->cancel();
    m_job->disconnect(this);
    m_job.release()->deleteLater();
}

void DeployLook::lookAround(const QString &run)
{
    struct Around
    {
        std::vector<ModelChoice> choices;
        std::vector<EndpointRecord> endpoints;
    };
    const int round = ++m_rounds;
    inBackground(
        this,
        [workspace = &m_context.workspace, runs = &m_context.runs, run, cancel = m_cancel] {
            return Around{readModelChoices(*workspace, *runs, run, cancel), workspace->endpoints().valueOr({})};
        },
        [this, round](const Around &around) {
            if (round != m_rounds)
                return;
            m_choices = around.choices;
            m_endpoints = around.endpoints;
            m_hasChoices = true;
            Q_EMIT lookedAround();
        });
    inBackground(
        this, [docker = &m_context.docker, cancel = m_cancel] { return readDockerFacts(docker->search(), cancel); },
        [this, round](const Result<DockerFacts> &facts) {
            if (round != m_rounds)
                return;
            m_docker = facts;
            Q_EMIT lookedAround();
        });
}

} // namespace mooring
