#pragma once

#include "core/inference/latencyhistogram.h"
#include "core/inference/loadtls.h"

#include <QByteArray>

#include <string>

namespace mooring {

/// One connection of the load generator: sends a rendered request and finds the end of its answer. Never waits.
class LoadConnection
{
public:
    enum class Progress {
        Pending,  ///< more events will come
        Answered, ///< status() tells
        Failed,   ///< no whole answer came
    };

    /// `server`, whose host is an address in numbers, and `tls` (null: plain) must outlive it.
    LoadConnection(const ServerAddress &server, const LoadTls *tls, int epoll, size_t index)
        : m_server(server), m_tls(tls), m_epoll(epoll), m_index(index)
    {
    }
    ~LoadConnection() { close(); }
    Q_DISABLE_COPY_MOVE(LoadConnection)

    /// `scheduledNs`: when it should have been sent.
    Progress send(const QByteArray &request, qint64 scheduledNs, qint64 nowNs);
    Progress advance(const QByteArray &request);
    void close();

    bool isBusy() const { return m_busy; }
    int status() const { return m_status; }
    qint64 scheduledNs() const { return m_scheduled; }
    qint64 sentNs() const { return m_sentAt; }

private:
    bool open();
    long put(const char *data, size_t size);
    long get(char *data, size_t size);
    Progress receive(const QByteArray &request);
    Progress ended(const QByteArray &request);
    Progress finish();
    bool readHead();
    bool hasBody() const;

    const ServerAddress &m_server;
    const LoadTls *m_tls;
    ssl_st *m_ssl = nullptr;
    int m_epoll;
    size_t m_index;
    int m_fd = -1;
    bool m_busy = false, m_isReused = false, m_keepAlive = false, m_chunked = false;
    qint64 m_scheduled = 0, m_sentAt = 0;
    qsizetype m_sent = 0;
    std::string m_in;
    size_t m_headEnd = 0; // 0: not seen yet
    qint64 m_length = -1; // of the body; -1: until the connection ends
    int m_status = 0;
};

} // namespace mooring
