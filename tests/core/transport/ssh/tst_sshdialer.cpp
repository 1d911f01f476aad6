#include "core/transport/ssh/sshalgorithms.h"
#include "core/transport/ssh/sshlimits.h"
#include "tests/core/transport/ssh/rawserver.h"
#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;
using namespace std::chrono_literals;

/// Each step up to the sign-in: what fails, how it is said, and that cancel and limits end every wait.
class TestSshDialer : public QObject
{
    Q_OBJECT

    std::unique_ptr<SshBench> m_bench;

    SshRoute routeTo(const QString &host, int port) const
    {
        SshRoute route = m_bench->route();
        route.hops[0].host = host;
        route.hops[0].port = port;
        return route;
    }
    Error dialError(const SshRoute &route, const CancelToken &cancel = {}) const
    {
        auto made = SshDialer::dial(route, {}, m_bench->anyone(), cancel);
        return made ? Error() : made.error();
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "openssh-server is not installed");
        m_bench = std::make_unique<SshBench>();
        QVERIFY2(m_bench->server.start(), qPrintable(m_bench->server.log()));
    }
    void init() { sshLimits() = SshLimits(); }
    void cleanup() { sshLimits() = SshLimits(); }

    void saysWhatItSees()
    {
        SshDialer dialer(m_bench->route(), {}, m_bench->anyone());
        MOORING_OK(walk(dialer, CancelToken()));
        const SshFacts &facts = dialer.facts();
        QCOMPARE(facts.addresses, QStringList{u"127.0.0.1"_s});
        QCOMPARE(facts.address, u"127.0.0.1"_s);
        QVERIFY2(facts.serverBanner.startsWith(u"SSH-2.0-OpenSSH"_s), qPrintable(facts.serverBanner));
        QCOMPARE(facts.cipher, u"aes128-gcm@openssh.com"_s);
        QCOMPARE(facts.keyExchange, u"curve25519-sha256"_s);
        QCOMPARE(facts.hostKey.shown.type, u"ssh-ed25519"_s);
        QCOMPARE(facts.hostKey.shown.fingerprint(), m_bench->server.fingerprint());
        QVERIFY2(facts.signedIn.how.contains(u"ED25519"_s), qPrintable(facts.signedIn.how));
        MOORING_OK(dialer.take());
        QVERIFY(!dialer.take());
    }

    void namesWhatIsNotThere()
    {
        QCOMPARE(dialError(routeTo(u"127.0.0.1"_s, freePort())).code, u"ssh.refused"_s);
        const Error unknown = dialError(routeTo(u"no-such-host.invalid"_s, 22));
        QVERIFY2(unknown.code == u"ssh.unknownName" || unknown.code == u"ssh.timeLimit", qPrintable(unknown.code));
        QCOMPARE(unknown.kind, ErrorKind::NotReachable);
        QVERIFY(unknown.message.contains(u"no-such-host.invalid"_s));
    }

    void refusesWhatIsNoSsh_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QString>("code");
        const QString notSsh = u"ssh.notSsh"_s, lost = u"ssh.lost"_s;
        QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n<script>x</script>") << notSsh;
        QTest::newRow("smtp that ends") << QByteArray("220 mail ESMTP\r\n") << lost;
        QTest::newRow("nothing") << QByteArray() << lost;
        QTest::newRow("ssh 1") << QByteArray("SSH-1.5-old\r\n") << notSsh;
        QTest::newRow("no end of line") << QByteArray(100000, 'A') << notSsh;
        QTest::newRow("no end of version") << QByteArray("SSH-2.0-" + QByteArray(100000, 'A')) << notSsh;
        QTest::newRow("endless lines") << QByteArray("hello there\r\n").repeated(100000) << notSsh;
        QTest::newRow("zeros") << QByteArray(5000, '\0') << notSsh;
        QTest::newRow("zero in version") << QByteArray("SSH-2.0-a\0b\r\n", 13) << notSsh;
    }
    void refusesWhatIsNoSsh()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(QString, code);
        const RawServer server(greeting, RawServer::Then::Close);
        const Error error = dialError(routeTo(u"127.0.0.1"_s, server.port()));
        QCOMPARE(error.code, code);
        QVERIFY(error.cause.size() <= 500 && !error.cause.contains(u'\n'));
    }

    void takesLinesBeforeTheVersion()
    {
        const RawServer server("welcome\r\nto this\r\nSSH-2.0-x\r\n", RawServer::Then::Wait);
        SshDialer dialer(routeTo(u"127.0.0.1"_s, server.port()), {}, m_bench->anyone());
        const CancelToken cancel;
        MOORING_OK(dialer.lookUp(cancel));
        MOORING_OK(dialer.connect(cancel));
        MOORING_OK(dialer.readBanner(cancel));
        QCOMPARE(dialer.facts().serverBanner, u"SSH-2.0-x"_s);
    }

    void hasALimitForEachStep_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("silent") << QByteArray();
        QTest::newRow("half a version") << QByteArray("SSH-2.0-h");
        QTest::newRow("version, then silent") << QByteArray("SSH-2.0-half\r\n");
    }
    void hasALimitForEachStep()
    {
        QFETCH(QByteArray, greeting);
        sshLimits().banner = sshLimits().keyExchange = 300ms;
        const RawServer server(greeting, RawServer::Then::Wait);
        QElapsedTimer clock;
        clock.start();
        const Error error = dialError(routeTo(u"127.0.0.1"_s, server.port()));
        QCOMPARE(error.code, u"ssh.timeLimit"_s);
        QCOMPARE(error.kind, ErrorKind::NotReachable);
        QVERIFY(clock.elapsed() < 3000);
        // And a cancel for each.
        sshLimits() = SshLimits();
        const CancelToken cancel;
        std::thread later([&] {
            std::this_thread::sleep_for(100ms);
            cancel.cancel();
        });
        clock.start();
        QCOMPARE(dialError(routeTo(u"127.0.0.1"_s, server.port()), cancel).code, u"canceled"_s);
        later.join();
        QVERIFY(clock.elapsed() < 2000);
    }

    void listsBothSidesAlgorithms_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("name");
        QTest::newRow("cipher") << u"Ciphers aes256-cbc,chacha20-poly1305@openssh.com"_s << u"aes256-cbc"_s;
        QTest::newRow("key exchange") << u"KexAlgorithms sntrup761x25519-sha512@openssh.com"_s << u"sntrup761"_s;
        QTest::newRow("old key exchange") << u"KexAlgorithms diffie-hellman-group1-sha1"_s << u"group1"_s;
        QTest::newRow("mac") << u"MACs hmac-md5\nCiphers aes256-ctr"_s << u"hmac-md5"_s;
        QTest::newRow("host key") << u"HostKeyAlgorithms ssh-rsa"_s << u"ssh-rsa"_s;
    }
    void listsBothSidesAlgorithms()
    {
        QFETCH(QString, line);
        QFETCH(QString, name);
        SshBench bench;
        bench.server.useHostKeys({u"ed25519"_s, u"rsa"_s});
        bench.server.configure(line);
        QVERIFY2(bench.server.start(), qPrintable(bench.server.log()));
        auto made = bench.dial();
        QVERIFY(!made);
        QCOMPARE(made.error().code, u"ssh.noCommonAlgorithm"_s);
        QVERIFY2(made.error().message.contains(name), qPrintable(made.error().message));
    }

    void connectsToStrictServers_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &kex : sshalgorithms::keyExchanges())
            QTest::newRow(qPrintable(kex)) << u"KexAlgorithms "_s + kex;
        for (const QString &cipher : sshalgorithms::ciphers())
            QTest::newRow(qPrintable(cipher)) << u"Ciphers "_s + cipher;
        for (const QString &mac : sshalgorithms::macs())
            QTest::newRow(qPrintable(mac)) << u"Ciphers aes128-ctr\nMACs "_s + mac;
        QTest::newRow("often new keys") << u"RekeyLimit 1M"_s;
    }
    void connectsToStrictServers()
    {
        QFETCH(QString, line);
        SshBench bench;
        bench.server.configure(line);
        QVERIFY2(bench.server.start(), qPrintable(bench.server.log()));
        auto made = bench.dial();
        MOORING_OK(made);
        // 12 MB each way: with RekeyLimit the keys change under way.
        int left = 12;
        qint64 came = 0;
        SshExec exec;
        exec.command = "cat";
        exec.input = [&]() -> Result<QByteArray> { return left-- > 0 ? QByteArray(1000000, 'k') : QByteArray(); };
        exec.output = [&](const QByteArray &piece) {
            came += piece.size();
            return Result<>();
        };
        auto done = (*made)->exec(exec, CancelToken());
        MOORING_OK(done);
        QCOMPARE(came, qint64(12000000));
        QVERIFY(done->succeeded());
    }

    void survivesMutatedGreetings()
    {
        // What a real server sends first, with a byte changed, a length made large, or cut.
        const RawServer::Recording real = RawServer::record(m_bench->server.port());
        QVERIFY(real.size() > 500);
        QRandomGenerator random(20261124);
        sshLimits().banner = sshLimits().keyExchange = 400ms;
        QElapsedTimer clock;
        clock.start();
        int rounds = 0;
        for (; rounds < 400 && clock.elapsed() < 6000; ++rounds) {
            QByteArray bytes = real;
            const qsizetype line = bytes.indexOf('\n') + 1;
            switch (rounds % 4) {
            case 0:
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
                break;
            case 1: // packet length, padding and the lengths of lists
                for (int count = 0; count < 4; ++count)
                    bytes[line + count] = char(random.bounded(rounds % 8 == 1 ? 256 : 2));
                break;
            case 2:
                for (int count = 0; count < 20; ++count)
                    bytes[line + random.bounded(int(bytes.size() - line))] = char(random.bounded(256));
                break;
            default:
                bytes.truncate(random.bounded(int(bytes.size())));
            }
            const RawServer server(bytes, RawServer::Then::Close);
            const Error error = dialError(routeTo(u"127.0.0.1"_s, server.port()));
            QVERIFY2(!error.code.isEmpty(), "a mutated greeting was taken");
            QVERIFY(error.text().size() < 8000);
        }
        QVERIFY(rounds >= 20);
    }

    void survivesACutAtEveryByte()
    {
        // Of what the server sends until the sign-in is over: every packet is cut somewhere.
        FaultProxy proxy(m_bench->server.port());
        MOORING_OK(SshDialer::dial(routeTo(u"127.0.0.1"_s, proxy.port()), {}, m_bench->anyone(), CancelToken()));
        const qint64 down = proxy.bytes(FaultProxy::Way::ToClient), up = proxy.bytes(FaultProxy::Way::ToServer);
        QVERIFY(down > 1000 && up > 1000);
        for (int round = 0; round < 60; ++round) {
            const bool toClient = round % 2 == 0;
            const qint64 at = (toClient ? down : up) * round / 62;
            proxy.cutAfter(FaultProxy::Way::ToClient, toClient ? at : -1, round % 3 == 0);
            proxy.cutAfter(FaultProxy::Way::ToServer, toClient ? -1 : at, round % 3 == 0);
            const Error error = dialError(routeTo(u"127.0.0.1"_s, proxy.port()));
            // The last bytes that were counted may already be those of a question whether the server is still there.
            const bool afterSignIn = error.code.isEmpty() && round > 45;
            QVERIFY2(afterSignIn || error.kind == ErrorKind::NotReachable,
                     qPrintable(QString::number(at) + error.code + error.text()));
        }
    }

    void refusesFlippedBytes()
    {
        FaultProxy proxy(m_bench->server.port());
        MOORING_OK(SshDialer::dial(routeTo(u"127.0.0.1"_s, proxy.port()), {}, m_bench->anyone(), CancelToken()));
        const qint64 down = proxy.bytes(FaultProxy::Way::ToClient);
        sshLimits().banner = sshLimits().keyExchange = sshLimits().signIn = 1500ms;
        int taken = 0;
        for (int round = 0; round < 30; ++round) {
            // Behind the version line and its comment every byte counts: offer, keys, signature, then ciphered packets
            // with their length in clear.
            proxy.flip(FaultProxy::Way::ToClient, 60 + (down - 60) * round / 30);
            auto made = SshDialer::dial(routeTo(u"127.0.0.1"_s, proxy.port()), {}, m_bench->anyone(), CancelToken());
            if (!made)
                continue;
            // It was in a packet behind the sign-in.
            SshExec exec;
            exec.command = "true";
            exec.limit = 3s;
            auto done = (*made)->exec(exec, CancelToken());
            taken += done && done->succeeded() ? 1 : 0;
        }
        // The padding of the three packets in clear is covered by no signature, and means nothing.
        QVERIFY2(taken <= 2, qPrintable(QString::number(taken)));
    }

    void goesThroughAJumpHost()
    {
        SshBench far; // reached from the first only by its port
        QVERIFY(far.server.start());
        far.server.authorize(m_bench->key.publicLine);
        SshRoute route = m_bench->route();
        SshHop second = far.hop();
        second.host = u"localhost"_s; // resolved there
        second.trustName = second.host;
        second.identityFiles = {m_bench->key.file};
        route.hops.push_back(second);
        QStringList steps;
        auto made =
            SshDialer::dial(route, {}, m_bench->anyone(), CancelToken(), [&](const QString &text) { steps << text; });
        MOORING_OK(made);
        QVERIFY(steps.size() >= 6);
        int left = 20;
        qint64 came = 0;
        SshExec exec;
        exec.command = "cat";
        exec.input = [&]() -> Result<QByteArray> { return left-- > 0 ? QByteArray(1000000, 'j') : QByteArray(); };
        exec.output = [&](const QByteArray &piece) {
            came += piece.size();
            return Result<>();
        };
        MOORING_OK((*made)->exec(exec, CancelToken()));
        QCOMPARE(came, qint64(20000000));
        // The far machine ends, the near one does not: said of the far one.
        far.server.stop();
        exec.command = "true";
        exec.input = {};
        auto lost = (*made)->exec(exec, CancelToken());
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, u"ssh.lost"_s);
        const Error closed = dialError(route);
        QCOMPARE(closed.code, u"ssh.unreachable"_s);
        QVERIFY2(closed.text().contains(u"localhost"_s), qPrintable(closed.text()));
    }

    void namesTheJumpHostInErrors()
    {
        SshRoute route = m_bench->route();
        SshHop second = m_bench->hop();
        second.host = u"localhost"_s;
        second.trustName = second.host;
        route.hops.push_back(second);
        const auto isOfJumpHost = [](const Error &error) {
            return error.message.startsWith(u"Jump host 127.0.0.1: "_s) &&
                   stringAt(error.detail, "jumpHost") == u"127.0.0.1"_s;
        };
        route.hops[0].identityFiles.clear();
        const Error denied = dialError(route);
        QVERIFY2(denied.kind == ErrorKind::SignIn && isOfJumpHost(denied), qPrintable(denied.text()));
        const auto trust = std::make_shared<HostTrust>(m_bench->server.path(u"jump-known"_s), QStringList());
        const auto unknown = SshDialer::dial(route, {}, trust, CancelToken());
        QVERIFY2(!unknown && isOfJumpHost(unknown.error()), qPrintable(unknown ? QString() : unknown.error().text()));
        QCOMPARE(unknown.error().code, u"ssh.hostKeyUnknown"_s);
        // An expected key is for the first of them; the machine behind it shows the same one under another name.
        route.hops[0].identityFiles = {m_bench->key.file};
        trust->expect(m_bench->server.fingerprint());
        const auto behind = SshDialer::dial(route, {}, trust, CancelToken());
        QVERIFY(!behind);
        QCOMPARE(behind.error().code, u"ssh.hostKeyUnknown"_s);
        QVERIFY2(behind.error().message.contains(u"localhost"_s) && !isOfJumpHost(behind.error()),
                 qPrintable(behind.error().text()));
        route.hops[0].port = 1;
        const Error refused = dialError(route);
        QVERIFY2(refused.kind == ErrorKind::NotReachable && isOfJumpHost(refused), qPrintable(refused.text()));
    }

    void triesTheNextAddress()
    {
        // "localhost" is ::1 and 127.0.0.1 on many machines; only the second listens.
        auto made =
            SshDialer::dial(routeTo(u"localhost"_s, m_bench->server.port()), {}, m_bench->anyone(), CancelToken());
        MOORING_OK(made);
    }
};

QTEST_GUILESS_MAIN(TestSshDialer)
#include "tst_sshdialer.moc"
