#include "ui/inference/endpointdata.h"

#include "core/jobs/background.h"
#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"

namespace mooring {

namespace {

constexpr int kDeployingMs = 1000;
constexpr int kPauseMs = 10'000;     // each look is a line in the server's log
constexpr int kElsewhereMs = 30'000; // and some calls of a service that counts them

} // namespace

EndpointData::EndpointData(const AppContext &context, std::shared_ptr<EndpointBench> bench, const QString &name,
                           QObject *parent)
    : QObject(parent), m_bench(std::move(bench)), m_name(name)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EndpointData::look);
    connect(&context.workspace, &Workspace::changed, this, [this] {
        if (m_isActive && !m_bench->isElsewhere()) // of that one the store knows nothing
            look();
    });
}

void EndpointData::setActive(bool active)
{
    m_isActive = active;
    if (active)
        look();
    else
        m_timer.stop();
}

void EndpointData::look()
{
    if (m_isLooking) {
        m_again = true;
        return;
    }
    m_isLooking = true;
    inBackground(
        this, [bench = m_bench, name = m_name, cancel = m_cancel] { return lookAtEndpoint(*bench, name, cancel); },
        [this](EndpointView view) { take(std::move(view)); });
}

void EndpointData::take(EndpointView view)
{
    m_isLooking = false;
    m_isLoaded = true;
    m_view = std::move(view);
    if (m_isActive)
        m_timer.start(m_bench->isElsewhere()                            ? kElsewhereMs
                      : m_view.record.state == EndpointState::Deploying ? kDeployingMs
                                                                        : kPauseMs);
    Q_EMIT looked();
    if (std::exchange(m_again, false))
        look();
}

} // namespace mooring
