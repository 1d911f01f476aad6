#include "core/transport/http/httpclient.h"
#include "core/transport/http/socketstream.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Answers one connection with bytes in pieces of a given size, then closes.
class PieceServer
{
public:
    PieceServer(QByteArray answer, qsizetype piece, bool closes = true)
        : m_answer(std::move(answer)), m_piece(piece), m_closes(closes)
    {
        m_fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_fd, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_fd, 8) != 0)
            qFatal("no socket");
        getsockname(m_fd, reinterpret_cast<sockaddr *>(&address), &size);
        port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~PieceServer()
    {
        m_stop.cancel();
        shutdown(m_fd, SHUT_RDWR);
        m_thread.join();
        close(m_fd);
    }
    quint16 port = 0;
    QByteArray received;

private:
    void serve()
    {
        const int peer = accept(m_fd, nullptr, nullptr);
        if (peer < 0)
            return;
        std::array<char, 65536> buffer;
        while (!received.contains("\r\n\r\n")) {
            const auto n = read(peer, buffer.data(), buffer.size());
            if (n <= 0)
                break;
            received.append(buffer.data(), n);
        }
        for (qsizetype i = 0; i < m_answer.size(); i += m_piece) {
            const QByteArray piece = m_answer.mid(i, m_piece);
            if (send(peer, piece.constData(), size_t(piece.size()), MSG_NOSIGNAL) < 0)
                break;
            if (m_piece < 100)
                usleep(200);
        }
        if (!m_closes)
            m_stop.waitFor(30s);
        close(peer);
    }

    QByteArray m_answer;
    qsizetype m_piece;
    bool m_closes;
    int m_fd;
    CancelToken m_stop;
    std::thread m_thread;
};

Result<HttpAnswer> ask(quint16 port, const HttpRequest &request = {}, const HttpLimits &limits = {2s, 5s, 1 << 20},
                       BodySink *sink = nullptr)
{
    auto stream = SocketStream::connectTcp(u"127.0.0.1"_s, port, 2s, {});
    return stream ? exchange(**stream, request, limits, {}, sink) : Result<HttpAnswer>(stream.error());
}

class Counter : public BodySink
{
public:
    qint64 bytes = 0, enough = -1;
    Result<bool> take(std::string_view piece) override
    {
        bytes += qint64(piece.size());
        return enough < 0 || bytes < enough;
    }
};

} // namespace

/// One exchange with servers that split, close, lie and never end.
class TestHttpClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nHealthy") << 200
                                << QByteArray("Healthy");
        QTest::newRow("chunks") << QByteArray(
                                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10;x=y\r\n"
                                       "0123456789abcdef\r\n0\r\nX-End: 1\r\n\r\n")
                                << 200 << QByteArray("abc0123456789abcdef");
        QTest::newRow("until the end") << QByteArray("HTTP/1.1 500 Bad\r\n\r\nall of it") << 500
                                       << QByteArray("all of it");
        QTest::newRow("old") << QByteArray("HTTP/1.0 404 Not Found\r\nA: b\r\n\r\n{}") << 404 << QByteArray("{}");
        QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray();
        QTest::newRow("empty") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << 200 << QByteArray();
        const QByteArray large(300000, 'x');
        QTest::newRow("large") << "HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + large << 200 << large;
    }
    void answers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        for (const qsizetype piece : {qsizetype(1), qsizetype(7), qsizetype(65536)}) {
            if (answer.size() > 1000 && piece < 1000)
                continue;
            PieceServer server(answer, piece);
            const auto got = ask(server.port);
            MOORING_OK(got);
            QCOMPARE(got->status(), status);
            QCOMPARE(got->body, body);
        }
    }
    /// The answer has its length: there is nothing to wait for, although the connection stays open.
    void aKnownLengthEndsTheAnswer()
    {
        PieceServer server("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nHealthy", 65536, false);
        QElapsedTimer timer;
        timer.start();
        MOORING_OK(ask(server.port));
        QVERIFY(timer.elapsed() < 1000);
    }

    void badAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        QTest::newRow("cut off head") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
        QTest::newRow("cut off body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
        QTest::newRow("cut off chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
        QTest::newRow("no last chunk") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
        QTest::newRow("bad hex") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n");
        QTest::newRow("negative") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\nab\r\n0\r\n\r\n");
        QTest::newRow("2^64") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000000\r\nab\r\n");
        QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nab");
        QTest::newRow("flood of headers") << "HTTP/1.1 200 OK\r\n" + QByteArray("A: b\r\n").repeated(20000) + "\r\n";
        QTest::newRow("endless header") << "HTTP/1.1 200 OK\r\nA: " + QByteArray(300000, 'a');
        QTest::newRow("flood of trailers")
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + QByteArray("A: b\r\n").repeated(50000);
        QTest::newRow("longer than wanted") << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(3 << 20, 'x');
    }
    void badAnswers()
    {
        QFETCH(QByteArray, answer);
        PieceServer server(answer, 65536);
        const auto got = ask(server.port);
        QVERIFY(!got);
        QVERIFY2(got.error().code == u"socket.badAnswer" || got.error().code == u"socket.failed",
                 qPrintable(got.error().code));
    }

    void silenceHasALimit()
    {
        PieceServer server("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nHea", 65536, false);
        const auto got = ask(server.port, {}, {200ms, 0ms, 1000});
        QVERIFY(!got);
        QCOMPARE(got.error().code, u"socket.timeLimit"_s);
    }
    void cancelEndsTheWait()
    {
        PieceServer server({}, 1, false);
        auto stream = SocketStream::connectTcp(u"127.0.0.1"_s, server.port, 2s, {});
        MOORING_OK(stream);
        const CancelToken cancel;
        std::thread canceler([&cancel] {
            std::this_thread::sleep_for(100ms);
            cancel.cancel();
        });
        const auto got = exchange(**stream, {}, {30s, 30s}, cancel);
        canceler.join();
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::Canceled);
    }

    void aSinkGetsTheBodyAndMayStop()
    {
        PieceServer server("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(3 << 20, 'x'), 65536);
        Counter all;
        MOORING_OK(ask(server.port, {}, {2s, 5s, 10}, &all));
        QCOMPARE(all.bytes, 3 << 20);
        PieceServer again("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(3 << 20, 'x'), 65536);
        Counter some;
        some.enough = 1000;
        MOORING_OK(ask(again.port, {}, {2s, 5s, 10}, &some));
        QVERIFY(some.bytes >= 1000 && some.bytes < 200000);
    }
    void anErrorsBodyIsKept()
    {
        PieceServer server("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnone", 65536);
        Counter sink;
        const auto got = ask(server.port, {}, {2s, 5s, 10}, &sink);
        MOORING_OK(got);
        QCOMPARE(got->body, QByteArray("none"));
        QCOMPARE(sink.bytes, 0);
    }

    void whatIsSent()
    {
        PieceServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 65536);
        HttpRequest request{"POST", "/score?a=b", "here:1", {{"X-A", "b"}}, "{}"};
        MOORING_OK(ask(server.port, request));
        QCOMPARE(server.received,
                 QByteArray("POST /score?a=b HTTP/1.1\r\nHost: here:1\r\nConnection: close\r\nX-A: b\r\n"
                            "Content-Length: 2\r\n\r\n{}"));
    }
    void nobodyListens()
    {
        quint16 port = 0;
        {
            PieceServer gone({}, 1);
            port = gone.port;
        }
        QCOMPARE(ask(port).error().code, u"socket.refused"_s);
        QTemporaryDir folder;
        const auto missing = SocketStream::connectUnix(folder.filePath(u"none.sock"_s), 1s, {});
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, u"socket.missing"_s);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
