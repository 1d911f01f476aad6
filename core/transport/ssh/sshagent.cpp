#include "core/transport/ssh/sshagent.h"

#include "core/transport/ssh/sshlimits.h"
#include "core/transport/ssh/sshtext.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QtEndian>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr quint32 kLargestAnswer = 1024 * 1024;
constexpr size_t kMostKeys = 64;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshAgent", text); }

Error agentError(const QString &message, const QString &cause = {})
{
    return Error::of(ErrorKind::SignIn, u"ssh.agent"_s, message)
        .withCause(cause)
        .withFix(tr("Check the agent with: ssh-add -l"));
}

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray wire(const QByteArray &text) { return number(quint32(text.size())) + text; }

/// Takes one string from the front; nothing when it is not whole.
std::optional<QByteArray> take(QByteArray &bytes)
{
    if (bytes.size() < 4)
        return {};
    const auto length = qFromBigEndian<quint32>(bytes.constData());
    if (length > quint32(bytes.size() - 4))
        return {};
    const QByteArray text = bytes.mid(4, length);
    bytes.remove(0, 4 + length);
    return text;
}

} // namespace

SshAgent::~SshAgent()
{
    if (m_fd >= 0)
        close(m_fd);
}

Result<> SshAgent::open()
{
    if (m_fd >= 0)
        return {};
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(m_path);
    if (size_t(path.size()) >= sizeof name.sun_path)
        return agentError(tr("The path of the SSH agent's socket is too long: %1").arg(m_path));
    std::memcpy(name.sun_path, path.constData(), size_t(path.size()));
    m_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_fd < 0 || ::connect(m_fd, reinterpret_cast<sockaddr *>(&name), sizeof name) != 0) {
        const QString cause = QString::fromLocal8Bit(strerror(errno));
        if (m_fd >= 0)
            close(m_fd);
        m_fd = -1;
        return agentError(tr("The SSH agent cannot be reached: %1").arg(m_path), cause);
    }
    return {};
}

Result<QByteArray> SshAgent::ask(const QByteArray &request, std::chrono::milliseconds limit, const CancelToken &cancel)
{
    if (auto opened = open(); !opened)
        return opened.error();
    const QDeadlineTimer deadline(limit);
    QByteArray out = wire(request), in;
    for (;;) {
        if (!out.isEmpty()) {
            const ssize_t sent = send(m_fd, out.constData(), size_t(out.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0 && errno != EAGAIN && errno != EINTR)
                return agentError(tr("The SSH agent ended the conversation."), QString::fromLocal8Bit(strerror(errno)));
            out.remove(0, std::max<ssize_t>(sent, 0));
        }
        char piece[8192];
        const ssize_t got = recv(m_fd, piece, sizeof piece, MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return agentError(tr("The SSH agent ended the conversation."));
        if (got > 0)
            in.append(piece, got);
        if (in.size() >= 4) {
            const auto length = qFromBigEndian<quint32>(in.constData());
            if (length == 0 || length > kLargestAnswer)
                return agentError(tr("The SSH agent gave an answer that makes no sense."));
            if (quint32(in.size() - 4) >= length)
                return in.mid(4, length);
        }
        if (cancel.isCanceled())
            return Error::canceled();
        if (deadline.hasExpired()) {
            // An answer that comes later would be taken for that of the next question.
            close(m_fd);
            m_fd = -1;
            return agentError(tr("The SSH agent did not answer within %1 s.").arg((limit.count() + 999) / 1000));
        }
        if (got > 0)
            continue;
        pollfd entries[] = {{m_fd, short(out.isEmpty() ? POLLIN : POLLIN | POLLOUT), 0}, {cancel.fd(), POLLIN, 0}};
        poll(entries, 2, int(deadline.remainingTime()) + 1);
    }
}

Result<std::vector<SshAgentKey>> SshAgent::keys(const CancelToken &cancel)
{
    constexpr char kRequestIdentities = 11, kIdentities = 12;
    auto answer = ask(QByteArray(1, kRequestIdentities), sshLimits().agent, cancel);
    if (!answer)
        return answer.error();
    QByteArray rest = *answer;
    if (rest.size() < 5 || rest[0] != kIdentities)
        return agentError(tr("The SSH agent gave an answer that makes no sense."));
    const auto count = qFromBigEndian<quint32>(rest.constData() + 1);
    rest.remove(0, 5);
    std::vector<SshAgentKey> found;
    for (quint32 at = 0; at < count && found.size() < kMostKeys; ++at) {
        auto blob = take(rest), comment = take(rest);
        if (!blob || !comment)
            return agentError(tr("The SSH agent gave an answer that makes no sense."));
        QByteArray copy = *blob;
        const auto type = take(copy);
        if (type)
            found.push_back({*blob, plainServerText(*comment, 80), plainServerText(*type, 64)});
    }
    return found;
}

Result<SshAgent::Signature> SshAgent::sign(const SshAgentKey &key, const QByteArray &data, const QByteArray &algorithm,
                                           const CancelToken &cancel)
{
    constexpr char kSignRequest = 13, kSignResponse = 14;
    const quint32 flags = algorithm == "rsa-sha2-512" ? 4 : algorithm == "rsa-sha2-256" ? 2 : 0;
    auto answer = ask(kSignRequest + wire(key.blob) + wire(data) + number(flags), sshLimits().agent * 6, cancel);
    if (!answer)
        return answer.error();
    if ((*answer)[0] != kSignResponse)
        return agentError(tr("The SSH agent refused to sign with the key “%1”.").arg(key.comment));
    QByteArray rest = answer->mid(1);
    auto blob = take(rest);
    QByteArray inner = blob.value_or(QByteArray());
    const auto name = take(inner);
    // A FIDO signature has flags and a counter behind it; libssh2 copies them as they are.
    const bool fido = name && name->startsWith("sk-");
    const auto bytes = fido ? std::optional(inner) : take(inner);
    if (!name || !bytes)
        return agentError(tr("The SSH agent gave an answer that makes no sense."));
    return Signature{*name, *bytes};
}

} // namespace mooring
