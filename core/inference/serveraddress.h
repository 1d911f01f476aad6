#pragma once

#include <QByteArray>
#include <QString>

namespace mooring {

/// Where a server answers by plain HTTP, and the key that it asks for. A value.
struct ServerAddress
{
    QString host = QStringLiteral("127.0.0.1"); ///< IPv4 address
    int port = 0;                               ///< 0: none
    QString name = {};                          ///< for people, where the host has one
    QByteArray key = {}; ///< sent as "Authorization: Bearer KEY"; empty: none. A secret: in memory alone

    static ServerAddress onThisComputer(int port) { return {QStringLiteral("127.0.0.1"), port}; }

    QByteArray hostHeader() const { return host.toLatin1() + ':' + QByteArray::number(port); }
    /// "http://127.0.0.1:5001/score"; empty without a port.
    QString url(const QString &path) const
    {
        return port > 0 ? QStringLiteral("http://%1:%2%3").arg(name.isEmpty() ? host : name).arg(port).arg(path)
                        : QString();
    }
};

} // namespace mooring
