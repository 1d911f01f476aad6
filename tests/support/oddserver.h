#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

namespace mooring::test {

/// tests/fixtures/ssh/oddserver.py, running: a server that asks and answers as no configuration of sshd does.
class OddServer
{
public:
    explicit OddServer(const Json &config);
    ~OddServer();
    static bool available(); ///< Python and paramiko are there

    quint16 port() const { return m_port; } ///< 0: it did not start
    QByteArray log();                       ///< "accepted password", "refused publickey", a line each

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_log;
    quint16 m_port = 0;
};

} // namespace mooring::test
