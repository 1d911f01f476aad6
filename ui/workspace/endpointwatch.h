#pragma once

#include "core/base/canceltoken.h"
#include "core/base/error.h"
#include "core/inference/endpointrecord.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace mooring {

class EndpointService;

/// All endpoints of this computer, also those of other programs, looked at in the background: each server is asked
/// whether it answers, and what is new goes into the workspace. Window's thread.
class EndpointWatch : public QObject
{
    Q_OBJECT
public:
    /// The service outlives it. `pause`: between two looks, while it is active.
    EndpointWatch(EndpointService &service, std::chrono::milliseconds pause, QObject *parent = nullptr);
    ~EndpointWatch() override { m_cancel.cancel(); }

    void setActive(bool active);
    /// One look at a time; a wish that comes meanwhile is one more look.
    void look();

    const std::vector<EndpointRecord> &endpoints() const { return m_endpoints; } ///< by name, foreign ones last
    bool isKnown() const { return m_isKnown; }                                   ///< a look has ended
    const std::optional<Error> &error() const { return m_error; }                ///< of the last look

Q_SIGNALS:
    void looked();

private:
    EndpointService &m_service;
    CancelToken m_cancel;
    QTimer m_timer;
    std::vector<EndpointRecord> m_endpoints;
    std::optional<Error> m_error;
    bool m_isKnown = false, m_isLooking = false, m_again = false;
};

} // namespace mooring
