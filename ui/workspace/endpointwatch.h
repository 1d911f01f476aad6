#pragma once

#include "core/base/canceltoken.h"
#include "core/base/error.h"
#include "core/inference/endpointrecord.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace mooring {

class EndpointBench;

/// All endpoints of a bench, looked at in the background. Of this computer's also those of other programs; each server
/// is asked whether it answers, and what is new goes into the workspace. Window's thread.
class EndpointWatch : public QObject
{
    Q_OBJECT
public:
    /// `pause`: between two looks, while it is active.
    EndpointWatch(std::shared_ptr<EndpointBench> bench, std::chrono::milliseconds pause, QObject *parent = nullptr);
    ~EndpointWatch() override { m_cancel.cancel(); }

    void setActive(bool active);
    /// One look at a time; a wish that comes meanwhile is one more look.
    void look();

    const std::vector<EndpointRecord> &endpoints() const { return m_endpoints; } ///< by name, foreign ones last
    bool isKnown() const { return m_isKnown; }                                   ///< a look has ended
    const std::optional<Error> &error() const { return m_error; }                ///< of the last look
    /// The place could not be asked: what endpoints() has was seen then.
    const std::optional<QDateTime> &seenAt() const { return m_seenAt; }

Q_SIGNALS:
    void looked();

private:
    std::shared_ptr<EndpointBench> m_bench;
    CancelToken m_cancel;
    QTimer m_timer;
    std::vector<EndpointRecord> m_endpoints;
    std::optional<Error> m_error;
    std::optional<QDateTime> m_seenAt;
    bool m_isKnown = false, m_isLooking = false, m_again = false;
};

} // namespace mooring
