#include "ui/inference/deploy/deployfeed.h"

#include "core/inference/endpointservice.h"
#include "core/jobs/jobrunner.h"
#include "ui/context/appcontext.h"

#include <QElapsedTimer>

#include <algorithm>

namespace mooring {

namespace {

/// One clock for all threads.
qint64 nowMs()
{
    QElapsedTimer clock;
    clock.start();
    return clock.msecsSinceReference();
}

} // namespace

template <class Act>
void DeployFeed::post(Act act)
{
    QMetaObject::invokeMethod(
        this,
        [this, act = std::move(act)] {
            act();
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

DeployFeed *DeployFeed::running(const AppContext &context, const QString &route)
{
    for (const auto &job : context.jobs.jobs()) {
        if (job->state() != Job::State::Running && job->state() != Job::State::Waiting)
            continue;
        auto *feed = job->findChild<DeployFeed *>(QString(), Qt::FindDirectChildrenOnly);
        if (feed && feed->m_route == route)
            return feed;
    }
    return nullptr;
}

DeployFeed *DeployFeed::start(const AppContext &context, const QString &route, const DeployRequest &request)
{
    if (DeployFeed *feed = running(context, route))
        return feed;
    auto *feed = new DeployFeed(request, route);
    feed->run(context);
    return feed;
}

void DeployFeed::run(const AppContext &context)
{
    DeployRequest request = m_request;
    request.watch = watch();
    // The work's thread only posts here, and a job joins that thread before its children go.
    m_job = context.jobs.start(
        tr("Deploy %1").arg(m_request.settings.name),
        [this, request, endpoints = &context.endpoints, record = m_record](JobContext &job) -> Result<> {
            const QString name = request.settings.name;
            for (const QString &each : {name, request.takesPortOf}) {
                if (each.isEmpty())
                    continue;
                if (const auto known = endpoints->book().findEndpoint(each))
                    post([this, known = *known, isOwn = each == name] { hearBefore(known, isOwn); });
            }
            const auto done = endpoints->deploy(request, job);
            if (const auto now = endpoints->book().findEndpoint(name))
                *record = *now;
            post([this, at = nowMs()] { close(at); });
            return done ? Result<>() : done.error();
        });
    setParent(m_job);
}

void DeployFeed::hearBefore(const EndpointRecord &known, bool isOwn)
{
    if (isOwn)
        m_before = known.versions;
    const bool serves = known.state == EndpointState::Running || known.state == EndpointState::Unhealthy;
    if (!serves || known.active == 0)
        return;
    m_state.serving = known.name;
    m_state.servingVersion = known.active;
    m_state.servingPlace = known.port > 0 ? QString::number(known.port) : known.address().host;
}

DeployWatch DeployFeed::watch()
{
    DeployWatch watch;
    watch.onPhase = [this](DeployWatch::Phase phase) { post([this, phase, at = nowMs()] { enter(int(phase), at); }); };
    watch.onPlace = [this](const DeployWatch::Place &place) { post([this, place] { m_state.place = place; }); };
    watch.onDockerfile = [this](const QByteArray &text) {
        post([this, text] { m_state.layers.instructions = dockerfileInstructions(text); });
    };
    watch.onReused = [this] { post([this] { m_state.layers.isReused = true; }); };
    watch.onStep = [this](const BuildStep &step, bool) {
        post([this, step] {
            std::vector<BuildStep> &steps = m_state.layers.steps;
            const auto known = std::find_if(steps.begin(), steps.end(), [&](const BuildStep &each) {
                return each.number == step.number && each.instruction == step.instruction;
            });
            if (known == steps.end())
                steps.push_back(step);
            else
                *known = step;
        });
    };
    return watch;
}

void DeployFeed::enter(int phase, qint64 atMs)
{
    close(atMs);
    if (m_state.current == int(DeployWatch::Phase::Build) && phase > m_state.current)
        m_state.layers.hasEnded = true;
    m_state.current = phase;
    m_state.sinceMs = atMs;
    m_state.phases[size_t(phase)].hasBegun = true;
}

void DeployFeed::close(qint64 atMs)
{
    if (m_state.current >= 0 && m_state.sinceMs > 0)
        m_state.phases[size_t(m_state.current)].ms += atMs - m_state.sinceMs;
    m_state.sinceMs = 0;
}

qint64 DeployFeed::elapsed(int phase) const
{
    const qint64 before = m_state.phases[size_t(phase)].ms;
    return phase == m_state.current && m_state.sinceMs > 0 ? before + nowMs() - m_state.sinceMs : before;
}

} // namespace mooring
