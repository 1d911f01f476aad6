#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>

namespace mooring {

/// An exclusive lock by the kernel on a file or folder: gone with the process that held it, however that ended.
/// Movable; unlocks when destroyed.
class FileLock
{
public:
    FileLock() = default;
    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;

    /// Opens (creating a file with mode 0600, when `path` is no folder) and locks, waiting at most `limit`.
    /// Codes: "lock.held" (cause: the holder, where it can be told), "lock.cannotOpen", "lock.diskFull".
    static Result<FileLock> acquire(const QString &path, std::chrono::milliseconds limit);

    bool isHeld() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

/// "sqlite3 (process 4711)": who holds a lock on the file, from the kernel's list. Empty when nobody or not known.
/// Never opens the file: closing it again would drop the locks that SQLite holds in this process.
QString lockHolder(const QString &path);

} // namespace mooring
