#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace mooring {

/// Whole new content or the old one, never half: temporary file beside it, fsync, rename. Mode 0600 (or as given).
Result<> writeFileAtomically(const QString &path, const QByteArray &content, int mode = 0600);
/// Refuses files over `limit` bytes instead of filling the memory.
Result<QByteArray> readWholeFile(const QString &path, qint64 limit = 64 * 1024 * 1024);
/// `[offset, offset + max)` of a file that may be growing; fewer bytes at its end. Missing file: an error with code
/// "file.missing".
Result<QByteArray> readFileRange(const QString &path, qint64 offset, qint64 max);
/// The folder and its parents, each new one with mode 0700.
Result<> makeFolder(const QString &path);

} // namespace mooring
