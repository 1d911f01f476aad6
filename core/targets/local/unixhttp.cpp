#include "core/targets/local/unixhttp.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kAnswerLimit = 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::UnixHttp", text); }

class Exchange
{
public:
    Exchange(const QString &path, std::chrono::milliseconds limit, const CancelToken &cancel)
        : m_path(path), m_limit(limit), m_cancel(cancel)
    {
        m_timer.start();
    }
    ~Exchange()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Exchange)

    Result<HttpAnswer> get(const QByteArray &target)
    {
        if (const auto connected = connectSocket(); !connected)
            return connected.error();
        if (const auto sent = send("GET " + target + " HTTP/1.0\r\nHost: docker\r\n\r\n"); !sent)
            return sent.error();
        QByteArray answer;
        if (const auto received = receive(answer); !received)
            return received.error();
        return parse(answer);
    }

private:
    Result<> connectSocket()
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(m_path);
        if (name.size() >= qsizetype(sizeof address.sun_path))
            return failure(u"socket.failed"_s, ENAMETOOLONG);
        memcpy(address.sun_path, name.constData(), size_t(name.size()));
        m_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (m_fd < 0)
            return failure(u"socket.failed"_s, errno);
        while (connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
            if (errno == EAGAIN) { // its queue is full: there is nothing to poll for
                if (m_cancel.waitFor(std::chrono::milliseconds(20)))
                    return Error::canceled();
                if (left() <= 0)
                    return silence();
            } else if (errno != EINTR) {
                return failure(codeOf(errno), errno);
            }
        }
        return {};
    }

    Result<> send(const QByteArray &request)
    {
        qsizetype sent = 0;
        while (sent < request.size()) {
            if (const auto ready = waitFor(POLLOUT); !ready)
                return ready;
            const auto n = ::send(m_fd, request.constData() + sent, size_t(request.size() - sent), MSG_NOSIGNAL);
            if (n < 0 && errno != EAGAIN && errno != EINTR)
                return failure(u"socket.failed"_s, errno);
            sent += std::max<qsizetype>(0, n);
        }
        return {};
    }

    Result<> receive(QByteArray &answer)
    {
        std::array<char, 16384> buffer;
        while (true) {
            if (const auto ready = waitFor(POLLIN); !ready)
                return ready;
            const auto n = recv(m_fd, buffer.data(), buffer.size(), 0);
            if (n == 0)
                return {};
            if (n < 0 && errno != EAGAIN && errno != EINTR)
                return failure(u"socket.failed"_s, errno);
            answer.append(buffer.data(), std::max<qsizetype>(0, n));
            if (answer.size() > kAnswerLimit)
                return Error::failed(u"socket.badAnswer"_s, tr("%1 answers without end.").arg(m_path));
        }
    }

    Result<HttpAnswer> parse(const QByteArray &answer) const
    {
        const qsizetype headEnd = answer.indexOf("\r\n\r\n");
        const QList<QByteArray> firstLine = answer.left(answer.indexOf("\r\n")).split(' ');
        bool isNumber = false;
        const int status = firstLine.value(1).toInt(&isNumber);
        if (headEnd < 0 || !firstLine.value(0).startsWith("HTTP/1.") || !isNumber) {
            return Error::failed(u"socket.badAnswer"_s, tr("What answers at %1 does not speak HTTP.").arg(m_path))
                .withDetail(toStd(QString::fromUtf8(answer.left(200))));
        }
        return HttpAnswer{status, answer.mid(headEnd + 4)};
    }

    Result<> waitFor(short events)
    {
        std::array<pollfd, 2> fds{{{m_fd, events, 0}, {m_cancel.fd(), POLLIN, 0}}};
        while (true) {
            if (m_cancel.isCanceled())
                return Error::canceled();
            if (left() <= 0)
                return silence();
            if (poll(fds.data(), fds.size(), int(left())) > 0 && fds[0].revents != 0)
                return {};
        }
    }

    qint64 left() const { return m_limit.count() - m_timer.elapsed(); }
    static QString codeOf(int error)
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
    Error failure(const QString &code, int error) const
    {
        return Error::of(ErrorKind::NotReachable, code, tr("%1 could not be reached.").arg(m_path))
            .withCause(QString::fromLocal8Bit(strerror(error)));
    }
    Error silence() const
    {
        return Error::timeLimit(u"socket.timeLimit"_s,
                                tr("%1 did not answer within %2 s.").arg(m_path).arg(double(m_limit.count()) / 1000));
    }

    const QString m_path;
    const std::chrono::milliseconds m_limit;
    const CancelToken &m_cancel;
    QElapsedTimer m_timer;
    int m_fd = -1;
};

} // namespace

Result<HttpAnswer> getOverUnixSocket(const QString &socketPath, const QByteArray &target,
                                     std::chrono::milliseconds limit, const CancelToken &cancel)
{
    return Exchange(socketPath, limit, cancel).get(target);
}

} // namespace mooring
