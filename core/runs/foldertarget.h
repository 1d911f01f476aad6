#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace mooring {

/// A folder of this computer that foreign names are written into: every step goes through the open parent folder, no
/// link is followed, and a file appears by rename when it is whole. One thread.
class FolderTarget
{
public:
    FolderTarget() = default;
    FolderTarget(const FolderTarget &) = delete;
    FolderTarget &operator=(const FolderTarget &) = delete;
    ~FolderTarget();

    /// Makes the folder when it is not there.
    Result<> open(const QString &folder);

    /// Relative, '/' between parts, no empty part, no "." or "..", no NUL.
    static bool isSafe(const QByteArray &path);

    enum class There { Nothing, File, Other };
    /// What stands at a safe path; its size when it is a file.
    There look(const QByteArray &path, qint64 &size) const;
    /// SHA-256 of a file there, in hex.
    Result<QString> hash(const QByteArray &path, const CancelToken &cancel) const;

    /// `read` gives the next bytes, none at the end.
    Result<> write(const QByteArray &path, const std::function<Result<QByteArray>()> &read);

private:
    int openParent(const QByteArray &path, bool create) const;

    int m_fd = -1;
    QString m_folder;
};

} // namespace mooring
