#include "core/transport/docker/containerlog.h"
#include "tests/support/dockerbench.h"
#include "tests/support/dockerframe.h"
#include "tests/support/testsupport.h"

#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray at(int nanoseconds, const QByteArray &text)
{
    return "2026-11-24T10:00:00." + QByteArray::number(nanoseconds).rightJustified(9, '0') + "Z " + text;
}

qint64 residentKiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

/// A container's log followed on a thread of its own.
class Follower
{
public:
    Follower(std::shared_ptr<DockerEngine> engine, QString id)
        : m_thread([this, engine = std::move(engine), id = std::move(id)] {
              const auto done = engine->logs(
                  id, true,
                  [this](const QByteArray &bytes) {
                      const std::lock_guard lock(m_mutex);
                      m_text += bytes;
                      return true;
                  },
                  m_cancel);
              m_result = done ? QString() : done.error().code;
              m_isDone = true;
          })
    {
    }
    ~Follower() { end(); }
    void end()
    {
        m_cancel.cancel();
        if (m_thread.joinable())
            m_thread.join();
    }
    QByteArray text()
    {
        const std::lock_guard lock(m_mutex);
        return m_text;
    }
    bool isDone() const { return m_isDone; }
    QString result() const { return m_result; } ///< once done

private:
    std::mutex m_mutex;
    QByteArray m_text;
    CancelToken m_cancel;
    QString m_result;
    std::atomic<bool> m_isDone{false};
    std::thread m_thread;
};

/// "1\n2\n3\n…" without a number twice or missing.
QString gapIn(const QByteArray &text)
{
    int expected = 1;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        if (line.toInt() != expected)
            return u"%1 instead of %2"_s.arg(QString::fromUtf8(line)).arg(expected);
        ++expected;
    }
    return {};
}

} // namespace

/// Logs that go on after a break: of frames made here, cut at every byte, and of a real engine that dies.
class TestContainerLog : public QObject
{
    Q_OBJECT
    std::unique_ptr<DockerBench> m_bench;

    QString run(const QString &script, const Json &host = Json::object()) const
    {
        const auto engine = m_bench->engine();
        if (!engine)
            return {};
        const auto made = engine->post(
            "/containers/create", {{"Image", "box:1"}, {"Cmd", {"sh", "-c", toStd(script)}}, {"HostConfig", host}}, {});
        if (!made || !engine->post("/containers/" + stringAt(*made, "Id").toLatin1() + "/start", {}, {}))
            return {};
        return stringAt(*made, "Id");
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DOCKER_HOST");
        qunsetenv("DOCKER_CONTEXT");
    }

    /// Whatever byte the connection breaks at, and again in the repetition: all bytes once.
    void cutAtEveryByte()
    {
        const std::vector<QByteArray> messages{frame(1, at(1, "one\n")),
                                               frame(2, at(3, "late\n")),
                                               frame(1, at(2, "early\n")),
                                               frame(1, at(4, "same ")),
                                               frame(1, at(4, "time\n")),
                                               frame(1, at(5, "")),
                                               frame(1, at(6, QByteArray(300, 'x')) + '\n'),
                                               frame(1, at(7, "end"))};
        QByteArray whole, expected = "one\nlate\nearly\nsame time\n" + QByteArray(300, 'x') + "\nend";
        for (const QByteArray &each : messages)
            whole += each;
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            QByteArray text;
            const ContainerLog::Sink sink = [&text](const QByteArray &bytes) { return text += bytes, true; };
            ContainerLog log(false, sink);
            const auto feed = [&log](const QByteArray &bytes) {
                return log.take({bytes.constData(), size_t(bytes.size())}).ok();
            };
            QVERIFY(feed(whole.left(cut)));
            log.resume();
            QVERIFY(feed(whole.left(cut / 2)));
            log.resume();
            QVERIFY(feed(whole));
            QVERIFY2(text == expected, qPrintable(u"cut at %1: %2"_s.arg(cut).arg(QString::fromUtf8(text))));
            QCOMPARE(log.since(), "1795514400.000000001"_ba);
        }
    }

    /// Only the newest messages are asked for: either they go on where it broke off, or nothing of them is passed on.
    void onlyTheNewestAfterABreak()
    {
        const QByteArray untimed(70, 'n');
        const std::vector<QByteArray> messages{
            frame(1, at(1, "one\n")),  frame(2, at(3, "late\n")), frame(1, at(2, "early\n")), frame(1, at(4, "same ")),
            frame(1, at(4, "time\n")), frame(1, untimed),         frame(1, at(6, "end"))};
        QByteArray whole;
        const QByteArray expected = "one\nlate\nearly\nsame time\n" + untimed + "end";
        for (const QByteArray &each : messages)
            whole += each;
        int joined = 0, apart = 0;
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            for (size_t newest = 0; newest <= messages.size(); ++newest) {
                QByteArray text;
                const ContainerLog::Sink sink = [&text](const QByteArray &bytes) { return text += bytes, true; };
                ContainerLog log(false, sink);
                const auto feed = [&log](const QByteArray &bytes) {
                    return log.take({bytes.constData(), size_t(bytes.size())});
                };
                QVERIFY(feed(whole.left(cut)));
                const QByteArray before = text;
                log.resumeNearEnd();
                QByteArray end;
                for (size_t i = messages.size() - newest; i < messages.size(); ++i)
                    end += messages[i];
                const auto more = feed(end);
                QVERIFY(more);
                if (log.isJoined()) {
                    ++joined;
                } else {
                    ++apart;
                    QCOMPARE(text, before);
                    QVERIFY(newest == 0 || !*more); // the rest need not come
                    log.resume();
                    QVERIFY(feed(whole));
                }
                if (cut < whole.indexOf(untimed)) // which cannot be told from its repetition
                    QVERIFY2(text == expected, qPrintable(u"cut at %1, newest %2: %3"_s.arg(cut).arg(newest).arg(
                                                   QString::fromUtf8(text))));
            }
        }
        QVERIFY(joined > 20 && apart > 20);
    }

    void aTerminalsLog()
    {
        const QByteArray whole = at(1, "a\r\n") + at(2, "b c\r\n") + at(2, "d\r\n") + at(3, "prompt> ");
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            QByteArray text;
            const ContainerLog::Sink sink = [&text](const QByteArray &bytes) { return text += bytes, true; };
            ContainerLog log(true, sink);
            QVERIFY(log.take({whole.constData(), size_t(cut)}).ok());
            log.resume();
            QVERIFY(log.take({whole.constData(), size_t(whole.size())}).ok());
            QCOMPARE(text, "a\r\nb c\r\nd\r\nprompt> "_ba);
        }
    }

    /// podman: seconds, and a zone.
    void timesOfSeconds()
    {
        QByteArray text;
        const ContainerLog::Sink sink = [&text](const QByteArray &bytes) { return text += bytes, true; };
        ContainerLog log(false, sink);
        QByteArray first, second;
        for (int i = 0; i < 100; ++i)
            first += frame(1, "2026-11-24T19:00:00+09:00 " + QByteArray::number(i) + '\n');
        second = first + frame(1, "2026-11-24T19:00:01+09:00 last\n");
        QVERIFY(log.take({first.constData(), size_t(first.size())}).ok());
        QCOMPARE(log.since(), "1795514400.000000000"_ba);
        log.resume();
        QVERIFY(log.take({second.constData(), size_t(second.size())}).ok());
        QCOMPARE(text.count('\n'), qsizetype(101));
        QVERIFY(text.endsWith("99\nlast\n"));
    }

    void withoutATime()
    {
        QByteArray text;
        const ContainerLog::Sink sink = [&text](const QByteArray &bytes) { return text += bytes, true; };
        ContainerLog log(false, sink);
        const QByteArray odd = frame(1, QByteArray(200, 'n')) + frame(1, at(1, "x\n"));
        QVERIFY(log.take({odd.constData(), size_t(odd.size())}).ok());
        QCOMPARE(text, QByteArray(200, 'n') + "x\n");
    }

    void theRealEngine()
    {
        MOORING_NEEDS(DockerBench::possible(), "a Docker engine needs root, docker.io and busybox");
        QVERIFY(DockerBench::enterOwnNetwork());
        m_bench = std::make_unique<DockerBench>();
        QVERIFY2(m_bench->start({u"--live-restore"_s}), m_bench->log());
        QVERIFY(m_bench->makeBox());
    }

    /// Lines that the engine cuts into pieces come whole, and a line without end takes no memory.
    void longLines()
    {
        MOORING_NEEDS(m_bench && m_bench->engine(), "an engine that answers");
        const QString id =
            run(u"head -c 40000 /dev/zero | tr '\\0' a; echo; head -c 30000000 /dev/zero | tr '\\0' b"_s);
        qint64 a = 0, b = 0, others = 0;
        const qint64 before = residentKiB();
        MOORING_OK(m_bench->engine()->logs(id, true,
                                           [&](const QByteArray &bytes) {
                                               a += bytes.count('a');
                                               b += bytes.count('b');
                                               others += bytes.size() - bytes.count('a') - bytes.count('b');
                                               return true;
                                           },
                                           {}));
        QCOMPARE(a, qint64(40000));
        QCOMPARE(b, qint64(30000000));
        QCOMPARE(others, qint64(1));
        QVERIFY2(residentKiB() - before < 20 * 1024, qPrintable(QString::number(residentKiB() - before)));
    }

    /// Killed and started again while a container prints: with live-restore the container goes on, and so does the log.
    void theEngineIsKilledWhileFollowing()
    {
        MOORING_NEEDS(m_bench && m_bench->engine(), "an engine that answers");
        const QString id = run(u"i=0; while [ $i -lt 400 ]; do i=$((i+1)); echo $i; sleep 0.02; done"_s);
        Follower follower(m_bench->engine(), id);
        QTRY_VERIFY_WITH_TIMEOUT(follower.text().contains("\n20\n"), 30000);
        m_bench->kill();
        const QByteArray atDeath = follower.text();
        QVERIFY2(m_bench->start({u"--live-restore"_s}), m_bench->log());
        QTRY_VERIFY_WITH_TIMEOUT(follower.isDone(), 60000);
        QCOMPARE(follower.result(), QString());
        QCOMPARE(gapIn(follower.text()), QString());
        QVERIFY2(follower.text().endsWith("\n400\n"), follower.text().right(100));
        QVERIFY(follower.text().size() > atDeath.size());
    }

    /// Without live-restore the container ends with its engine: the log ends too, and with what was printed.
    void theEngineIsStoppedWhileFollowing()
    {
        MOORING_NEEDS(m_bench && m_bench->engine(), "an engine that answers");
        m_bench->stop();
        QVERIFY2(m_bench->start(), m_bench->log());
        const QString id = run(u"i=0; while :; do i=$((i+1)); echo $i; sleep 0.02; done"_s);
        Follower follower(m_bench->engine(), id);
        QTRY_VERIFY_WITH_TIMEOUT(follower.text().contains("\n20\n"), 30000);
        m_bench->stop();
        QVERIFY2(m_bench->start(), m_bench->log());
        QTRY_VERIFY_WITH_TIMEOUT(follower.isDone(), 60000);
        QCOMPARE(follower.result(), QString());
        QCOMPARE(gapIn(follower.text()), QString());
        const auto state = m_bench->engine()->get("/containers/" + id.toLatin1() + "/json", {});
        MOORING_OK(state);
        QVERIFY(!boolAt((*state)["State"], "Running"));
    }

    void removedWhileFollowing()
    {
        MOORING_NEEDS(m_bench && m_bench->engine(), "an engine that answers");
        const QString id = run(u"echo 1; sleep 1000"_s);
        Follower follower(m_bench->engine(), id);
        QTRY_COMPARE_WITH_TIMEOUT(follower.text(), "1\n"_ba, 30000);
        MOORING_OK(m_bench->engine()->remove("/containers/" + id.toLatin1() + "?force=1", {}));
        QTRY_VERIFY_WITH_TIMEOUT(follower.isDone(), 30000);
        QCOMPARE(follower.result(), QString());
    }

    void killedWhileBuilding()
    {
        MOORING_NEEDS(m_bench && m_bench->engine(), "an engine that answers");
        const auto engine = m_bench->engine();
        TarStream tar;
        tar.addBytes("Dockerfile", "FROM box:1\nRUN echo begun && sleep 1000\n");
        std::atomic<bool> hasBegun{false};
        Result<QString> built = Error::canceled();
        std::thread builder([&] {
            built = engine->build("t=x", tar,
                                  [&](const QByteArray &text) { hasBegun = hasBegun || text.contains("begun\n"); }, {});
        });
        QTRY_VERIFY_WITH_TIMEOUT(hasBegun, 60000);
        m_bench->kill();
        builder.join();
        QVERIFY(!built);
        QCOMPARE(built.error().code, u"docker.buildLost"_s);
        QVERIFY2(m_bench->start(), m_bench->log());
        QVERIFY(!m_bench->shell(u"docker images"_s).output.contains("\nx "));
    }

    /// A cancel ends the build in the engine too.
    void canceledWhileBuilding()
    {
        MOORING_NEEDS(m_bench && m_bench->engine(), "an engine that answers");
        const auto engine = m_bench->engine();
        TarStream tar;
        tar.addBytes("Dockerfile", "FROM box:1\nRUN echo begun && sleep 1000\n");
        CancelToken cancel;
        const auto built = engine->build(
            "rm=1&forcerm=1&t=y", tar,
            [&](const QByteArray &text) {
                if (text.contains("begun\n"))
                    cancel.cancel();
            },
            cancel);
        QVERIFY(!built);
        QCOMPARE(built.error().kind, ErrorKind::Canceled);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->shell(u"docker ps -q"_s).output.trimmed().isEmpty(), 90000);
    }

    void usageOfAContainer()
    {
        MOORING_NEEDS(m_bench && m_bench->engine(), "an engine that answers");
        const QString id = run(u"while :; do :; done"_s, {{"Memory", 64 * 1024 * 1024}});
        std::vector<DockerEngine::Usage> readings;
        MOORING_OK(m_bench->engine()->usage(id,
                                            [&](const DockerEngine::Usage &now) {
                                                readings.push_back(now);
                                                return readings.size() < 2;
                                            },
                                            {}));
        QCOMPARE(readings.size(), size_t(2));
        QVERIFY2(readings[1].cpuPercent > 1 && readings[1].cpuPercent < 10000,
                 qPrintable(QString::number(readings[1].cpuPercent)));
        QVERIFY(readings[1].memory > 0 && readings[1].memory < 64 * 1024 * 1024);
        QCOMPARE(readings[1].memoryLimit, qint64(64 * 1024 * 1024));
        MOORING_OK(m_bench->engine()->post("/containers/" + id.toLatin1() + "/kill", {}, {}));
        MOORING_OK(m_bench->engine()->usage(id, [](const DockerEngine::Usage &) { return true; }, {})); // it ends
    }

    void cleanupTestCase() { m_bench.reset(); }
};

QTEST_GUILESS_MAIN(TestContainerLog)
#include "tst_containerlog.moc"
