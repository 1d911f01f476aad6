#pragma once

#include "core/practice/server/labserver.h"
#include "core/transport/http/httprequestparser.h"

class QSslSocket;

namespace mooring {

/// One client's connection: requests one after the other, each answered before the next is looked at. A child of its
/// socket, which deletes itself when the connection ends.
class LabConnection : public QObject
{
    Q_OBJECT
public:
    LabConnection(LabServer &server, QSslSocket *socket);

private:
    void take();
    void answer(const LabRequest &request, bool keepAlive);

    LabServer &m_server;
    QSslSocket *m_socket;
    HttpRequestParser m_parser;
};

} // namespace mooring
