#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace mooring {

/// The files of one copy on this computer's disk. Names are relative and were checked by the caller; links are not
/// followed.
class SpoolFolder
{
public:
    explicit SpoolFolder(QString folder) : m_folder(std::move(folder)) {}

    const QString &path() const { return m_folder; }
    QByteArray pathOf(const QByteArray &name) const;
    qint64 sizeOf(const QByteArray &name) const; ///< 0 when there is none
    QByteArray tailOf(const QByteArray &name, qint64 most) const;
    /// Adds to the end. What of it was written before an error stays and is counted. No room: "file.diskFull".
    Result<> append(const QByteArray &name, const QByteArray &bytes, qint64 &written) const;
    void trimTo(const QByteArray &name, qint64 size) const;
    bool makeDurable(const QByteArray &name) const;

    Error cannotWrite(const QString &path) const; ///< from errno

private:
    QString m_folder;
};

} // namespace mooring
