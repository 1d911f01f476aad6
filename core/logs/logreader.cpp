#include "core/logs/logreader.h"

#include "core/logs/logfollower.h"

namespace mooring {

using namespace Qt::StringLiterals;

LogReader::LogReader(QObject *parent)
    : QObject(parent),
      m_snapshot(std::make_shared<const LogSnapshot>()),
      m_follower(std::make_unique<LogFollower>([this](std::shared_ptr<const LogSnapshot> s) { take(std::move(s)); })),
      m_thread(QThread::create([this] { m_follower->run(); }))
{
    m_thread->setObjectName(u"log"_s);
    m_thread->start();
}

LogReader::~LogReader()
{
    m_follower->stop();
    m_thread->wait();
}

void LogReader::open(const QString &path)
{
    m_path = path;
    m_follower->setPath(path);
}

void LogReader::setWant(const LogWant &want) { m_follower->setWant(want); }

std::shared_ptr<const LogSnapshot> LogReader::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

/// On the follower's thread.
void LogReader::take(std::shared_ptr<const LogSnapshot> snapshot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(snapshot);
    }
    if (m_announced.exchange(true))
        return; // the owner has not looked yet: one announcement is enough
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_announced = false;
            Q_EMIT updated();
        },
        Qt::QueuedConnection);
}

} // namespace mooring
