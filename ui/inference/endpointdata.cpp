#include "ui/inference/endpointdata.h"

#include "core/jobs/background.h"
#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"

namespace mooring {

namespace {

constexpr int kDeployingMs = 1000;
constexpr int kPauseMs = 10'000; // each look is a line in the server's log

} // namespace

EndpointData::EndpointData(const AppContext &context, const QString &name, QObject *parent)
    : QObject(parent), m_service(context.endpoints), m_name(name)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EndpointData::look);
    connect(&context.workspace, &Workspace::changed, this, [this] {
        if (m_isActive)
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
        this,
        [service = &m_service, name = m_name, cancel = m_cancel] { return lookAtEndpoint(*service, name, cancel); },
        [this](EndpointView view) { take(std::move(view)); });
}

void EndpointData::take(EndpointView view)
{
    m_isLooking = false;
    m_isLoaded = true;
    m_view = std::move(view);
    if (m_isActive)
        m_timer.start(m_view.record.state == EndpointState::Deploying ? kDeployingMs : kPauseMs);
    Q_EMIT looked();
    if (std::exchange(m_again, false))
        look();
}

} // namespace mooring
