#pragma once

#include <QFile>

namespace mooring {

/// A log that is written anew, byte by byte as it comes. Best effort: a full disk must not end what is logged.
class GrowingLog
{
public:
    explicit GrowingLog(const QString &path) : m_file(path) { m_isOpen = m_file.open(QIODevice::WriteOnly); }
    void write(const QByteArray &bytes)
    {
        if (m_isOpen) {
            m_file.write(bytes);
            m_file.flush();
        }
    }

private:
    QFile m_file;
    bool m_isOpen = false;
};

} // namespace mooring
