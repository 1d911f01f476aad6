#pragma once

#include "ui/inference/endpointlook.h"

#include <QObject>
#include <QTimer>

namespace mooring {

struct AppContext;

/// Keeps an EndpointView fresh in the background while a page shows it: at each change of the workspace and every few
/// seconds, more often while something is being deployed; of a bench that is elsewhere seldom. Window's thread.
class EndpointData : public QObject
{
    Q_OBJECT
public:
    EndpointData(const AppContext &context, std::shared_ptr<EndpointBench> bench, const QString &name,
                 QObject *parent = nullptr);
    ~EndpointData() override { m_cancel.cancel(); }

    const EndpointView &view() const { return m_view; }
    bool isLoaded() const { return m_isLoaded; }
    void setActive(bool active);
    void look();

Q_SIGNALS:
    void looked(); ///< view() is new

private:
    void take(EndpointView view);

    std::shared_ptr<EndpointBench> m_bench;
    QString m_name;
    CancelToken m_cancel;
    EndpointView m_view;
    QTimer m_timer;
    bool m_isLoaded = false, m_isLooking = false, m_again = false, m_isActive = false;
};

} // namespace mooring
