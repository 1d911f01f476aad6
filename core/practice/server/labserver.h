#pragma once

#include "core/practice/server/labcertificate.h"
#include "core/practice/server/labmessage.h"

#include <QTcpServer>

#include <functional>
#include <memory>

class QSslConfiguration;

namespace mooring {

/// One service on a port of 127.0.0.1 that the system chooses, with TLS. Everything runs on the thread that made it,
/// which needs an event loop; the handler must not block.
class LabServer : public QTcpServer
{
    Q_OBJECT
public:
    using Handler = std::function<LabReply(const LabRequest &)>;
    /// `certificate` null: without TLS.
    LabServer(const LabCertificate *certificate, Handler handler);
    ~LabServer() override;

    /// "practice.noPort". `port` 0: any that is free.
    Result<> open(const QString &address = QStringLiteral("127.0.0.1"), quint16 port = 0);
    QString base() const { return m_base; } ///< "https://localhost:41872"

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class LabConnection;
    std::unique_ptr<QSslConfiguration> m_tls;
    Handler m_handler;
    QString m_base;
};

} // namespace mooring
