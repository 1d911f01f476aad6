#include "ui/workspace/endpointwatch.h"

#include "core/inference/endpointservice.h"
#include "core/jobs/background.h"

namespace mooring {

EndpointWatch::EndpointWatch(EndpointService &service, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent), m_service(service)
{
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &EndpointWatch::look);
}

void EndpointWatch::setActive(bool active)
{
    if (!active)
        return m_timer.stop();
    m_timer.start();
    look();
}

void EndpointWatch::look()
{
    if (m_isLooking) {
        m_again = true;
        return;
    }
    m_isLooking = true;
    inBackground(
        this, [service = &m_service, cancel = m_cancel] { return service->refreshAll(cancel); },
        [this](const Result<std::vector<EndpointRecord>> &all) {
            m_isLooking = false;
            m_isKnown = true;
            m_error = all ? std::optional<Error>() : all.error();
            if (all)
                m_endpoints = *all;
            Q_EMIT looked();
            if (std::exchange(m_again, false))
                look();
        });
}

} // namespace mooring
