#include "core/inference/loadconnection.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/tcp.h>
#include <string_view>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace mooring {

using Progress = LoadConnection::Progress;

namespace {

constexpr size_t kHeadLimit = 64 * 1024;
constexpr size_t kKept = 256 * 1024; // of a body that is only counted

bool startsWith(std::string_view line, std::string_view name)
{
    return line.size() >= name.size() && strncasecmp(line.data(), name.data(), name.size()) == 0;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    return text;
}

} // namespace

bool LoadConnection::open()
{
    m_fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_fd < 0)
        return false;
    const int on = 1;
    setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(m_server.port));
    if (inet_pton(AF_INET, m_server.host.toLatin1().constData(), &address.sin_addr) != 1)
        return false;
    if (connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 && errno != EINPROGRESS)
        return false;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.u64 = m_index;
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_fd, &event) != 0)
        return false;
    m_ssl = m_tls ? m_tls->over(m_fd) : nullptr;
    return !m_tls || m_ssl;
}

long LoadConnection::put(const char *data, size_t size)
{
    return m_ssl ? LoadTls::write(m_ssl, data, size) : ::send(m_fd, data, size, MSG_NOSIGNAL);
}

long LoadConnection::get(char *data, size_t size)
{
    return m_ssl ? LoadTls::read(m_ssl, data, size) : recv(m_fd, data, size, 0);
}

void LoadConnection::close()
{
    if (m_ssl)
        LoadTls::free(std::exchange(m_ssl, nullptr));
    if (m_fd >= 0)
        ::close(m_fd); // which takes it out of the epoll
    m_fd = -1;
    m_busy = false;
}

Progress LoadConnection::send(const QByteArray &request, qint64 scheduledNs, qint64 nowNs)
{
    m_scheduled = scheduledNs;
    m_sentAt = nowNs;
    m_sent = 0;
    m_in.clear();
    m_headEnd = 0;
    m_status = 0;
    m_isReused = m_fd >= 0;
    if (m_fd < 0 && !open()) {
        close();
        return Progress::Failed;
    }
    m_busy = true;
    return advance(request);
}

Progress LoadConnection::advance(const QByteArray &request)
{
    while (m_sent < request.size()) {
        const auto n = put(request.constData() + m_sent, size_t(request.size() - m_sent));
        if (n < 0 && (errno == EAGAIN || errno == ENOTCONN))
            return Progress::Pending;
        if (n < 0 && errno != EINTR)
            return ended(request);
        m_sent += std::max<qsizetype>(n, 0);
    }
    return receive(request);
}

Progress LoadConnection::receive(const QByteArray &request)
{
    std::array<char, 32768> buffer;
    while (true) {
        const auto n = get(buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN)
            return Progress::Pending;
        if (n <= 0)
            return ended(request);
        m_in.append(buffer.data(), size_t(n));
        if (m_headEnd == 0 && !readHead()) {
            if (m_in.size() > kHeadLimit) {
                close();
                return Progress::Failed;
            }
            continue;
        }
        if (hasBody())
            return finish();
        if (m_length < 0 && !m_chunked && m_in.size() > m_headEnd + kKept)
            m_in.resize(m_headEnd);
    }
}

/// The other side closed. On a connection that was kept it may have done so before it saw this request: once more.
Progress LoadConnection::ended(const QByteArray &request)
{
    const bool untouched = m_isReused && m_in.empty();
    const bool complete = m_headEnd > 0 && m_length < 0 && !m_chunked;
    close();
    if (complete)
        return Progress::Answered;
    if (!untouched)
        return Progress::Failed;
    m_isReused = false;
    m_sent = 0;
    if (!open()) {
        close();
        return Progress::Failed;
    }
    m_busy = true;
    return advance(request);
}

Progress LoadConnection::finish()
{
    m_busy = false;
    if (!m_keepAlive)
        close();
    return Progress::Answered;
}

bool LoadConnection::readHead()
{
    const size_t end = m_in.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    m_headEnd = end + 4;
    const std::string_view head(m_in.data(), end + 2);
    m_status = head.size() > 12 && startsWith(head, "HTTP/1.") ? std::atoi(head.data() + 9) : 0;
    m_keepAlive = startsWith(head, "HTTP/1.1");
    m_chunked = false;
    m_length = m_status == 204 || m_status == 304 ? 0 : -1;
    for (size_t at = head.find("\r\n") + 2; at < head.size();) {
        const size_t next = head.find("\r\n", at);
        const std::string_view line = head.substr(at, next - at);
        if (startsWith(line, "content-length:"))
            m_length = std::atoll(trimmed(line.substr(15)).data());
        else if (startsWith(line, "transfer-encoding:"))
            m_chunked = true;
        else if (startsWith(line, "connection:"))
            m_keepAlive = !startsWith(trimmed(line.substr(11)), "close");
        at = next + 2;
    }
    return true;
}

bool LoadConnection::hasBody() const
{
    if (m_chunked)
        return m_in.ends_with("\r\n0\r\n\r\n") || std::string_view(m_in).substr(m_headEnd) == "0\r\n\r\n";
    return m_length >= 0 && qint64(m_in.size() - m_headEnd) >= m_length;
}

} // namespace mooring
