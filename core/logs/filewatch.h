#pragma once

#include <QString>

#include <chrono>

namespace mooring {

/// Waits until a file may have changed. One thread waits; any thread wakes it. Where the system cannot watch (network
/// file systems), only the time limit ends the wait, so the waiter looks for itself.
class FileWatch
{
public:
    FileWatch();
    ~FileWatch();
    FileWatch(const FileWatch &) = delete;
    FileWatch &operator=(const FileWatch &) = delete;

    /// Empty: nothing. A file that does not exist is watched through its folder. What happened before is forgotten:
    /// look at the file afterwards.
    void setPath(const QString &path);
    /// True when something happened or wake() was called, false at the limit.
    bool wait(std::chrono::milliseconds limit);
    /// As wait(), but what happens to the file does not end it.
    bool waitForWake(std::chrono::milliseconds limit);
    void wake();

private:
    const int m_inotify;
    const int m_wake;
    int m_watch = -1;
};

} // namespace mooring
