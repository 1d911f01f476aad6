#pragma once

#include "core/azure/http/webmessage.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

class QTcpSocket;

namespace mooring::test {

struct WebAsk
{
    QByteArray method;
    QByteArray target; ///< path and query, as they came
    WebHeaders headers;
    QByteArray body;

    QByteArray header(const QByteArray &name) const;
    QByteArray path() const { return target.split('?').first(); }
    QByteArray query(const QByteArray &name) const; ///< decoded
    /// All of it, as bytes: where a canary is looked for.
    QByteArray all() const;
};

struct WebAnswer
{
    int status = 200;
    QByteArray body;
    WebHeaders headers = {};
    QByteArray raw = {}; ///< not empty: written as it is, in place of the above
    int delayMs = 0;
    bool endless = false; ///< goes on with more of `body` until the other side leaves

    static WebAnswer json(const QByteArray &text, int status = 200)
    {
        return {status, text, {{"Content-Type", "application/json"}}};
    }
};

/// A self-signed certificate, for localhost and 127.0.0.1 unless another name is given, with its key; days -2: expired
/// the day before yesterday.
struct TestCertificate
{
    explicit TestCertificate(int days = 2, const QString &name = QStringLiteral("localhost"));
    QByteArray certificate, key;
};

/// A scripted web service on loopback, a thread of its own, a connection for each request. The handler is called on
/// that thread.
class WebServer
{
public:
    using Handler = std::function<WebAnswer(const WebAsk &)>;
    explicit WebServer(Handler handler, const TestCertificate *tls = nullptr);
    ~WebServer();

    QUrl url(const QString &path = QStringLiteral("/")) const;
    QByteArray base() const { return url(QString()).toEncoded(); } ///< without a slash at its end
    std::vector<WebAsk> asked() const;
    int count() const { return int(asked().size()); }

private:
    void serve();
    void answer(QTcpSocket &socket);

    Handler m_handler;
    QByteArray m_certificate, m_key;
    mutable std::mutex m_lock;
    std::vector<WebAsk> m_asked;
    std::atomic<quint16> m_port = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace mooring::test
