#pragma once

#include "core/base/canceltoken.h"
#include "core/hosts/sha256.h"
#include "core/runs/foldercursor.h"
#include "core/runs/manifest.h"
#include "core/runs/snapshotplan.h"

#include <sys/stat.h>

namespace mooring {

/// Reads files of a source folder piece by piece, hashing on the way, and tells afterwards whether what was read is one
/// version of the file: by size, times and inode, and when it is too fresh for its time to tell, by reading it a
/// second time. One file at a time; one thread. Errors as those of copySnapshot.
class ContentReader
{
public:
    ContentReader(const QString &source, const CancelToken &cancel);

    Result<> open(const SnapshotEntry &entry);
    qint64 size() const { return m_before.st_size; } ///< of the open file, as it was when it was opened
    bool executable() const { return (m_before.st_mode & 0111) != 0; }
    /// The next bytes, at most `max`; none at the end. A file that shrinks ends early.
    Result<QByteArray> read(qint64 max);
    QByteArray hashSoFar() const { return m_hash.soFar(); }
    /// After the last piece. Nothing: it changed meanwhile, and what was read is of no use.
    Result<std::optional<ManifestEntry>> finish();

    /// Reads a whole file, again when it changes, up to three times; gives its content when it is asked for.
    Result<ManifestEntry> readStable(const SnapshotEntry &entry, QByteArray *content);
    Error changing() const; ///< "snapshot.changing", of the open file
    static constexpr int mostTries = 3;

private:
    bool sameVersion(const struct stat &other) const;
    Result<QByteArray> hashAgain();
    Error gone(const QString &cause) const;

    FolderCursor m_cursor;
    CancelToken m_cancel;
    Descriptor m_file;
    QByteArray m_path;
    struct stat m_before
    {
    };
    Sha256 m_hash;
    qint64 m_read = 0;
    QByteArray m_buffer;
};

} // namespace mooring
