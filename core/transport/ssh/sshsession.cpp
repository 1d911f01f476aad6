#include "core/transport/ssh/sshsession.h"

#include "core/transport/ssh/sshtext.h"

#include <QCoreApplication>
#include <QtEndian>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include <malloc.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshSession", text); }

constexpr size_t kInBlock = 128 * 1024;
constexpr size_t kFlushAt = 256 * 1024;
constexpr qint64 kPassBudget = 4 * 1024 * 1024;
constexpr qsizetype kFirstBytes = 64 * 1024;
constexpr size_t kLineLimit = 1024;
constexpr qint64 kBeforeLimit = 16 * 1024;

template <class T>
void *asPointer(T function)
{
    return reinterpret_cast<void *>(function);
}

} // namespace

Result<std::unique_ptr<SshSession>> SshSession::over(int fd)
{
    std::unique_ptr<SshSession> session(new SshSession);
    session->m_fd = fd;
    if (auto made = session->init(); !made)
        return made.error();
    return session;
}

Result<std::unique_ptr<SshSession>> SshSession::through(std::unique_ptr<SshSession> jump, LIBSSH2_CHANNEL *channel)
{
    std::unique_ptr<SshSession> session(new SshSession);
    session->m_jump = std::move(jump);
    session->m_channel = channel;
    if (auto made = session->init(); !made)
        return made.error();
    return session;
}

Result<> SshSession::init()
{
    static std::once_flag once;
    std::call_once(once, [] { libssh2_init(0); });
    m_in.resize(kInBlock);
    m_received.start();
    m_session = libssh2_session_init_ex(allocate, release, reallocate, this);
    if (!m_session)
        return Error::failed(u"ssh.failed"_s, tr("There is not enough memory for an SSH connection."));
    libssh2_session_set_blocking(m_session, 0);
    libssh2_session_callback_set2(m_session, LIBSSH2_CALLBACK_SEND,
                                  reinterpret_cast<libssh2_cb_generic *>(asPointer(onSend)));
    libssh2_session_callback_set2(m_session, LIBSSH2_CALLBACK_RECV,
                                  reinterpret_cast<libssh2_cb_generic *>(asPointer(onReceive)));
    libssh2_session_callback_set2(m_session, LIBSSH2_CALLBACK_DISCONNECT,
                                  reinterpret_cast<libssh2_cb_generic *>(asPointer(onDisconnect)));
    return {};
}

SshSession::~SshSession()
{
    if (m_session) {
        // Nothing waits for the server any more: every read ends at once.
        m_closed = true;
        while (libssh2_session_free(m_session) == LIBSSH2_ERROR_EAGAIN)
            beginPass();
    }
    if (m_fd >= 0)
        close(m_fd);
}

void SshSession::disconnect()
{
    if (m_closed || !m_session)
        return;
    beginPass();
    libssh2_session_disconnect_ex(m_session, SSH_DISCONNECT_BY_APPLICATION, "", "");
    flush();
    m_closed = true;
    if (m_jump)
        m_jump->disconnect();
}

SshSession &SshSession::base() { return m_jump ? m_jump->base() : *this; }
const SshSession &SshSession::base() const { return m_jump ? m_jump->base() : *this; }

void SshSession::beginPass()
{
    m_budget = kPassBudget;
    m_dry = false;
    m_starved = false;
    if (m_jump)
        m_jump->beginPass();
}

SshSession::Outcome SshSession::run(std::chrono::milliseconds limit, const CancelToken &cancel,
                                    const std::function<int()> &step)
{
    m_limit = limit;
    restartLimit();
    for (;;) {
        if (cancel.isCanceled())
            return {Outcome::How::Canceled, 0};
        beginPass();
        const int code = step();
        flush();
        if (code != LIBSSH2_ERROR_EAGAIN)
            return {Outcome::How::Done, code};
        if (m_closed)
            return {Outcome::How::Done, LIBSSH2_ERROR_SOCKET_DISCONNECT};
        if (m_deadline.hasExpired())
            return {Outcome::How::TimedOut, 0};
        pollfd entries[] = {pollEntry(true), {cancel.fd(), POLLIN, 0}};
        poll(entries, 2, hasPendingInput() ? 0 : int(m_deadline.remainingTime()) + 1);
    }
}

pollfd SshSession::pollEntry(bool reading) const
{
    const SshSession &socket = base();
    pollfd entry{socket.m_fd, 0, 0};
    // Room in a hop's window comes as input.
    if (reading || (m_jump && backlog() > 0))
        entry.events |= POLLIN;
    if (socket.m_outAt < socket.m_out.size())
        entry.events |= POLLOUT;
    // A socket that has ended is always ready, even for nothing.
    if (entry.events == 0)
        entry.fd = -1;
    return entry;
}

bool SshSession::hasPendingInput() const
{
    return m_starved || m_inAt < m_inEnd || (m_jump && m_jump->hasPendingInput());
}

qint64 SshSession::backlog() const { return qint64(m_out.size() - m_outAt) + (m_jump ? m_jump->backlog() : 0); }

void SshSession::closed(int error)
{
    if (m_closed)
        return;
    m_closed = true;
    m_error = error;
}

ssize_t SshSession::judged(ssize_t code)
{
    switch (code) {
    case LIBSSH2_ERROR_SOCKET_NONE:
    case LIBSSH2_ERROR_INVALID_MAC:
    case LIBSSH2_ERROR_KEX_FAILURE:
    case LIBSSH2_ERROR_ALLOC:
    case LIBSSH2_ERROR_SOCKET_SEND:
    case LIBSSH2_ERROR_KEY_EXCHANGE_FAILURE:
    case LIBSSH2_ERROR_TIMEOUT:
    case LIBSSH2_ERROR_DECRYPT:
    case LIBSSH2_ERROR_SOCKET_DISCONNECT:
    case LIBSSH2_ERROR_PROTO:
    case LIBSSH2_ERROR_ZLIB:
    case LIBSSH2_ERROR_SOCKET_TIMEOUT:
    case LIBSSH2_ERROR_OUT_OF_BOUNDARY:
    case LIBSSH2_ERROR_SOCKET_RECV:
    case LIBSSH2_ERROR_ENCRYPT:
    case LIBSSH2_ERROR_BAD_SOCKET:
    case LIBSSH2_ERROR_MAC_FAILURE:
        if (!m_closed) {
            if (m_goodbye.isEmpty() && m_error == 0)
                m_goodbye = lastError();
            closed(0);
        }
        break;
    default:
        break;
    }
    return code;
}

ssize_t SshSession::fill(char *buffer, size_t size)
{
    if (m_jump) {
        const ssize_t got = libssh2_channel_read_ex(m_channel, 0, buffer, size);
        if (got == 0 && libssh2_channel_eof(m_channel) == 0)
            return -EAGAIN;
        return got == LIBSSH2_ERROR_EAGAIN ? -EAGAIN : (got < 0 ? -ECONNRESET : got);
    }
    if (m_quick) {
        const int one = 1;
        setsockopt(m_fd, IPPROTO_TCP, TCP_QUICKACK, &one, sizeof one);
    }
    ssize_t got = 0;
    do
        got = recv(m_fd, buffer, size, MSG_DONTWAIT);
    while (got < 0 && errno == EINTR);
    return got < 0 ? -errno : got;
}

/// Takes what the other side sent behind what is there. As recv(), with -errno.
ssize_t SshSession::takeIn()
{
    if (m_closed)
        return m_error ? -m_error : 0;
    if (m_dry)
        return -EAGAIN;
    if (m_budget <= 0) {
        m_starved = true;
        return -EAGAIN;
    }
    if (m_in.size() < m_inEnd + kInBlock)
        m_in.resize(m_inEnd + kInBlock);
    const ssize_t got = fill(m_in.data() + m_inEnd, kInBlock);
    if (got == -EAGAIN || got == -EWOULDBLOCK) {
        m_dry = true;
        return -EAGAIN;
    }
    if (got <= 0) {
        closed(int(-got));
        return got;
    }
    if (m_keepFirst && m_first.size() < kFirstBytes)
        m_first.append(m_in.data() + m_inEnd, std::min<qsizetype>(got, kFirstBytes - m_first.size()));
    m_budget -= got;
    m_inEnd += size_t(got);
    m_received.start();
    return got;
}

ssize_t SshSession::receive(char *buffer, size_t size)
{
    if (m_inAt == m_inEnd) {
        m_inAt = m_inEnd = 0;
        if (const ssize_t got = takeIn(); got <= 0)
            return got;
    }
    const size_t count = std::min(size, m_inEnd - m_inAt);
    std::memcpy(buffer, m_in.data() + m_inAt, count);
    m_inAt += count;
    return ssize_t(count);
}

ssize_t SshSession::transmit(const char *buffer, size_t size)
{
    if (m_closed)
        return -EPIPE;
    m_out.insert(m_out.end(), buffer, buffer + size);
    if (m_out.size() - m_outAt >= kFlushAt)
        flush();
    return ssize_t(size);
}

void SshSession::flush()
{
    while (m_outAt < m_out.size() && !m_closed) {
        const char *data = m_out.data() + m_outAt;
        const size_t size = m_out.size() - m_outAt;
        ssize_t sent = 0;
        if (m_jump) {
            sent = libssh2_channel_write_ex(m_channel, 0, data, size);
            if (sent == LIBSSH2_ERROR_EAGAIN || sent == 0)
                break;
            if (sent < 0) {
                closed(ECONNRESET);
                break;
            }
        } else {
            sent = send(m_fd, data, size, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR)
                continue;
            if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
                break;
            if (sent < 0) {
                // The server's last words may still be there to be read: only sending has ended.
                m_error = errno;
                m_out.clear();
                m_outAt = 0;
                return;
            }
        }
        m_outAt += size_t(sent);
    }
    if (m_outAt == m_out.size()) {
        m_out.clear();
        m_outAt = 0;
    } else if (m_outAt > kFlushAt) {
        m_out.erase(m_out.begin(), m_out.begin() + qsizetype(m_outAt));
        m_outAt = 0;
    }
    if (m_jump)
        m_jump->flush();
}

Result<std::optional<QByteArray>> SshSession::peekVersionLine()
{
    for (;;) {
        char *begin = m_in.data() + m_inAt;
        const size_t size = m_inEnd - m_inAt;
        const auto *end = static_cast<const char *>(std::memchr(begin, '\n', size));
        const QByteArray line(begin, end ? end - begin : qsizetype(std::min(size, kLineLimit + 1)));
        const bool ours = line.startsWith("SSH-");
        if (end && ours && line.size() <= 255 && !line.contains('\0')) {
            // Kept from here: what comes behind the line is the server's offer.
            m_first = QByteArray(end + 1, qsizetype(size) - (end + 1 - begin));
            return std::optional(line.endsWith('\r') ? line.chopped(1) : line);
        }
        const bool tooMuch =
            size_t(line.size()) > (ours ? 255 : kLineLimit) || m_linesBefore > kBeforeLimit || line.contains('\0');
        if (tooMuch || (end && line.startsWith("HTTP/")))
            return Error::of(ErrorKind::NotReachable, u"ssh.notSsh"_s, {}).withCause(plainServerText(line));
        if (end) {
            m_inAt += size_t(line.size()) + 1;
            m_linesBefore += line.size() + 1;
            continue;
        }
        const ssize_t got = takeIn();
        if (got == -EAGAIN)
            return std::optional<QByteArray>();
        if (got <= 0)
            return Error::of(ErrorKind::NotReachable, u"ssh.lost"_s, {}).withCause(ending());
    }
}

void SshSession::forgetFirstBytes()
{
    m_keepFirst = false;
    m_first = {};
    m_quick = false;
    if (m_jump)
        m_jump->m_quick = false;
}

QString SshSession::ending() const
{
    if (!m_goodbye.isEmpty())
        return m_goodbye;
    if (m_error)
        return QString::fromLocal8Bit(strerror(m_error));
    if (m_closed)
        return m_jump && m_jump->isBroken() ? m_jump->ending() : tr("The server closed the connection.");
    return {};
}

QString SshSession::lastError() const
{
    if (const QString end = ending(); !end.isEmpty())
        return end;
    char *message = nullptr;
    int size = 0;
    libssh2_session_last_error(m_session, &message, &size, 0);
    return plainServerText(QByteArray(message, size));
}

SshSession::Ending SshSession::channelEnding(quint32 channel) const
{
    const auto found = m_endings.find(channel);
    return found == m_endings.end() ? Ending{} : found->second;
}

std::optional<SshSession::SignInFailure> SshSession::takeSignInFailure()
{
    std::optional<SignInFailure> taken;
    taken.swap(m_failure);
    return taken;
}

void SshSession::readFreed(const char *packet, size_t size)
{
    constexpr char kSignInFailure = 51, kOpened = 91, kChannelRequest = 98;
    const auto number = [&](size_t at) { return qFromBigEndian<quint32>(packet + at); };
    if (size < 6)
        return;
    if (packet[0] == kSignInFailure) {
        const quint32 length = number(1);
        if (length < 4096 && size >= 6 + length)
            m_failure = {QByteArray(packet + 5, length), packet[5 + length] != 0};
    } else if (packet[0] == kOpened && size >= 17) {
        m_lastOpened = number(1);
    } else if (packet[0] == kChannelRequest && size >= 25 && number(5) == 11) {
        if (std::memcmp(packet + 9, "exit-status", 11) == 0)
            m_endings[number(1)].status = number(21);
        const quint32 length = number(21);
        if (std::memcmp(packet + 9, "exit-signal", 11) == 0 && length < 64 && size >= 25 + length)
            m_endings[number(1)].signal = QByteArray(packet + 25, length);
    }
}

ssize_t SshSession::onReceive(libssh2_socket_t, void *buffer, size_t size, int, void **abstract)
{
    return static_cast<SshSession *>(*abstract)->receive(static_cast<char *>(buffer), size);
}

ssize_t SshSession::onSend(libssh2_socket_t, const void *buffer, size_t size, int, void **abstract)
{
    return static_cast<SshSession *>(*abstract)->transmit(static_cast<const char *>(buffer), size);
}

void SshSession::onDisconnect(LIBSSH2_SESSION *, int, const char *message, int size, const char *, int, void **abstract)
{
    auto *session = static_cast<SshSession *>(*abstract);
    if (message && size > 0)
        session->m_goodbye = plainServerText(QByteArray(message, size));
    session->closed(0);
}

void SshSession::promptsOf(const char *name, int nameSize, const char *instruction, int instructionSize, int count,
                           const LIBSSH2_USERAUTH_KBDINT_PROMPT *prompts, LIBSSH2_USERAUTH_KBDINT_RESPONSE *responses,
                           void **abstract)
{
    const auto *session = static_cast<const SshSession *>(*abstract);
    if (session->onPrompts)
        session->onPrompts(QByteArray(name, nameSize), QByteArray(instruction, instructionSize), count, prompts,
                           responses);
}

void *SshSession::allocate(size_t size, void **) { return std::malloc(size); }

void SshSession::release(void *memory, void **abstract)
{
    if (!memory)
        return;
    if (abstract && *abstract)
        static_cast<SshSession *>(*abstract)->readFreed(static_cast<const char *>(memory), malloc_usable_size(memory));
    std::free(memory);
}

void *SshSession::reallocate(void *memory, size_t size, void **) { return std::realloc(memory, size); }

} // namespace mooring
