#include "core/practice/server/labserver.h"

#include "core/practice/server/labconnection.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace mooring {

using namespace Qt::StringLiterals;

LabServer::LabServer(const LabCertificate *certificate, Handler handler) : m_handler(std::move(handler))
{
    if (!certificate)
        return;
    m_tls = std::make_unique<QSslConfiguration>(QSslConfiguration::defaultConfiguration());
    m_tls->setLocalCertificateChain({QSslCertificate(certificate->serverPem)});
    m_tls->setPrivateKey(QSslKey(certificate->keyPem, QSsl::Ec));
    m_tls->setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which has none
    m_tls->setProtocol(QSsl::TlsV1_2OrLater);
}

LabServer::~LabServer() = default;

Result<> LabServer::open(const QString &address, quint16 port)
{
    if (!listen(QHostAddress(address), port))
        return Error::failed(u"practice.noPort"_s,
                             QCoreApplication::translate("mooring::PracticeLab",
                                                         "The practice lab found no port on this computer."))
            .withCause(errorString());
    const QString host = address == u"127.0.0.1" ? u"localhost"_s : address;
    m_base = u"%1://%2:%3"_s.arg(m_tls ? u"https"_s : u"http"_s, host).arg(serverPort());
    return {};
}

void LabServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    new LabConnection(*this, socket); // lives as long as its socket
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
}

} // namespace mooring
