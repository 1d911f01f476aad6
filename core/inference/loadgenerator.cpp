#include "core/inference/loadgenerator.h"

#include "core/inference/loadconnection.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <ctime>
#include <deque>
#include <memory>
#include <netdb.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;
using Mode = LoadSettings::Mode;
using Progress = LoadConnection::Progress;

namespace {

constexpr qint64 kSecond = 1'000'000'000;
constexpr qint64 kTick = kSecond / 10; // limits and progress are looked at so often
constexpr size_t kMostConnections = 512;
constexpr quint64 kTimer = ~quint64(0), kCancel = ~quint64(0) - 1;

QString tr(const char *text) { return QCoreApplication::translate("mooring::LoadGenerator", text); }

qint64 now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * kSecond + time.tv_nsec;
}

QByteArray rendered(const LoadSettings &settings)
{
    HttpRequest request{"POST", settings.path, settings.server.hostHeader(),
                        withKey(settings.server, settings.request.headers), settings.request.body};
    request.headers.emplace_back("Content-Type", settings.request.contentType.toUtf8());
    return renderRequest(request, true);
}

Error cannotStart(const QString &cause)
{
    return Error::failed(u"load.cannotStart"_s, tr("The load could not be started.")).withCause(cause);
}

/// The IPv4 address of a host in numbers. Asks the system's resolver, within the limits that it has.
Result<QString> addressOf(const QString &host)
{
    addrinfo hints{};
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int failed = getaddrinfo(host.toLatin1().constData(), nullptr, &hints, &found);
    std::array<char, INET_ADDRSTRLEN> text{};
    if (failed == 0 && found)
        inet_ntop(AF_INET, &reinterpret_cast<sockaddr_in *>(found->ai_addr)->sin_addr, text.data(), text.size());
    if (found)
        freeaddrinfo(found);
    return failed == 0 ? Result<QString>(QString::fromLatin1(text.data()))
                       : cannotStart(tr("The name %1 is not known.").arg(host));
}

class Generator
{
public:
    Generator(const LoadSettings &settings, const CancelToken &cancel,
              const std::function<void(const LoadReport &)> &onSecond)
        : m_settings(settings),
          m_cancel(cancel),
          m_onSecond(onSecond),
          m_server(settings.server),
          m_request(rendered(settings))
    {
        m_report.mode = settings.mode;
    }
    ~Generator()
    {
        m_connections.clear();
        for (const int fd : {m_epoll, m_timer}) {
            if (fd >= 0)
                ::close(fd);
        }
    }
    Q_DISABLE_COPY_MOVE(Generator)

    Result<LoadReport> run()
    {
        if (auto found = findServer(); !found)
            return found.error();
        if (!prepare())
            return cannotStart(QString::fromLocal8Bit(strerror(errno)));
        m_start = now();
        m_end = m_start + qint64(m_settings.duration.count()) * 1'000'000;
        m_nextTick = m_start + kTick;
        m_nextSecond = m_start + kSecond;
        if (m_settings.mode == Mode::Closed) {
            for (int i = 0; i < m_settings.connections; ++i)
                start(add(), now());
        }
        while (!m_cancel.isCanceled() && !isOver())
            turn();
        conclude();
        return std::move(m_report);
    }

private:
    /// A name is looked up once: connections are made to addresses.
    Result<> findServer()
    {
        const auto address = addressOf(m_settings.server.host);
        if (!address)
            return address.error();
        m_server.host = *address;
        if (!m_settings.server.isTls)
            return {};
        auto tls = LoadTls::make(m_settings.server);
        if (!tls)
            return tls.error();
        m_tls = std::move(*tls);
        return {};
    }

    bool prepare()
    {
        m_epoll = epoll_create1(EPOLL_CLOEXEC);
        m_timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
        return m_epoll >= 0 && m_timer >= 0 && watch(m_timer, kTimer) && watch(m_cancel.fd(), kCancel);
    }

    bool watch(int fd, quint64 word) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = word;
        return epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event) == 0;
    }

    bool isOver() const { return m_now >= m_end && m_busy == 0 && m_waiting.empty(); }

    qint64 dueAt(qint64 number) const { return m_start + qint64(double(number) * 1e9 / m_settings.rate); }

    void turn()
    {
        setTimer();
        std::array<epoll_event, 256> events;
        const int count = epoll_wait(m_epoll, events.data(), int(events.size()), -1);
        m_now = now();
        for (int i = 0; i < count; ++i) {
            const quint64 word = events[size_t(i)].data.u64;
            if (word == kTimer) {
                quint64 expired = 0;
                (void)!read(m_timer, &expired, sizeof expired);
            } else if (word != kCancel) {
                LoadConnection &connection = *m_connections[size_t(word)];
                if (connection.isBusy())
                    follow(connection, connection.advance(m_request));
            }
        }
        arrivals();
        if (m_now >= m_nextTick)
            tick();
    }

    void setTimer() const
    {
        qint64 at = m_nextTick;
        if (m_settings.mode == Mode::Open && dueAt(m_scheduled) < std::min(at, m_end))
            at = dueAt(m_scheduled);
        itimerspec time{};
        time.it_value.tv_sec = at / kSecond;
        time.it_value.tv_nsec = at % kSecond;
        timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &time, nullptr);
    }

    /// The schedule goes on whatever the server does: what cannot be sent waits with its time.
    void arrivals()
    {
        if (m_settings.mode == Mode::Closed)
            return;
        for (qint64 due = dueAt(m_scheduled); due < m_end && due <= m_now; due = dueAt(++m_scheduled))
            m_waiting.push_back(due);
        while (!m_waiting.empty()) {
            LoadConnection *connection = idle();
            if (!connection)
                return;
            const qint64 due = m_waiting.front();
            m_waiting.pop_front();
            start(*connection, due);
        }
    }

    LoadConnection *idle()
    {
        while (!m_idle.empty()) {
            LoadConnection *connection = m_idle.back();
            m_idle.pop_back();
            return connection;
        }
        return m_connections.size() < kMostConnections ? &add() : nullptr;
    }

    LoadConnection &add()
    {
        m_connections.push_back(std::make_unique<LoadConnection>(m_server, m_tls.get(), m_epoll, m_connections.size()));
        return *m_connections.back();
    }

    void start(LoadConnection &connection, qint64 due)
    {
        ++m_busy;
        follow(connection, connection.send(m_request, due, now()));
    }

    void follow(LoadConnection &connection, Progress progress)
    {
        // A loop, not a recursion: an answer may be there at once, again and again.
        while (progress != Progress::Pending) {
            --m_busy;
            count(connection, progress == Progress::Answered ? connection.status() : 0);
            if (m_settings.mode == Mode::Open || now() >= m_end || m_cancel.isCanceled()) {
                m_idle.push_back(&connection);
                return;
            }
            if (progress == Progress::Failed) { // nobody listens: not as fast as the processor can
                m_retries.push_back(&connection);
                return;
            }
            ++m_busy;
            const qint64 at = now();
            progress = connection.send(m_request, at, at);
        }
    }

    void count(const LoadConnection &connection, int status)
    {
        const qint64 at = now();
        ++m_report.requests;
        if (at <= m_end)
            ++m_inTime;
        if (status > 0)
            ++m_report.statuses[status];
        if (status >= 200 && status < 300)
            m_report.latency.record(at - connection.scheduledNs());
        else
            ++m_report.errors;
    }

    void tick()
    {
        m_nextTick = m_now + kTick;
        const qint64 limit = qint64(m_settings.requestLimit.count()) * 1'000'000;
        for (const auto &connection : m_connections) {
            if (!connection->isBusy() || m_now - connection->sentNs() < limit)
                continue;
            connection->close();
            ++m_report.timeouts;
            follow(*connection, Progress::Failed);
        }
        for (LoadConnection *connection : std::exchange(m_retries, {})) {
            if (m_now < m_end)
                start(*connection, m_now);
        }
        if (m_now > m_end + limit) { // what still waits was never sent: no answer in time is an error
            m_report.requests += qint64(m_waiting.size());
            m_report.errors += qint64(m_waiting.size());
            m_report.timeouts += qint64(m_waiting.size());
            m_waiting.clear();
        }
        if (m_now >= m_nextSecond && m_onSecond) {
            m_nextSecond += kSecond;
            summarise();
            m_onSecond(m_report);
        }
    }

    void summarise()
    {
        const double seconds = double(std::min(m_now, m_end) - m_start) / 1e9;
        m_report.durationMs = seconds * 1000;
        m_report.perSecond = seconds > 0 ? double(m_inTime) / seconds : 0;
        m_report.saturated = m_settings.mode == Mode::Open && m_report.perSecond < 0.95 * m_settings.rate;
    }

    void conclude()
    {
        m_now = now();
        summarise();
    }

    const LoadSettings m_settings;
    const CancelToken m_cancel;
    const std::function<void(const LoadReport &)> m_onSecond;
    ServerAddress m_server; // with its address in numbers
    std::unique_ptr<LoadTls> m_tls;
    const QByteArray m_request;
    LoadReport m_report;
    int m_epoll = -1, m_timer = -1;
    qint64 m_start = 0, m_end = 0, m_now = 0, m_nextTick = 0, m_nextSecond = 0;
    qint64 m_scheduled = 0; // arrivals that are due or were
    qint64 m_inTime = 0;
    int m_busy = 0;
    std::deque<qint64> m_waiting;
    std::vector<std::unique_ptr<LoadConnection>> m_connections;
    std::vector<LoadConnection *> m_idle, m_retries;
};

} // namespace

Json LoadReport::toJson() const
{
    const auto ms = [this](qint64 ns) { return latency.count() > 0 ? Json(double(ns) / 1e6) : Json(); };
    Json statusJson = Json::object();
    for (const auto &[status, count] : statuses)
        statusJson[std::to_string(status)] = count;
    return {{"mode", mode == Mode::Open ? "open" : "closed"},
            {"requests", requests},
            {"errors", errors},
            {"durationMs", durationMs},
            {"perSecond", perSecond},
            {"saturated", saturated},
            {"latencyMs",
             {{"min", ms(latency.min())},
              {"p50", ms(latency.percentile(50))},
              {"p90", ms(latency.percentile(90))},
              {"p99", ms(latency.percentile(99))},
              {"p999", ms(latency.percentile(99.9))},
              {"max", ms(latency.max())},
              {"mean", ms(qint64(latency.mean()))}}},
            {"timeouts", timeouts},
            {"statuses", statusJson}};
}

Result<LoadReport> runLoad(const LoadSettings &settings, const CancelToken &cancel,
                           const std::function<void(const LoadReport &)> &onSecond)
{
    return Generator(settings, cancel, onSecond).run();
}

Result<LoadSettings> parseLoad(const QString &text)
{
    LoadSettings settings;
    bool isNumber = false;
    if (text.endsWith(u"/s")) {
        settings.mode = Mode::Open;
        settings.rate = text.chopped(2).toDouble(&isNumber);
        isNumber = isNumber && std::isfinite(settings.rate) && settings.rate > 0 && settings.rate <= 1e6;
    } else {
        settings.connections = text.toInt(&isNumber);
        isNumber = isNumber && settings.connections > 0 && size_t(settings.connections) <= kMostConnections;
    }
    if (isNumber)
        return settings;
    return Error::usage(u"load.badRate"_s, tr("“%1” is no load.").arg(text))
        .withFix(tr("Say how many at once (8, at most 512) or how many a second (100/s)."));
}

} // namespace mooring
