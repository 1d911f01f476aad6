#include "core/azure/http/networkthread.h"

#include <QCoreApplication>

namespace mooring {

NetworkThread &NetworkThread::instance()
{
    // Never destroyed: a look-up of a name that hangs may keep the thread from ending, and that must not keep the
    // program.
    static NetworkThread *const thread = new NetworkThread;
    return *thread;
}

NetworkThread::NetworkThread() : m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("network"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
    qAddPostRoutine([] { instance().stop(); });
}

void NetworkThread::stop()
{
    m_thread.quit();
    m_thread.wait(500);
}

} // namespace mooring
