#include "core/inference/loadgenerator.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <algorithm>
#include <arpa/inet.h>
#include <poll.h>
#include <random>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One thread that answers every request on every connection at once, when it does not stall.
class QuickServer
{
public:
    struct Manner
    {
        QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        bool closes = false; ///< after each answer
        std::chrono::milliseconds stallEvery{0}, stall{0}, delay{0};
    };
    explicit QuickServer(Manner manner) : m_manner(std::move(manner))
    {
        m_fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_fd, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_fd, 512) != 0)
            qFatal("no socket");
        getsockname(m_fd, reinterpret_cast<sockaddr *>(&address), &size);
        port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~QuickServer()
    {
        m_stop.cancel();
        m_thread.join();
        for (const pollfd &each : m_fds) {
            if (each.fd != m_stop.fd())
                close(each.fd);
        }
    }
    int port = 0;

private:
    void serve()
    {
        m_fds = {{m_stop.fd(), POLLIN, 0}, {m_fd, POLLIN, 0}};
        QElapsedTimer timer;
        timer.start();
        qint64 nextStall = m_manner.stallEvery.count();
        while (!m_stop.isCanceled()) {
            poll(m_fds.data(), m_fds.size(), 100);
            if (nextStall > 0 && timer.elapsed() >= nextStall) {
                m_stop.waitFor(m_manner.stall);
                nextStall += m_manner.stallEvery.count();
            }
            const size_t count = m_fds.size();
            if (m_fds[1].revents != 0)
                m_fds.push_back({accept(m_fd, nullptr, nullptr), POLLIN, 0});
            for (size_t i = 2; i < count; ++i) {
                if (m_fds[i].revents != 0)
                    answer(m_fds[i]);
            }
            std::erase_if(m_fds, [](const pollfd &each) { return each.fd < 0; });
        }
    }
    void answer(pollfd &peer)
    {
        std::array<char, 65536> buffer;
        const auto n = read(peer.fd, buffer.data(), buffer.size());
        if (n > 0 && m_manner.delay.count() > 0)
            m_stop.waitFor(m_manner.delay);
        if (n > 0)
            (void)!::send(peer.fd, m_manner.answer.constData(), size_t(m_manner.answer.size()), MSG_NOSIGNAL);
        if (n <= 0 || m_manner.closes) {
            close(peer.fd);
            peer.fd = -1;
        }
    }

    Manner m_manner;
    int m_fd;
    CancelToken m_stop;
    std::vector<pollfd> m_fds;
    std::thread m_thread;
};

LoadReport load(int port, const QString &text, std::chrono::milliseconds duration, std::chrono::milliseconds limit = 5s)
{
    LoadSettings settings = parseLoad(text).value();
    settings.server.port = port;
    settings.duration = duration;
    settings.requestLimit = limit;
    settings.request.body = "{}";
    return runLoad(settings, {}).value();
}

} // namespace

/// Numbers that must be true: percentiles, rates, and what stands behind them.
class TestLoadGenerator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void percentilesAreThoseOfAnExactSort()
    {
        std::mt19937_64 random(7);
        std::lognormal_distribution<double> spread(14, 2); // around a millisecond, with a long tail
        LatencyHistogram histogram;
        std::vector<qint64> all;
        double sum = 0;
        for (int i = 0; i < 200000; ++i) {
            const auto ns = qint64(spread(random));
            all.push_back(ns);
            histogram.record(ns);
            sum += double(ns);
        }
        std::sort(all.begin(), all.end());
        for (const double percent : {1.0, 50.0, 90.0, 99.0, 99.9, 99.99}) {
            const qint64 exact = all[size_t(std::ceil(percent / 100 * double(all.size()))) - 1];
            const double off = std::abs(double(histogram.percentile(percent) - exact)) / double(exact);
            QVERIFY2(off < 0.001, qPrintable(u"%1: %2"_s.arg(percent).arg(off)));
        }
        QCOMPARE(histogram.percentile(0), all.front());
        QCOMPARE(histogram.percentile(100), all.back());
        QVERIFY(std::abs(histogram.mean() - sum / double(all.size())) < 1);
        qint64 drawn = 0;
        for (const auto &bar : histogram.bars(40))
            drawn += bar.count;
        QCOMPARE(drawn, qint64(all.size()));
    }
    void linearBars()
    {
        LatencyHistogram histogram;
        QVERIFY(histogram.linearBars(1000, 4).empty());
        for (const qint64 ns : {qint64(1), qint64(499), qint64(501), qint64(1999), qint64(1'000'000)})
            histogram.record(ns);
        const auto bars = histogram.linearBars(2000, 4);
        QCOMPARE(bars.size(), size_t(4));
        QCOMPARE(bars[1].fromNs, 500);
        QCOMPARE(bars[1].toNs, 1000);
        const QList<qint64> counts{bars[0].count, bars[1].count, bars[2].count, bars[3].count};
        QCOMPARE(counts, (QList<qint64>{2, 1, 0, 1})); // the one of a millisecond is beyond
    }
    void extremes()
    {
        LatencyHistogram histogram;
        QCOMPARE(histogram.percentile(99), 0);
        QVERIFY(histogram.bars(10).empty());
        for (const qint64 ns :
             {qint64(-5), qint64(0), qint64(1), qint64(2047), qint64(2048), std::numeric_limits<qint64>::max()})
            histogram.record(ns);
        QCOMPARE(histogram.count(), 6);
        QCOMPARE(histogram.min(), 0);
        QVERIFY(histogram.max() > qint64(1) << 47);
        QCOMPARE(histogram.percentile(50), 1);
    }

    void closedLoop()
    {
        for (const bool closes : {false, true}) {
            QuickServer server({.closes = closes});
            const LoadReport report = load(server.port, u"4"_s, 700ms);
            QVERIFY2(report.requests > 200, QByteArray::number(report.requests));
            QCOMPARE(report.errors, 0);
            QCOMPARE(report.latency.count(), report.requests);
            QCOMPARE(report.statuses.at(200), report.requests);
            QVERIFY(!report.saturated);
            QVERIFY(report.perSecond > 200 && report.durationMs >= 690 && report.durationMs < 900);
        }
    }
    void aChunkedAnswer()
    {
        QuickServer server({.answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"});
        const LoadReport report = load(server.port, u"2"_s, 200ms);
        QVERIFY(report.requests > 20 && report.errors == 0);
    }
    void openLoopKeepsItsRate()
    {
        QuickServer server({});
        const LoadReport report = load(server.port, u"200/s"_s, 1s);
        QVERIFY2(std::abs(report.requests - 200) <= 1, QByteArray::number(report.requests));
        QCOMPARE(report.errors, 0);
        QVERIFY(!report.saturated);
    }
    /// A second of silence in two and a half: in open loop it is seen, for the schedule did not wait.
    void aStallIsNotHidden()
    {
        QuickServer server({.stallEvery = 1000ms, .stall = 800ms});
        const LoadReport report = load(server.port, u"100/s"_s, 2500ms);
        QVERIFY2(std::abs(report.requests - 250) <= 1, QByteArray::number(report.requests));
        QVERIFY2(report.latency.percentile(99) > 500'000'000, QByteArray::number(report.latency.percentile(99)));
        QVERIFY2(report.latency.percentile(30) < 100'000'000, QByteArray::number(report.latency.percentile(30)));
    }
    void saturationIsSaid()
    {
        QuickServer server({.delay = 20ms}); // fifty a second at best
        const LoadReport report = load(server.port, u"300/s"_s, 1s, 1s);
        QVERIFY(report.saturated);
        QVERIFY2(report.perSecond < 100, QByteArray::number(report.perSecond));
        QVERIFY(report.requests >= 299); // none was left out
        QVERIFY(report.latency.max() > 300'000'000);
    }
    void errorsAreNoFastAnswers()
    {
        QuickServer server({.answer = "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"});
        const LoadReport report = load(server.port, u"2"_s, 200ms);
        QVERIFY(report.requests > 10);
        QCOMPARE(report.errors, report.requests);
        QCOMPARE(report.latency.count(), 0);
        QVERIFY(report.toJson()["latencyMs"]["p50"].is_null());
        QVERIFY(report.statuses.at(500) == report.requests);
    }
    void nobodyThere()
    {
        int port = 0;
        {
            QuickServer gone({});
            port = gone.port;
        }
        const LoadReport report = load(port, u"2"_s, 500ms);
        QVERIFY(report.errors > 0 && report.errors < 100); // not as fast as the processor can
        QCOMPARE(report.latency.count(), 0);
    }
    void aServerThatNeverAnswers()
    {
        QuickServer server({.delay = 30000ms});
        QElapsedTimer timer;
        timer.start();
        const LoadReport report = load(server.port, u"20/s"_s, 300ms, 400ms);
        QVERIFY(timer.elapsed() < 3000);
        QCOMPARE(report.errors, report.requests);
        QVERIFY(report.timeouts >= 5);
    }
    void cancelGivesWhatThereIs()
    {
        QuickServer server({});
        LoadSettings settings = parseLoad(u"2"_s).value();
        settings.server.port = server.port;
        settings.duration = 60s;
        const CancelToken cancel;
        int seconds = 0;
        const auto report = runLoad(settings, cancel, [&](const LoadReport &sofar) {
            seconds += sofar.requests > 0;
            cancel.cancel();
        });
        QCOMPARE(seconds, 1);
        QVERIFY(report && report->requests > 0 && report->durationMs < 5000);
    }

    void loads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        for (const char *good : {"1", "512", "100/s", "0.5/s"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"", "0", "-1", "513", "x", "/s", "0/s", "-5/s", "inf/s", "nan/s", "1e9/s", "10/m"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }
    void loads()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        QCOMPARE(parseLoad(text).ok(), isGood);
    }
};

QTEST_GUILESS_MAIN(TestLoadGenerator)
#include "tst_loadgenerator.moc"
