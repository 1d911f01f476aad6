#include "tests/core/transport/ssh/rawserver.h"

#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mooring::test {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    name.sin_port = htons(port);
    return name;
}

} // namespace

RawServer::RawServer(QByteArray bytes, Then then) : m_bytes(std::move(bytes)), m_then(then)
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in name = loopback(0);
    socklen_t size = sizeof name;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&name), size) != 0 || listen(m_listener, 8) != 0 ||
        getsockname(m_listener, reinterpret_cast<sockaddr *>(&name), &size) != 0)
        qFatal("the raw server cannot listen");
    m_port = ntohs(name.sin_port);
    m_thread = std::thread([this] { run(); });
}

RawServer::~RawServer()
{
    m_stop = true;
    m_thread.join();
    close(m_listener);
}

void RawServer::run()
{
    struct Client
    {
        int fd;
        qsizetype sent;
    };
    std::vector<Client> clients;
    while (!m_stop) {
        std::vector<pollfd> entries{{m_listener, POLLIN, 0}};
        for (const Client &client : clients)
            entries.push_back({client.fd, short(client.sent < m_bytes.size() ? POLLOUT : 0), 0});
        poll(entries.data(), nfds_t(entries.size()), 5);
        if (const int fd = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK); fd >= 0)
            clients.push_back({fd, 0});
        for (auto at = clients.begin(); at != clients.end();) {
            const ssize_t sent = send(at->fd, m_bytes.constData() + at->sent, size_t(m_bytes.size() - at->sent),
                                      MSG_DONTWAIT | MSG_NOSIGNAL);
            at->sent += std::max<ssize_t>(0, sent);
            if (at->sent == m_bytes.size() && m_then == Then::Close) {
                // What it said would be lost to a reset if we had not read what came.
                shutdown(at->fd, SHUT_WR);
                char rest[4096];
                pollfd entry{at->fd, POLLIN, 0};
                while (poll(&entry, 1, 20) > 0 && recv(at->fd, rest, sizeof rest, MSG_DONTWAIT) > 0)
                    ;
                close(at->fd);
                at = clients.erase(at);
            } else {
                ++at;
            }
        }
    }
    for (const Client &client : clients)
        close(client.fd);
}

RawServer::Recording RawServer::record(quint16 port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in name = loopback(port);
    QByteArray bytes;
    if (::connect(fd, reinterpret_cast<sockaddr *>(&name), sizeof name) == 0) {
        const QByteArray version("SSH-2.0-recorder\r\n");
        (void)!write(fd, version.constData(), size_t(version.size()));
        char piece[4096];
        pollfd entry{fd, POLLIN, 0};
        while (poll(&entry, 1, 1000) > 0) {
            const ssize_t got = read(fd, piece, sizeof piece);
            if (got <= 0)
                break;
            bytes.append(piece, got);
            if (bytes.size() > 500 && bytes.contains("none"))
                break;
        }
    }
    close(fd);
    return bytes;
}

} // namespace mooring::test
