#include "core/transport/ssh/sshsocket.h"

#include "core/transport/ssh/sshlimits.h"
#include "core/transport/ssh/sshwake.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <cerrno>
#include <cstring>
#include <memory>
#include <mutex>
#include <thread>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

using namespace Qt::StringLiterals;

namespace mooring {

SshLimits &sshLimits()
{
    static SshLimits limits;
    return limits;
}

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshSocket", text); }

QString seconds(std::chrono::milliseconds time) { return QString::number((time.count() + 999) / 1000); }

struct LookUp
{
    std::mutex mutex;
    SshWake done;
    int code = 0;
    std::vector<SshEndpoint> found;
};

void resolve(const std::shared_ptr<LookUp> &job, const QByteArray &host, const QByteArray &port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG | AI_NUMERICSERV;
    addrinfo *list = nullptr;
    int code = getaddrinfo(host.constData(), port.constData(), &hints, &list);
    // On a machine without a network AI_ADDRCONFIG hides even the loopback.
    if (code == EAI_NONAME || code == EAI_ADDRFAMILY || code == EAI_NODATA) {
        hints.ai_flags = AI_NUMERICSERV | AI_NUMERICHOST;
        if (const int numeric = getaddrinfo(host.constData(), port.constData(), &hints, &list); numeric == 0)
            code = 0;
    }
    const std::lock_guard lock(job->mutex);
    job->code = code;
    for (const addrinfo *entry = code == 0 ? list : nullptr; entry && job->found.size() < 16; entry = entry->ai_next) {
        SshEndpoint endpoint;
        endpoint.size = entry->ai_addrlen;
        std::memcpy(&endpoint.address, entry->ai_addr, entry->ai_addrlen);
        job->found.push_back(endpoint);
    }
    if (code == 0)
        freeaddrinfo(list);
    job->done.set();
}

/// The system's order, but the families in turn: one that is a black hole costs one short wait.
std::vector<SshEndpoint> inTurn(const std::vector<SshEndpoint> &all)
{
    std::vector<SshEndpoint> first, second, mixed;
    for (const SshEndpoint &endpoint : all)
        (endpoint.address.ss_family == all.front().address.ss_family ? first : second).push_back(endpoint);
    for (size_t at = 0; at < std::max(first.size(), second.size()); ++at) {
        if (at < first.size())
            mixed.push_back(first[at]);
        if (at < second.size())
            mixed.push_back(second[at]);
    }
    return mixed;
}

/// Sockets that are being connected; those that do not win are closed.
class Attempts
{
public:
    ~Attempts()
    {
        for (const Attempt &attempt : m_running)
            close(attempt.fd);
    }
    bool empty() const { return m_running.empty(); }
    int lastError() const { return m_error; }

    /// The socket when it is connected at once; -1 otherwise.
    void start(const SshEndpoint &endpoint)
    {
        const int fd = socket(endpoint.address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (fd < 0) {
            m_error = errno;
            return;
        }
        if (::connect(fd, reinterpret_cast<const sockaddr *>(&endpoint.address), endpoint.size) != 0 &&
            errno != EINPROGRESS) {
            m_error = errno;
            close(fd);
            return;
        }
        m_running.push_back({fd, endpoint});
    }

    /// Waits for one that answers, at most `limit`.
    std::optional<SshTcp> wait(std::chrono::milliseconds limit, const CancelToken &cancel)
    {
        std::vector<pollfd> entries{{cancel.fd(), POLLIN, 0}};
        for (const Attempt &attempt : m_running)
            entries.push_back({attempt.fd, POLLOUT, 0});
        poll(entries.data(), nfds_t(entries.size()), int(limit.count()));
        for (size_t at = entries.size(); at-- > 1;) {
            if (entries[at].revents == 0)
                continue;
            const Attempt attempt = m_running[at - 1];
            m_running.erase(m_running.begin() + qsizetype(at) - 1);
            int error = 0;
            socklen_t size = sizeof error;
            getsockopt(attempt.fd, SOL_SOCKET, SO_ERROR, &error, &size);
            if (error == 0)
                return SshTcp{attempt.fd, attempt.endpoint.text()};
            m_error = error;
            close(attempt.fd);
        }
        return {};
    }

private:
    struct Attempt
    {
        int fd;
        SshEndpoint endpoint;
    };
    std::vector<Attempt> m_running;
    int m_error = 0;
};

Error failure(int error, const QString &host, int port)
{
    const QString cause = QString::fromLocal8Bit(strerror(error));
    if (error == ECONNREFUSED)
        return Error::of(ErrorKind::NotReachable, u"ssh.refused"_s,
                         tr("%1 refused the connection on port %2.").arg(host).arg(port))
            .withCause(cause)
            .withFix(tr("Check that an SSH server runs there and that the port is right."));
    return Error::of(ErrorKind::NotReachable, u"ssh.unreachable"_s,
                     tr("%1 cannot be reached on port %2.").arg(host).arg(port))
        .withCause(cause)
        .withFix(tr("Check the network, a VPN and the firewall."));
}

Error tooSlow(const QString &host, int port, std::chrono::milliseconds limit)
{
    return Error::of(ErrorKind::NotReachable, u"ssh.timeLimit"_s,
                     tr("Port %2 of %1 did not answer within %3 s.").arg(host).arg(port).arg(seconds(limit)))
        .withFix(tr("Check the address, that the machine is on, and the firewall."));
}

} // namespace

QString SshEndpoint::text() const
{
    char name[NI_MAXHOST] = "";
    getnameinfo(reinterpret_cast<const sockaddr *>(&address), size, name, sizeof name, nullptr, 0, NI_NUMERICHOST);
    return QString::fromLatin1(name);
}

Result<std::vector<SshEndpoint>> lookUpHost(const QString &host, int port, const CancelToken &cancel)
{
    const auto job = std::make_shared<LookUp>();
    std::thread(resolve, job, host.toUtf8(), QByteArray::number(port)).detach();
    pollfd entries[] = {{job->done.fd(), POLLIN, 0}, {cancel.fd(), POLLIN, 0}};
    const auto limit = sshLimits().lookUp;
    poll(entries, 2, int(limit.count()));
    if (cancel.isCanceled())
        return Error::canceled();
    if (entries[0].revents == 0)
        return Error::of(ErrorKind::NotReachable, u"ssh.timeLimit"_s,
                         tr("The name %1 was not resolved within %2 s; port %3 was not tried.")
                             .arg(host, seconds(limit))
                             .arg(port))
            .withFix(tr("Check the network and its name server."));
    const std::lock_guard lock(job->mutex);
    if (job->code != 0 || job->found.empty())
        return Error::of(ErrorKind::NotReachable, u"ssh.unknownName"_s,
                         tr("No address is known for the name %1.").arg(host))
            .withCause(QString::fromLocal8Bit(gai_strerror(job->code)))
            .withFix(tr("Check the spelling, and whether the name needs a VPN."));
    return inTurn(job->found);
}

Result<SshTcp> connectTcp(const std::vector<SshEndpoint> &endpoints, const QString &host, int port,
                          std::chrono::milliseconds limit, const CancelToken &cancel)
{
    Attempts attempts;
    const QDeadlineTimer deadline(limit);
    size_t next = 0;
    while (!deadline.hasExpired()) {
        if (next < endpoints.size())
            attempts.start(endpoints[next++]);
        if (attempts.empty() && next >= endpoints.size())
            return failure(attempts.lastError(), host, port);
        if (attempts.empty())
            continue;
        const std::chrono::milliseconds left(deadline.remainingTime());
        const bool more = next < endpoints.size();
        if (auto made = attempts.wait(more ? std::min(left, sshLimits().nextAddress) : left, cancel)) {
            const int one = 1;
            setsockopt(made->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            return *made;
        }
        if (cancel.isCanceled())
            return Error::canceled();
    }
    return tooSlow(host, port, limit);
}

} // namespace mooring
