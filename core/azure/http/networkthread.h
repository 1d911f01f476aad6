#pragma once

#include <QObject>
#include <QThread>

namespace mooring {

/// The one thread of the process with an event loop for QNetworkAccessManager. Lives until the application object
/// goes.
class NetworkThread
{
public:
    static NetworkThread &instance();
    /// Lives on the thread: the receiver for what is to run there.
    QObject *context() const { return m_context; }
    QThread *thread() { return &m_thread; }

private:
    NetworkThread();
    void stop();

    QThread m_thread;
    QObject *m_context;
};

} // namespace mooring
