#include "ui/workspace/endpointwatch.h"

#include "core/inference/endpointbench.h"
#include "core/jobs/background.h"

namespace mooring {

EndpointWatch::EndpointWatch(std::shared_ptr<EndpointBench> bench, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent), m_bench(std::move(bench))
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
        this, [bench = m_bench, cancel = m_cancel] { return bench->list(cancel); },
        [this](const EndpointList &all) {
            m_isLooking = false;
            m_isKnown = true;
            m_error = all.problem;
            m_seenAt = all.seenAt;
            if (!all.problem || !all.endpoints.empty())
                m_endpoints = all.endpoints;
            Q_EMIT looked();
            if (std::exchange(m_again, false))
                look();
        });
}

} // namespace mooring
