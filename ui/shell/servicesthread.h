#pragma once

#include "ui/shell/window.h"

#include <QThread>

namespace mooring {

/// The thread on which the services are opened, live and are closed: it has an event loop, which the workspace's
/// signals need.
class ServicesThread : public QObject
{
    Q_OBJECT
public:
    using Open = std::function<Result<OpenedServices>()>;

    explicit ServicesThread(QObject *parent = nullptr);
    /// Closes what was opened; waits at most ten seconds for it.
    ~ServicesThread() override;

    /// Returns at once; one of the signals follows, on the caller's thread.
    void open(Open open);

Q_SIGNALS:
    void opened(const mooring::OpenedServices &services);
    void failed(const mooring::Error &error);

private:
    QThread m_thread;
    QObject *m_worker;
    std::shared_ptr<void> m_owner;
};

} // namespace mooring
