#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace mooring {

/// Where a server answers, by plain HTTP or with TLS, and the key that it asks for. A value.
struct ServerAddress
{
    QString host = QStringLiteral("127.0.0.1"); ///< IPv4 address; with TLS the name that its certificate must carry
    int port = 0;                               ///< 0: none
    QString name = {};                          ///< for people, where the host has one
    QByteArray key = {}; ///< sent as "Authorization: Bearer KEY"; empty: none. A secret: in memory alone
    bool isTls = false;
    QByteArray caPem = {}; ///< with TLS: trusted beside the system's certificates
    QString path = QStringLiteral("/score");
    std::vector<std::pair<QByteArray, QByteArray>> headers = {}; ///< that every request to it must have
    QString version = {}; ///< name of the version that answers there, where versions have names

    static ServerAddress onThisComputer(int port) { return {QStringLiteral("127.0.0.1"), port}; }

    QByteArray hostHeader() const { return host.toLatin1() + ':' + QByteArray::number(port); }
    /// "http://127.0.0.1:5001/score"; empty without a port.
    QString url(const QString &place) const
    {
        const QString scheme = isTls ? QStringLiteral("https") : QStringLiteral("http");
        return port > 0 ? QStringLiteral("%1://%2:%3%4").arg(scheme, name.isEmpty() ? host : name).arg(port).arg(place)
                        : QString();
    }
};

} // namespace mooring
