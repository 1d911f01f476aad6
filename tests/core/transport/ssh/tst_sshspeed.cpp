#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;
using namespace std::chrono_literals;

/// Upload and download beside OpenSSH's sftp with the same cipher. Sizes in MiB: MOORING_BENCH_MIB.
class TestSshSpeed : public QObject
{
    Q_OBJECT

    qint64 m_mib = qMax(8, qEnvironmentVariableIntValue("MOORING_BENCH_MIB"));

    SshSource zeros() const
    {
        auto left = std::make_shared<qint64>(m_mib);
        return [left]() -> Result<QByteArray> { return (*left)-- > 0 ? QByteArray(1024 * 1024, 'z') : QByteArray(); };
    }
    /// Processor time of ours, or of the programs that have ended: a busy machine makes the wall clock say little.
    static qint64 cpuMs(int who)
    {
        rusage use{};
        getrusage(who, &use);
        return (use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1000 +
               (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1000;
    }
    mutable qint64 m_cpu = 0, m_childCpu = 0;
    void say(const char *what, qint64 ms) const
    {
        const qint64 cpu = cpuMs(RUSAGE_SELF) - std::exchange(m_cpu, cpuMs(RUSAGE_SELF));
        const qint64 child = cpuMs(RUSAGE_CHILDREN) - std::exchange(m_childCpu, cpuMs(RUSAGE_CHILDREN));
        qInfo("%-24s %6lld ms  %7.1f MiB/s  processor %5lld ms, programs %5lld ms", what, ms,
              double(m_mib) * 1000 / double(qMax<qint64>(1, ms)), cpu, child);
    }

private Q_SLOTS:
    void moves_data()
    {
        QTest::addColumn<int>("delay");
        QTest::newRow("0 ms") << 0;
        QTest::newRow("20 ms") << 10;
    }
    void moves()
    {
        QFETCH(int, delay);
        MOORING_NEEDS(SshServer::available(), "openssh-server is not installed");
        SshBench bench;
        QVERIFY(bench.server.start());
        FaultProxy proxy(bench.server.port());
        proxy.delay(std::chrono::milliseconds(delay));
        SshRoute route = bench.route();
        if (delay > 0)
            route.hops[0].port = proxy.port();
        auto made = SshDialer::dial(route, {}, bench.trust, CancelToken());
        MOORING_OK(made);
        const auto connection = *made;
        QElapsedTimer clock;

        SshExec up;
        up.command = "cat > " + bench.server.path(u"up"_s).toUtf8();
        up.input = zeros();
        up.limit = 300s;
        clock.start();
        auto done = connection->exec(up, CancelToken());
        MOORING_OK(done);
        QVERIFY(done->succeeded());
        say("exec upload", clock.elapsed());
        QCOMPARE(QFile(bench.server.path(u"up"_s)).size(), m_mib * 1024 * 1024);

        qint64 came = 0;
        SshExec down;
        down.command = "cat " + bench.server.path(u"up"_s).toUtf8();
        down.limit = 300s;
        down.output = [&](const QByteArray &piece) {
            came += piece.size();
            return Result<>();
        };
        clock.start();
        MOORING_OK(connection->exec(down, CancelToken()));
        say("exec download", clock.elapsed());
        QCOMPARE(came, m_mib * 1024 * 1024);

        clock.start();
        MOORING_OK(connection->sftpWrite(bench.server.path(u"sftp"_s).toUtf8(), zeros(), 0600, CancelToken()));
        say("sftp upload", clock.elapsed());
        QCOMPARE(QFile(bench.server.path(u"sftp"_s)).size(), m_mib * 1024 * 1024);
        clock.start();
        auto content =
            connection->sftpRead(bench.server.path(u"sftp"_s).toUtf8(), 0, m_mib * 1024 * 1024, CancelToken());
        MOORING_OK(content);
        say("sftp download", clock.elapsed());
        QCOMPARE(content->size(), m_mib * 1024 * 1024);

        QFile batch(bench.server.path(u"batch"_s));
        QVERIFY(batch.open(QIODevice::WriteOnly));
        batch.write("put " + bench.server.path(u"up"_s).toUtf8() + ' ' + bench.server.path(u"peer"_s).toUtf8() + '\n');
        batch.close();
        QProcess peer;
        peer.setProcessChannelMode(QProcess::MergedChannels);
        clock.start();
        peer.start(u"sftp"_s, {u"-q"_s, u"-F"_s, u"/dev/null"_s, u"-o"_s, u"StrictHostKeyChecking=no"_s, u"-o"_s,
                               u"UserKnownHostsFile=/dev/null"_s, u"-o"_s, u"Ciphers=aes128-gcm@openssh.com"_s, u"-i"_s,
                               bench.key.file, u"-P"_s, QString::number(route.hops[0].port), u"-b"_s, batch.fileName(),
                               SshServer::userName() + u"@127.0.0.1"_s});
        QVERIFY(peer.waitForFinished(300000));
        QVERIFY2(peer.exitCode() == 0, peer.readAll().constData());
        say("OpenSSH sftp upload", clock.elapsed());
    }
};

QTEST_GUILESS_MAIN(TestSshSpeed)
#include "tst_sshspeed.moc"
