#include "ui/shell/servicesthread.h"

namespace mooring {

ServicesThread::ServicesThread(QObject *parent) : QObject(parent), m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("services"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

ServicesThread::~ServicesThread()
{
    QMetaObject::invokeMethod(m_worker, [this] {
        m_owner.reset();
        m_thread.quit();
    });
    if (!m_thread.wait(10000))
        std::_Exit(1); // everything written is durable; a thread that hangs must not keep a closed window's process
}

void ServicesThread::open(Open open)
{
    QMetaObject::invokeMethod(m_worker, [this, open = std::move(open)] {
        Result<OpenedServices> result = open();
        if (result)
            m_owner = std::move(result->owner);
        QMetaObject::invokeMethod(this, [this, result = std::move(result)] {
            if (result)
                Q_EMIT opened(*result);
            else
                Q_EMIT failed(result.error());
        });
    });
}

} // namespace mooring
