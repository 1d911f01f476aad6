#include "core/transport/ssh/sshexecoperation.h"

#include "core/transport/ssh/sshtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshExecOperation", text); }

constexpr qint64 kBacklog = 512 * 1024;
constexpr qsizetype kReadPiece = 256 * 1024;
constexpr qsizetype kErrorLimit = 64 * 1024;
constexpr unsigned kWindow = 4 * 1024 * 1024;
constexpr unsigned kPacket = 32768;

} // namespace

bool SshExecOperation::step(SshSession &session)
{
    switch (m_phase) {
    case Phase::Queued:
    case Phase::Done:
        return false;
    case Phase::Opening:
        return stepOpening(session);
    case Phase::Starting:
        return stepStarting(session);
    case Phase::Streaming:
        return stepStreaming(session);
    case Phase::Ending:
        return stepEnding(session);
    case Phase::Freeing: {
        const Phase before = m_phase;
        free(session);
        return m_phase != before;
    }
    }
    return false;
}

bool SshExecOperation::stepOpening(SshSession &session)
{
    m_channel = libssh2_channel_open_ex(session.raw(), "session", 7, kWindow, kPacket, nullptr, 0);
    if (m_channel) {
        m_id = session.lastOpenedChannel();
        session.forgetChannel(m_id);
        m_phase = isAbandoned() ? Phase::Freeing : Phase::Starting;
        return true;
    }
    if (session.judged(libssh2_session_last_errno(session.raw())) != LIBSSH2_ERROR_EAGAIN) {
        m_refused = true;
        m_refusal = session.lastError();
        m_phase = Phase::Queued;
        return true;
    }
    return false;
}

bool SshExecOperation::stepStarting(SshSession &session)
{
    const int code =
        libssh2_channel_process_startup(m_channel, "exec", 4, m_command.constData(), unsigned(m_command.size()));
    if (session.judged(code) == LIBSSH2_ERROR_EAGAIN)
        return false;
    moved();
    if (code == 0) {
        m_phase = isAbandoned() ? Phase::Freeing : Phase::Streaming;
        return true;
    }
    if (!session.isBroken())
        finish(Error::failed(u"ssh.channelRefused"_s, tr("%1 does not run commands for this account.").arg(m_host))
                   .withCause(session.lastError()));
    m_phase = Phase::Freeing;
    return true;
}

bool SshExecOperation::write(SshSession &session)
{
    bool any = false;
    while (!m_inputDropped && !m_eofSent && session.backlog() < kBacklog) {
        const QByteArrayView piece = input();
        if (piece.isEmpty())
            break;
        const ssize_t sent = libssh2_channel_write_ex(m_channel, 0, piece.data(), size_t(piece.size()));
        if (session.judged(sent) == LIBSSH2_ERROR_EAGAIN || sent == 0)
            break;
        if (sent < 0) {
            m_inputDropped = true;
            break;
        }
        used(sent);
        any = true;
    }
    if (inputEnded() && !m_eofSent && !m_inputDropped) {
        const int code = libssh2_channel_send_eof(m_channel);
        m_eofSent = code != LIBSSH2_ERROR_EAGAIN;
        any = any || m_eofSent;
    }
    return any;
}

bool SshExecOperation::read(SshSession &session)
{
    m_full = !hasRoom();
    if (m_full)
        return false;
    bool any = false;
    QByteArray piece(kReadPiece, Qt::Uninitialized);
    qsizetype size = 0;
    // A small answer is handed over at once, a stream in large pieces.
    while (size < kReadPiece) {
        const ssize_t got = libssh2_channel_read_ex(m_channel, 0, piece.data() + size, size_t(kReadPiece - size));
        if (session.judged(got) <= 0)
            break;
        size += got;
    }
    if (size > 0) {
        piece.truncate(size);
        if (size < kReadPiece / 4)
            piece.squeeze();
        give(std::move(piece));
        any = true;
    }
    return any;
}

bool SshExecOperation::readErrors(SshSession &session)
{
    char piece[16384];
    const ssize_t got = libssh2_channel_read_ex(m_channel, SSH_EXTENDED_DATA_STDERR, piece, sizeof piece);
    if (session.judged(got) <= 0)
        return false;
    m_errors.append(piece, std::min<qsizetype>(got, kErrorLimit - m_errors.size()));
    moved();
    return true;
}

bool SshExecOperation::stepStreaming(SshSession &session)
{
    if (isAbandoned()) {
        m_phase = Phase::Freeing;
        return true;
    }
    bool any = write(session);
    any = read(session) || any;
    any = readErrors(session) || any;
    if (session.isBroken())
        return false; // no end of the command, but of the connection
    if (!any && !m_full && libssh2_channel_eof(m_channel) == 1) {
        m_phase = Phase::Ending;
        return true;
    }
    return any;
}

bool SshExecOperation::stepEnding(SshSession &session)
{
    const int code = isAbandoned() ? 0 : libssh2_channel_wait_closed(m_channel);
    if (session.judged(code) == LIBSSH2_ERROR_EAGAIN || session.isBroken())
        return false;
    const SshSession::Ending ending = session.channelEnding(m_id);
    if (ending.status)
        m_exitCode = int(*ending.status & 0x7fffffffu);
    m_signal = plainServerText(ending.signal, 32);
    finish();
    m_phase = Phase::Freeing;
    return true;
}

void SshExecOperation::free(SshSession &session)
{
    if (m_channel && libssh2_channel_free(m_channel) == LIBSSH2_ERROR_EAGAIN)
        return;
    m_channel = nullptr;
    session.forgetChannel(m_id);
    m_phase = Phase::Done;
}

} // namespace mooring
