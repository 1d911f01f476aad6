#pragma once

#include "core/jobs/jobcontext.h"
#include "core/runs/foldercursor.h"
#include "core/runs/manifest.h"

#include <functional>

namespace mooring {

/// Copies one regular file at a time from below one folder to below another, hashing on the way. Constant memory.
/// A file that changes while it is read is noticed by size, time and inode, and when it is too fresh for its time to
/// tell, by reading it a second time; it is then copied again, up to three times in all.
class FileCopy
{
public:
    /// `onBytes` is called with each piece that was copied.
    FileCopy(const CancelToken &cancel, std::function<void(qint64)> onBytes);

    /// `from` and `to` are folders' descriptors; the new file must not exist. `path` is for messages.
    Result<ManifestEntry> copy(int from, int to, const QByteArray &name, const QByteArray &path);
    /// Hex SHA-256 of a file, without copying it.
    Result<QByteArray> hash(int from, const QByteArray &name, const QByteArray &path);

private:
    enum class Outcome { Same, Changed };
    Result<Outcome> once(int from, int to, const QByteArray &name, ManifestEntry &entry);
    Result<QByteArray> pump(int in, int out, const QByteArray &path);
    Result<> put(int out, const char *bytes, size_t size, const QByteArray &path);

    CancelToken m_cancel;
    std::function<void(qint64)> m_onBytes;
    std::vector<char> m_buffer;
};

} // namespace mooring
