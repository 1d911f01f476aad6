#include "core/practice/server/labconnection.h"

#include <QSslSocket>

namespace mooring {

namespace {

constexpr qint64 kBodyLimit = 64 * 1024 * 1024; // what one request may bring: a piece of a code upload

} // namespace

LabConnection::LabConnection(LabServer &server, QSslSocket *socket)
    : QObject(socket), m_server(server), m_socket(socket), m_parser(kBodyLimit)
{
    connect(socket, &QIODevice::readyRead, this, &LabConnection::take);
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QAbstractSocket::errorOccurred, socket, &QObject::deleteLater);
}

void LabConnection::take()
{
    const QByteArray bytes = m_socket->readAll();
    if (auto fed = m_parser.feed({bytes.constData(), size_t(bytes.size())}); !fed) {
        m_socket->write(rendered(LabReply::text(fed.error().text().toUtf8(), "text/plain", 400), false));
        m_socket->disconnectFromHost();
        return;
    }
    if (m_parser.wantsContinue())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    while (m_parser.isDone()) {
        const bool keepAlive = m_parser.isKeptAlive();
        answer(LabRequest::of(m_parser.take(), m_server.base()), keepAlive);
        if (!keepAlive)
            return;
    }
}

void LabConnection::answer(const LabRequest &request, bool keepAlive)
{
    LabReply reply = m_server.m_handler(request);
    if (request.method == "HEAD" && !reply.isHeadAnswer) {
        reply.with("Content-Length", QByteArray::number(reply.body.size()));
        reply.isHeadAnswer = true;
    }
    m_socket->write(rendered(reply, keepAlive));
    if (!keepAlive)
        m_socket->disconnectFromHost();
}

} // namespace mooring
