#pragma once

#include "core/logs/logsnapshot.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <mutex>

namespace mooring {

class LogFollower;

/// A log file as a view sees it: say what is wanted, get snapshots. Reading, indexing, decoding and following happen on
/// a thread of its own, which ends with the object. No call here waits for the disk.
class LogReader : public QObject
{
    Q_OBJECT
public:
    explicit LogReader(QObject *parent = nullptr);
    ~LogReader() override;

    /// Another file, or none when empty. A missing file is waited for.
    void open(const QString &path);
    QString path() const { return m_path; }
    void setWant(const LogWant &want);
    /// Never null. The newest one.
    std::shared_ptr<const LogSnapshot> snapshot() const;

Q_SIGNALS:
    /// On the owner's thread; several changes may have become one.
    void updated();

private:
    void take(std::shared_ptr<const LogSnapshot> snapshot);

    QString m_path;
    mutable std::mutex m_mutex;
    std::shared_ptr<const LogSnapshot> m_snapshot;
    std::atomic<bool> m_announced{false};
    std::unique_ptr<LogFollower> m_follower;
    std::unique_ptr<QThread> m_thread;
};

} // namespace mooring
