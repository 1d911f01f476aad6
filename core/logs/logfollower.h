#pragma once

#include "core/logs/filewatch.h"
#include "core/logs/logsnapshot.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace mooring {

/// Opens, indexes and follows one log file, and answers wants with snapshots; the work of LogReader's thread.
/// run() is called once; the others may be called from any thread and never wait for the disk.
class LogFollower
{
public:
    /// `publish` is called on the thread of run(), at most once in 16 ms unless a new want is answered.
    using Publish = std::function<void(std::shared_ptr<const LogSnapshot>)>;
    explicit LogFollower(Publish publish);

    void setPath(const QString &path);
    void setWant(const LogWant &want);
    void stop();
    void run();

private:
    bool takeOrders();
    void openFile();
    bool look();
    void checkPlace();
    bool continues();
    void begin(std::shared_ptr<const LogFile> file);
    void breakOff(LogBreak::Kind kind);
    bool indexBlock();
    void answer();
    void readWindow(LogSnapshot &snapshot);
    void readLive(LogSnapshot &snapshot);
    std::chrono::milliseconds patience() const;

    const Publish m_publish;
    FileWatch m_watch;
    std::atomic<bool> m_stop{false};

    std::mutex m_mutex; // orders
    QString m_orderedPath;
    bool m_pathOrdered = false;
    LogWant m_orderedWant;

    QString m_path;
    LogWant m_want;
    std::shared_ptr<const LogFile> m_file;
    std::shared_ptr<LineIndex> m_index;
    std::optional<Error> m_error;
    std::optional<LogBreak> m_break;
    QByteArray m_lastBytes; ///< the end of what is indexed, to notice a file that was rewritten in place
    qint64 m_size = 0;
    qint64 m_grownAtMs = 0;
    qint64 m_openedSize = 0;
    int m_generation = 0;
    bool m_gone = false;
    bool m_wasComplete = false;
    bool m_dirty = false;
    bool m_wantIsNew = false;
};

} // namespace mooring
