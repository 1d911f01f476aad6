#include "core/transport/ssh/sshlimits.h"
#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/oddserver.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>

#include <sys/prctl.h>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kMost = 1024 * 1024;
constexpr qint64 kGrowth = 150'000; ///< kB that a hostile answer may cost, sanitizers included

/// kB that this process holds in memory.
qint64 residentKb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ')[0].toLongLong();
    }
    return 0;
}

/// The way to a port of this computer, with a password that the odd server takes.
SshRoute routeTo(quint16 port)
{
    SshHop hop;
    hop.host = u"127.0.0.1"_s;
    hop.port = port;
    hop.user = u"somebody"_s;
    return {{hop}, {}, {}};
}

SshSignIn password()
{
    SshSignIn signIn;
    signIn.password = "pw";
    return signIn;
}

} // namespace

/// Servers that lie, flood, and change what was said in clear: every call ends in time, memory stays, and what came is
/// never taken for more than it is.
class TestSshHostile : public QObject
{
    Q_OBJECT

    std::shared_ptr<HostTrust> anyone() const
    {
        auto trust = std::make_shared<HostTrust>(m_folder.filePath(u"known"_s), QStringList());
        trust->setAsker([](const HostKeyFinding &) { return HostTrust::Answer::Once; });
        return trust;
    }
    Result<std::shared_ptr<SshConnection>> dial(quint16 port) const
    {
        return SshDialer::dial(routeTo(port), password(), anyone(), CancelToken());
    }
    static SshExec command(const QByteArray &words, std::chrono::milliseconds limit = 10s)
    {
        SshExec exec;
        exec.command = words;
        exec.limit = limit;
        return exec;
    }
    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { sshLimits() = SshLimits(); }
    void cleanup() { sshLimits() = SshLimits(); }

    void sftpThatLies_data()
    {
        QTest::addColumn<bool>("isFriendly"); // what it says is right, or may be passed over
        for (const char *way : {"other id", "long handle", "empty handle", "handle without an end", "packet of 0",
                                "packet of 4 GiB", "packet too short", "count that lies", "more than asked", "nothing",
                                "status for data", "name for anything", "attributes that lie", "size of 16 EiB",
                                "unknown kind", "status without an end", "silence", "hang up"})
            QTest::newRow(way) << false;
        for (const char *way : {"friendly", "twice", "flood", "long version"})
            QTest::newRow(way) << true;
    }
    void sftpThatLies()
    {
        MOORING_NEEDS(OddServer::available(), "python3-paramiko is not installed");
        QFETCH(bool, isFriendly);
        const QString way = QString::fromLatin1(QTest::currentDataTag());
        OddServer server(Json{{"password", "pw"}, {"sftp", toStd(way)}});
        QVERIFY(server.port() != 0);
        auto made = dial(server.port());
        MOORING_OK(made);
        sshLimits().signIn = 1s; // of a file transfer without a byte too
        const qint64 before = residentKb();
        QElapsedTimer clock;
        clock.start();
        const auto size = (*made)->sftpSize("/file", CancelToken());
        const auto read = (*made)->sftpRead("/file", 0, kMost, CancelToken());
        int left = 4;
        const auto written = (*made)->sftpWrite(
            "/file", [&left]() -> Result<QByteArray> { return left-- > 0 ? QByteArray(200'000, 'w') : QByteArray(); },
            0600, CancelToken());
        QVERIFY2(clock.elapsed() < 30000, "a limit was not kept");
        QVERIFY2(residentKb() - before < kGrowth, qPrintable(QString::number(residentKb() - before)));
        QVERIFY(!size || *size >= -1);
        QVERIFY(!read || read->size() <= kMost);
        for (const Error &error :
             {size ? Error() : size.error(), read ? Error() : read.error(), written ? Error() : written.error()})
            QVERIFY2(error.text().size() < 3000 && !error.text().contains(u'\x1b'), qPrintable(error.text()));
        if (way == u"friendly") {
            MOORING_OK(size);
            QCOMPARE(*size, qint64(1000));
            MOORING_OK(read);
            QCOMPARE(read->size(), kMost);
            MOORING_OK(written);
        }
        if (way == u"silence" || way == u"hang up" || way == u"other id")
            QVERIFY(!size && !read && !written);
        // The rest of the connection goes on, or it is known to be lost.
        const auto after = (*made)->exec(command("echo", 5s), CancelToken());
        QVERIFY2(after || after.error().code == u"ssh.lost", qPrintable(after ? QString() : after.error().text()));
        QVERIFY2(after || !isFriendly, qPrintable(after ? QString() : after.error().text()));
    }

    void floods_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("EXT_INFO") << QByteArray("flood 0700000001000000047465737400000000 20000");
        QTest::newRow("EXT_INFO that lies") << QByteArray("flood 07ffffffff 5000");
        QTest::newRow("DEBUG") << QByteArray("flood 04010000000568656c6c6f00000000 20000");
        QTest::newRow("UNIMPLEMENTED") << QByteArray("flood 0300000000 20000");
        QTest::newRow("global requests") << QByteArray("flood 5000000003616263ff 20000");
    }
    void floods()
    {
        MOORING_NEEDS(OddServer::available(), "python3-paramiko is not installed");
        QFETCH(QByteArray, command);
        OddServer server(Json{{"password", "pw"}});
        QVERIFY(server.port() != 0);
        auto made = dial(server.port());
        MOORING_OK(made);
        const qint64 before = residentKb();
        const auto done = (*made)->exec(TestSshHostile::command(command, 30s), CancelToken());
        QVERIFY2(residentKb() - before < kGrowth, qPrintable(QString::number(residentKb() - before)));
        QVERIFY2(done ? done->succeeded() : done.error().code == u"ssh.lost"_s,
                 qPrintable(done ? u"no status"_s : done.error().text()));
    }

    void endlessFloodsEndByTheLimit_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("IGNORE") << QByteArray("02000003e8") + QByteArray(2000, '0');
        QTest::newRow("DEBUG") << QByteArray("04000000000568656c6c6f00000000");
    }
    void endlessFloodsEndByTheLimit()
    {
        MOORING_NEEDS(OddServer::available(), "python3-paramiko is not installed");
        QFETCH(QByteArray, message);
        OddServer server(Json{{"password", "pw"}});
        auto made = dial(server.port());
        MOORING_OK(made);
        const qint64 before = residentKb();
        QElapsedTimer clock;
        clock.start();
        const auto done = (*made)->exec(command("flood " + message + " 0", 1s), CancelToken());
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"ssh.timeLimit"_s);
        CancelToken cancel;
        std::thread later([&cancel] {
            std::this_thread::sleep_for(300ms);
            cancel.cancel();
        });
        const auto canceled = (*made)->exec(command("flood " + message + " 0", 30s), cancel);
        later.join();
        QVERIFY(!canceled && canceled.error().kind == ErrorKind::Canceled);
        QVERIFY2(clock.elapsed() < 10000, "a flood held a caller");
        QVERIFY2(residentKb() - before < kGrowth, qPrintable(QString::number(residentKb() - before)));
        clock.start();
        made->reset(); // it closes although the flood goes on
        QVERIFY(clock.elapsed() < 10000);

        // The same before the sign-in.
        OddServer early(Json{{"password", "pw"}, {"flood", message.toStdString()}});
        sshLimits().signIn = 1s;
        clock.start();
        const auto dialed = dial(early.port());
        QVERIFY(!dialed);
        QCOMPARE(dialed.error().kind, ErrorKind::NotReachable);
        QVERIFY2(clock.elapsed() < 15000, "a flood held the sign-in");
    }

    void newKeysWithoutEnd()
    {
        MOORING_NEEDS(OddServer::available(), "python3-paramiko is not installed");
        OddServer server(Json{{"password", "pw"}});
        auto made = dial(server.port());
        MOORING_OK(made);
        MOORING_OK((*made)->exec(command("rekeys 40", 60s), CancelToken())); // what is allocated once
        const qint64 before = residentKb();
        QElapsedTimer clock;
        clock.start();
        const auto done = (*made)->exec(command("rekeys 400", 120s), CancelToken());
        MOORING_OK(done);
        QVERIFY(done->succeeded());
        qInfo("400 key exchanges: %lld ms, %lld kB", clock.elapsed(), residentKb() - before);
        QVERIFY2(residentKb() - before < 10'000, qPrintable(QString::number(residentKb() - before)));
        const auto after = (*made)->exec(command("echo"), CancelToken());
        MOORING_OK(after);
    }

    /// CVE-2023-48795: what is put in or left out before the keys must not go unnoticed ("strict kex").
    void whatIsChangedInClearIsNoticed_data()
    {
        QTest::addColumn<bool>("connects");
        QTest::newRow("nothing") << true;
        QTest::newRow("insert") << false;
        QTest::newRow("prefix") << false;
    }
    void whatIsChangedInClearIsNoticed()
    {
        MOORING_NEEDS(SshServer::available(), "openssh-server is not installed");
        QFETCH(bool, connects);
        SshBench bench;
        QVERIFY2(bench.server.start(), qPrintable(bench.server.log()));
        QProcess proxy;
        proxy.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        proxy.start(u"python3"_s, {QStringLiteral(MOORING_SOURCE_DIR "/tests/fixtures/ssh/insertproxy.py"),
                                   QString::number(bench.server.port()), QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY(proxy.waitForReadyRead(20000));
        SshRoute route = bench.route();
        route.hops[0].port = proxy.readAllStandardOutput().trimmed().split(' ').value(1).toUShort();
        sshLimits().keyExchange = sshLimits().signIn = 5s;
        const auto made = SshDialer::dial(route, {}, bench.anyone(), CancelToken());
        proxy.kill();
        proxy.waitForFinished();
        if (connects) {
            MOORING_OK(made);
            return;
        }
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::NotReachable);
        QCOMPARE(bench.server.log().count(u"Accepted publickey"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestSshHostile)
#include "tst_sshhostile.moc"
