#include "core/transport/http/socketstream.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SocketStream", text); }

QString codeOf(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return u"socket.missing"_s;
    case ECONNREFUSED:
        return u"socket.refused"_s;
    case EACCES:
    case EPERM:
        return u"socket.denied"_s;
    default:
        return u"socket.failed"_s;
    }
}

Error silence(const QString &name, milliseconds limit)
{
    return Error::timeLimit(u"socket.timeLimit"_s,
                            tr("%1 did not answer within %2 s.").arg(name).arg(double(limit.count()) / 1000));
}

} // namespace

SocketStream::~SocketStream()
{
    if (m_fd >= 0)
        close(m_fd);
}

std::unique_ptr<SocketStream> SocketStream::adopt(int fd, const QString &name)
{
    return std::unique_ptr<SocketStream>(new SocketStream(fd, name));
}

Error SocketStream::failure(const QString &code, int error) const
{
    return Error::failed(code, tr("%1: %2").arg(m_name, QString::fromLocal8Bit(strerror(error))));
}

Result<std::unique_ptr<SocketStream>> SocketStream::connectUnix(const QString &path, milliseconds limit,
                                                                const CancelToken &cancel)
{
    std::unique_ptr<SocketStream> stream(new SocketStream(-1, path));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.size() >= qsizetype(sizeof address.sun_path))
        return stream->failure(u"socket.failed"_s, ENAMETOOLONG);
    memcpy(address.sun_path, name.constData(), size_t(name.size()));
    stream->m_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (stream->m_fd < 0)
        return stream->failure(u"socket.failed"_s, errno);
    if (auto connected = stream->connect(&address, sizeof address, limit, cancel); !connected)
        return connected.error();
    return stream;
}

Result<std::unique_ptr<SocketStream>> SocketStream::connectTcp(const QString &host, quint16 port, milliseconds limit,
                                                               const CancelToken &cancel)
{
    std::unique_ptr<SocketStream> stream(new SocketStream(-1, u"%1:%2"_s.arg(host).arg(port)));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (inet_pton(AF_INET, host.toLatin1().constData(), &address.sin_addr) != 1)
        return stream->failure(u"socket.failed"_s, EINVAL);
    stream->m_fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (stream->m_fd < 0)
        return stream->failure(u"socket.failed"_s, errno);
    const int on = 1;
    setsockopt(stream->m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (auto connected = stream->connect(&address, sizeof address, limit, cancel); !connected)
        return connected.error();
    return stream;
}

Result<> SocketStream::connect(const void *address, unsigned size, milliseconds limit, const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    while (::connect(m_fd, static_cast<const sockaddr *>(address), size) != 0) {
        if (errno == EISCONN)
            return {};
        if (errno == EINPROGRESS || errno == EALREADY) {
            if (auto ready = waitFor(POLLOUT, limit - milliseconds(timer.elapsed()), cancel); !ready)
                return ready.error().code == u"socket.timeLimit" ? silence(m_name, limit) : ready;
            int error = 0;
            socklen_t length = sizeof error;
            getsockopt(m_fd, SOL_SOCKET, SO_ERROR, &error, &length);
            if (error != 0)
                return failure(codeOf(error), error);
            return {};
        }
        if (errno == EAGAIN) { // a Unix socket's queue is full: there is nothing to poll for
            if (cancel.waitFor(milliseconds(20)))
                return Error::canceled();
            if (timer.elapsed() >= limit.count())
                return silence(m_name, limit);
        } else if (errno != EINTR) {
            return failure(codeOf(errno), errno);
        }
    }
    return {};
}

Result<> SocketStream::waitFor(short events, milliseconds limit, const CancelToken &cancel) const
{
    QElapsedTimer timer;
    timer.start();
    std::array<pollfd, 2> fds{{{m_fd, events, 0}, {cancel.fd(), POLLIN, 0}}};
    while (true) {
        if (cancel.isCanceled())
            return Error::canceled();
        const qint64 left = limit.count() - timer.elapsed();
        if (left <= 0)
            return silence(m_name, limit);
        const int ready = poll(fds.data(), fds.size(), int(std::min<qint64>(left, 1000000000)));
        if (ready > 0 && fds[0].revents != 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return failure(u"socket.failed"_s, errno);
    }
}

Result<qsizetype> SocketStream::read(std::span<char> buffer, milliseconds limit, const CancelToken &cancel)
{
    while (true) {
        const auto n = recv(m_fd, buffer.data(), buffer.size(), 0);
        if (n >= 0)
            return qsizetype(n);
        if (errno == EAGAIN) {
            if (auto ready = waitFor(POLLIN, limit, cancel); !ready)
                return ready.error();
        } else if (errno != EINTR) {
            return failure(u"socket.failed"_s, errno);
        }
        if (cancel.isCanceled())
            return Error::canceled();
    }
}

Result<> SocketStream::write(const QByteArray &bytes, milliseconds limit, const CancelToken &cancel)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto n = send(m_fd, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (n >= 0) {
            sent += n;
        } else if (errno == EAGAIN) {
            if (auto ready = waitFor(POLLOUT, limit, cancel); !ready)
                return ready;
        } else if (errno != EINTR) {
            return failure(u"socket.failed"_s, errno);
        }
        if (cancel.isCanceled())
            return Error::canceled();
    }
    return {};
}

} // namespace mooring
