#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>

namespace mooring {

/// An open file, read by position. Never mapped: a mapped file that somebody truncates would end the program.
/// Reads may come from several threads at once.
class LogFile
{
public:
    /// Only a regular file opens ("log.notAFile"); a missing one is "log.missing", a forbidden one "log.unreadable".
    static Result<std::shared_ptr<const LogFile>> open(const QString &path);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    QString path() const { return m_path; }
    /// -1 when the system does not say.
    qint64 size() const;
    /// Fewer bytes at the end of the file; -1 when the disk fails.
    qint64 read(qint64 offset, char *into, qint64 max) const;
    /// Empty at the end and when the disk fails.
    QByteArray read(qint64 offset, qint64 max) const;

    enum class Place { Same, Gone, Replaced };
    /// Whether the path still leads to this file.
    Place place() const;

private:
    LogFile(QString path, int fd, quint64 device, quint64 inode);

    const QString m_path;
    const int m_fd;
    const quint64 m_device;
    const quint64 m_inode;
};

} // namespace mooring
