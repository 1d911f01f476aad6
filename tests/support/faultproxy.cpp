#include "tests/support/faultproxy.h"

#include <QByteArray>

#include <cerrno>
#include <deque>
#include <list>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mooring::test {

namespace {

using Clock = std::chrono::steady_clock;

// What a direction holds at most: enough for a fast line with a long delay.
constexpr qint64 kHeld = 16 * 1024 * 1024;
constexpr int kTick = 20; // ms

sockaddr_in loopback(quint16 port)
{
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    name.sin_port = htons(port);
    return name;
}

void prepare(int fd)
{
    const int one = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

/// One direction: bytes on their way, each piece with the time at which it may arrive.
struct Pipe
{
    struct Piece
    {
        QByteArray bytes;
        Clock::time_point due;
    };
    int from = -1, to = -1;
    std::deque<Piece> pieces;
    qsizetype sentOfFirst = 0;
    qint64 held = 0;
    qint64 total = 0; ///< bytes taken in
    bool ended = false;
    Clock::time_point nextSend = Clock::now();
};

} // namespace

struct FaultProxy::Connection
{
    int client = -1, server = -1;
    Pipe up, down;
    bool dead = false;

    ~Connection()
    {
        close(client);
        if (server >= 0)
            close(server);
    }
    void reset() const
    {
        const linger hard{1, 0};
        setsockopt(client, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        setsockopt(server, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }
};

FaultProxy::FaultProxy(quint16 target) : m_target(target)
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in name = loopback(0);
    socklen_t size = sizeof name;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&name), size) != 0 || listen(m_listener, 64) != 0 ||
        getsockname(m_listener, reinterpret_cast<sockaddr *>(&name), &size) != 0)
        qFatal("the fault proxy cannot listen");
    m_port = ntohs(name.sin_port);
    m_thread = std::thread([this] { run(); });
}

FaultProxy::~FaultProxy()
{
    m_stop = true;
    m_thread.join();
    close(m_listener);
}

void FaultProxy::cutAfter(Way way, qint64 bytes, bool reset)
{
    m_reset = reset;
    (way == Way::ToServer ? m_cutUp : m_cutDown) = bytes;
}

void FaultProxy::flip(Way way, qint64 position) { (way == Way::ToServer ? m_flipUp : m_flipDown) = position; }

void FaultProxy::cutNow(bool reset)
{
    m_reset = reset;
    const int before = ++m_cutNow;
    // Until the thread has done it.
    while (m_cutNow == before)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void FaultProxy::run()
{
    std::list<Connection> all;
    std::vector<char> buffer(256 * 1024);
    const auto takeIn = [&](Connection &connection, Pipe &pipe, qint64 cut, qint64 flip, std::atomic<qint64> &count) {
        qint64 room = std::min<qint64>(qint64(buffer.size()), kHeld - pipe.held);
        if (cut >= 0)
            room = std::min(room, cut - pipe.total);
        if (room <= 0 || pipe.ended)
            return;
        const ssize_t got = recv(pipe.from, buffer.data(), size_t(room), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (got <= 0) {
            pipe.ended = true;
            connection.dead = connection.dead || got < 0;
            return;
        }
        if (flip >= pipe.total && flip < pipe.total + got)
            buffer[size_t(flip - pipe.total)] ^= 0x10;
        pipe.pieces.push_back({QByteArray(buffer.data(), got), Clock::now() + std::chrono::milliseconds(m_delay)});
        pipe.total += got;
        pipe.held += got;
        count = pipe.total;
    };
    const auto passOn = [&](Connection &connection, Pipe &pipe) {
        while (!pipe.pieces.empty() && pipe.pieces.front().due <= Clock::now() && pipe.nextSend <= Clock::now()) {
            Pipe::Piece &piece = pipe.pieces.front();
            qint64 size = piece.bytes.size() - pipe.sentOfFirst;
            if (m_rate > 0) {
                size = std::min<qint64>(size, std::max<qint64>(1, m_rate * kTick / 1000));
                pipe.nextSend = Clock::now() + std::chrono::microseconds(size * 1000000 / m_rate);
            }
            const ssize_t sent =
                send(pipe.to, piece.bytes.constData() + pipe.sentOfFirst, size_t(size), MSG_DONTWAIT | MSG_NOSIGNAL);
            if (sent < 0) {
                connection.dead = connection.dead || (errno != EAGAIN && errno != EINTR);
                return;
            }
            pipe.sentOfFirst += sent;
            pipe.held -= sent;
            if (pipe.sentOfFirst == piece.bytes.size()) {
                pipe.pieces.pop_front();
                pipe.sentOfFirst = 0;
            }
        }
        if (pipe.pieces.empty() && pipe.ended)
            shutdown(pipe.to, SHUT_WR);
    };
    int cutsDone = 0;
    while (!m_stop) {
        std::vector<pollfd> entries{{m_listener, POLLIN, 0}};
        bool held = false;
        for (const Connection &connection : all)
            for (const Pipe *pipe : {&connection.up, &connection.down}) {
                if (!pipe->ended && !m_stall && pipe->held < kHeld)
                    entries.push_back({pipe->from, POLLIN, 0});
                held = held || !pipe->pieces.empty();
            }
        poll(entries.data(), nfds_t(entries.size()), held ? 1 : kTick);
        if (const int fd = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC); fd >= 0) {
            ++m_count;
            const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in name = loopback(m_target);
            if (m_refuse || ::connect(server, reinterpret_cast<sockaddr *>(&name), sizeof name) != 0) {
                close(server);
                close(fd);
            } else {
                prepare(fd);
                prepare(server);
                Connection &connection = all.emplace_back();
                connection.client = connection.up.from = connection.down.to = fd;
                connection.server = connection.down.from = connection.up.to = server;
                m_up = m_down = 0;
            }
        }
        const int cuts = m_cutNow;
        if (cuts != cutsDone) {
            for (const Connection &connection : all)
                if (m_reset)
                    connection.reset();
            all.clear();
            cutsDone = cuts + 1;
            m_cutNow = cutsDone;
        }
        if (m_stall)
            continue;
        for (auto at = all.begin(); at != all.end();) {
            Connection &connection = *at;
            takeIn(connection, connection.up, m_cutUp, m_flipUp, m_up);
            takeIn(connection, connection.down, m_cutDown, m_flipDown, m_down);
            passOn(connection, connection.up);
            passOn(connection, connection.down);
            const auto reached = [](const Pipe &pipe, qint64 cut) {
                return cut >= 0 && pipe.total >= cut && pipe.pieces.empty();
            };
            const bool cut = reached(connection.up, m_cutUp) || reached(connection.down, m_cutDown);
            if (cut && m_reset)
                connection.reset();
            const bool over = connection.up.ended && connection.down.ended && connection.up.pieces.empty() &&
                              connection.down.pieces.empty();
            at = cut || over || connection.dead ? all.erase(at) : std::next(at);
        }
    }
}

} // namespace mooring::test
