#include "tests/support/oddserver.h"

#include "tests/support/sshserver.h"

#include <QFile>

#include <sys/prctl.h>

#include <csignal>

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

// Debian's own Python has Debian's paramiko; another may stand before it on PATH.
QString python() { return QFile::exists(u"/usr/bin/python3"_s) ? u"/usr/bin/python3"_s : u"python3"_s; }

} // namespace

OddServer::OddServer(const Json &config)
{
    const QString key = m_folder.path() + u"/host"_s;
    SshKeyPair::make(key);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setProcessChannelMode(qEnvironmentVariableIsSet("MOORING_ODD_VERBOSE") ? QProcess::ForwardedErrorChannel
                                                                                     : QProcess::SeparateChannels);
    m_process.start(python(), {QStringLiteral(MOORING_SOURCE_DIR "/tests/fixtures/ssh/oddserver.py"), key,
                               QString::fromStdString(config.dump())});
    while (!m_log.contains('\n') && m_process.waitForReadyRead(20000))
        m_log += m_process.readAllStandardOutput();
    m_port = m_log.trimmed().split(' ').value(1).toUShort();
}

OddServer::~OddServer()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

bool OddServer::available()
{
    static const bool there = QProcess::execute(python(), {u"-c"_s, u"import paramiko"_s}) == 0;
    return there;
}

QByteArray OddServer::log()
{
    m_process.waitForReadyRead(50);
    m_log += m_process.readAllStandardOutput();
    return m_log;
}

} // namespace mooring::test
