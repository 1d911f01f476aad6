#include "core/transport/ssh/sshlimits.h"
#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/faultproxy.h"
#include "tests/support/oddserver.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <thread>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;
using namespace std::chrono_literals;

class TestSshConnection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SshBench> m_bench;
    std::shared_ptr<SshConnection> m_connection;

    Result<SshExecOutput> exec(const QByteArray &command, const SshSource &input = {}) const
    {
        SshExec exec;
        exec.command = command;
        exec.input = input;
        return m_connection->exec(exec, CancelToken());
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "openssh-server is not installed");
        m_bench = std::make_unique<SshBench>();
        QVERIFY2(m_bench->server.start(), qPrintable(m_bench->server.log()));
        auto made = m_bench->dial();
        MOORING_OK(made);
        m_connection = *made;
    }

    void givesExitCodes_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<int>("code");
        for (const int code : {0, 1, 127, 255})
            QTest::addRow("%d", code) << QByteArray("exit " + QByteArray::number(code)) << code;
        QTest::newRow("not found") << QByteArray("mooring-has-no-such-command") << 127;
    }
    void givesExitCodes()
    {
        QFETCH(QByteArray, command);
        QFETCH(int, code);
        auto done = exec(command);
        MOORING_OK(done);
        QCOMPARE(done->exitCode, std::optional(code));
        QCOMPARE(done->signal, QString());
        QCOMPARE(done->succeeded(), code == 0);
    }

    void tellsASignalFromSuccess()
    {
        auto done = exec("kill -KILL $$");
        MOORING_OK(done);
        QVERIFY(!done->exitCode);
        QCOMPARE(done->signal, u"KILL"_s);
        QVERIFY(!done->succeeded());
    }

    void keepsOutputAndErrorsApart()
    {
        auto done = exec("echo out; echo err >&2");
        MOORING_OK(done);
        QCOMPARE(done->output, "out\n");
        QCOMPARE(done->errors, "err\n");
    }

    void streamsBothWays()
    {
        const QByteArray piece(700 * 1024, 'x');
        int left = 40;
        qint64 came = 0;
        SshExec command;
        command.command = "cat";
        command.input = [&]() -> Result<QByteArray> { return left-- > 0 ? piece : QByteArray(); };
        command.output = [&](const QByteArray &got) {
            came += got.size();
            return Result<>();
        };
        auto done = m_connection->exec(command, CancelToken());
        MOORING_OK(done);
        QCOMPARE(came, 40 * qint64(piece.size()));
        QVERIFY(done->succeeded());
    }

    void init() { sshLimits() = SshLimits(); }
    void cleanup() { sshLimits() = SshLimits(); }

    void keepsALimitOnWhatItKeeps()
    {
        SshExec command;
        command.command = "head -c 3000000 /dev/zero; head -c 200000 /dev/zero >&2";
        command.outputLimit = 1000000;
        auto done = m_connection->exec(command, CancelToken());
        MOORING_OK(done);
        QCOMPARE(done->output.size(), 1000000);
        QCOMPARE(done->errors.size(), 64 * 1024);
        QVERIFY(done->succeeded());
    }

    void dropsInputThatIsNotRead()
    {
        int given = 0;
        SshExec command;
        command.command = "exit 3";
        command.input = [&]() -> Result<QByteArray> { return ++given < 2000 ? QByteArray(100000, 'n') : QByteArray(); };
        auto done = m_connection->exec(command, CancelToken());
        MOORING_OK(done);
        QCOMPARE(done->exitCode, std::optional(3));
        QVERIFY(given < 2000);
    }

    void doesNotStopForASlowReader()
    {
        // The slow one holds its own channel only.
        std::thread slow([&] {
            SshExec command;
            command.command = "head -c 30000000 /dev/zero";
            qint64 came = 0;
            command.output = [&](const QByteArray &piece) {
                std::this_thread::sleep_for(5ms);
                came += piece.size();
                return Result<>();
            };
            auto done = m_connection->exec(command, CancelToken());
            QVERIFY(done && done->succeeded());
            QCOMPARE(came, qint64(30000000));
        });
        for (int at = 0; at < 20; ++at) {
            auto done = exec("echo quick");
            MOORING_OK(done);
            QCOMPARE(done->output, "quick\n");
        }
        slow.join();
    }

    void endsACallByCancel()
    {
        const CancelToken cancel;
        std::thread later([&] {
            std::this_thread::sleep_for(150ms);
            cancel.cancel();
        });
        QElapsedTimer clock;
        clock.start();
        SshExec command;
        command.command = "sleep 60";
        auto done = m_connection->exec(command, cancel);
        later.join();
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Canceled);
        QVERIFY(clock.elapsed() < 1500);
        QCOMPARE(exec("echo on")->output, "on\n"); // only the channel has gone
        // The same while input is sent, with a source that gives an error, and a sink that takes no more.
        command.command = "cat >/dev/null";
        int given = 0;
        command.input = [&]() -> Result<QByteArray> {
            return ++given < 10 ? Result<QByteArray>(QByteArray(1000000, 'x'))
                                : Result<QByteArray>(Error::failed(u"test.source"_s, u"The source broke."_s));
        };
        QCOMPARE(m_connection->exec(command, CancelToken()).error().code, u"test.source"_s);
        command.command = "yes";
        command.input = {};
        command.output = [](const QByteArray &) { return Result<>(Error::failed(u"test.sink"_s, {})); };
        QCOMPARE(m_connection->exec(command, CancelToken()).error().code, u"test.sink"_s);
        QCOMPARE(exec("echo on")->output, "on\n");
    }

    void endsACallByItsLimits()
    {
        SshExec command;
        command.command = "sleep 60";
        command.limit = 200ms;
        QCOMPARE(m_connection->exec(command, CancelToken()).error().code, u"ssh.timeLimit"_s);
        command.limit = 20s;
        command.idleLimit = 300ms;
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(m_connection->exec(command, CancelToken()).error().code, u"ssh.timeLimit"_s);
        QVERIFY(clock.elapsed() < 5000);
        // Bytes that come are no silence.
        command.command = "for i in 1 2 3 4 5 6; do echo $i; sleep 0.15; done";
        command.idleLimit = 2s;
        auto done = m_connection->exec(command, CancelToken());
        MOORING_OK(done);
        QCOMPARE(done->output, "1\n2\n3\n4\n5\n6\n");
    }

    void queuesManyCallers_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("one session") << u"MaxSessions 1"_s;
        QTest::newRow("two sessions") << u"MaxSessions 2"_s;
        QTest::newRow("ten sessions") << u"MaxSessions 10"_s;
    }
    void queuesManyCallers()
    {
        QFETCH(QString, line);
        SshBench bench;
        bench.server.configure(line);
        QVERIFY2(bench.server.start(), qPrintable(bench.server.log()));
        auto made = bench.dial();
        MOORING_OK(made);
        std::atomic<int> good{0};
        std::vector<std::thread> callers;
        for (int at = 0; at < 12; ++at)
            callers.emplace_back([&, at] {
                SshExec command;
                command.command = "sleep 0.05; echo " + QByteArray::number(at);
                auto done = (*made)->exec(command, CancelToken());
                if (done && done->succeeded() && done->output == QByteArray::number(at) + '\n')
                    ++good;
                else
                    qWarning("%s", qPrintable(done ? u"wrong answer"_s : done.error().text()));
            });
        for (std::thread &caller : callers)
            caller.join();
        QCOMPARE(good.load(), 12);
        // Files take turns with commands.
        const QByteArray path = bench.server.path(u"file"_s).toUtf8();
        int left = 1;
        MOORING_OK((*made)->sftpWrite(
            path, [&]() -> Result<QByteArray> { return left-- > 0 ? QByteArray("content") : QByteArray(); }, 0600,
            CancelToken()));
        SshExec command;
        command.command = "cat " + path;
        auto done = (*made)->exec(command, CancelToken());
        MOORING_OK(done);
        QCOMPARE(done->output, "content");
        QCOMPARE((*made)->sftpSize(path, CancelToken()).valueOr(-2), qint64(7));
        // A command that was left behind counts on the server until it ends.
        const CancelToken cancel;
        std::thread later([&] {
            std::this_thread::sleep_for(200ms);
            cancel.cancel();
        });
        command.command = "sleep 0.7";
        QVERIFY(!(*made)->exec(command, cancel));
        later.join();
        command.command = "echo after";
        done = (*made)->exec(command, CancelToken());
        MOORING_OK(done);
        QCOMPARE(done->output, "after\n");
    }

    void movesFiles()
    {
        const QString path = m_bench->server.path(u"moved"_s);
        QByteArray content(9000001, Qt::Uninitialized);
        QRandomGenerator random(7);
        random.generate(reinterpret_cast<quint32 *>(content.data()),
                        reinterpret_cast<quint32 *>(content.data()) + content.size() / 4);
        qsizetype at = 0;
        const SshSource source = [&]() -> Result<QByteArray> {
            const QByteArray piece = content.mid(at, 123457);
            at += piece.size();
            return piece;
        };
        MOORING_OK(m_connection->sftpWrite(path.toUtf8(), source, 0640, CancelToken()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
        QVERIFY(!(file.permissions() & QFile::ReadOther));
        QCOMPARE(m_connection->sftpSize(path.toUtf8(), CancelToken()).valueOr(0), qint64(content.size()));
        auto part = m_connection->sftpRead(path.toUtf8(), 5000000, 1000, CancelToken());
        MOORING_OK(part);
        QCOMPARE(*part, content.mid(5000000, 1000));
        part = m_connection->sftpRead(path.toUtf8(), 9000000, 1000, CancelToken());
        MOORING_OK(part);
        QCOMPARE(*part, content.mid(9000000));
        part = m_connection->sftpRead(path.toUtf8(), 0, content.size() + 5, CancelToken());
        MOORING_OK(part);
        QCOMPARE(*part, content);
        QCOMPARE(m_connection->sftpRead(path.toUtf8(), 20000000, 10, CancelToken()).valueOr("x"), QByteArray());
        // Over a file that is there; empty; and what cannot be.
        at = content.size();
        MOORING_OK(m_connection->sftpWrite(path.toUtf8(), source, 0600, CancelToken()));
        QCOMPARE(QFile(path).size(), qint64(0));
        QCOMPARE(m_connection->sftpSize((path + u"-none"_s).toUtf8(), CancelToken()).valueOr(0), qint64(-1));
        QCOMPARE(m_connection->sftpRead((path + u"-none"_s).toUtf8(), 0, 10, CancelToken()).error().code,
                 u"ssh.fileMissing"_s);
        QCOMPARE(m_connection->sftpWrite((path + u"/in/a/file"_s).toUtf8(), source, 0600, CancelToken()).ok(), false);
        // A source that breaks leaves nothing behind.
        int given = 0;
        const SshSource broken = [&]() -> Result<QByteArray> {
            return ++given < 4 ? Result<QByteArray>(QByteArray(100000, 'b')) : Result<QByteArray>(Error::canceled());
        };
        const QString other = m_bench->server.path(u"broken"_s);
        QVERIFY(!m_connection->sftpWrite(other.toUtf8(), broken, 0600, CancelToken()));
        QTRY_COMPARE(QDir(m_bench->server.path({})).entryList({u"broken*"_s}).size(), 0);
        QCOMPARE(m_connection->sftpSize(path.toUtf8(), CancelToken()).valueOr(5), qint64(0));
    }

    void noticesAFrozenServer()
    {
        sshLimits().keepAlive = 300ms;
        SshBench bench;
        QVERIFY(bench.server.start());
        auto made = bench.dial();
        MOORING_OK(made);
        std::this_thread::sleep_for(1500ms); // it answers: still there
        QVERIFY((*made)->isAlive());
        bench.server.freeze();
        QElapsedTimer clock;
        clock.start();
        SshExec command;
        command.command = "true";
        auto done = (*made)->exec(command, CancelToken());
        bench.server.thaw();
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"ssh.lost"_s);
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(!(*made)->isAlive());
        QCOMPARE((*made)->ending().code, u"ssh.lost"_s);
    }

    void noticesAFrozenServerWhileIdleAndWhileSending()
    {
        sshLimits().keepAlive = 300ms;
        SshBench bench;
        QVERIFY(bench.server.start());
        auto idle = bench.dial();
        auto busy = bench.dial();
        MOORING_OK(idle);
        MOORING_OK(busy);
        std::thread later([&] {
            std::this_thread::sleep_for(300ms);
            bench.server.freeze();
        });
        SshExec command;
        command.command = "cat >/dev/null";
        command.input = [] { return Result<QByteArray>(QByteArray(100000, 'x')); };
        auto done = (*busy)->exec(command, CancelToken());
        later.join();
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"ssh.lost"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!(*idle)->isAlive(), 3000);
        bench.server.thaw();
    }

    void noticesTheEnd()
    {
        SshBench bench;
        QVERIFY(bench.server.start());
        auto made = bench.dial();
        MOORING_OK(made);
        std::thread later([&] {
            std::this_thread::sleep_for(200ms);
            bench.server.killSessions();
        });
        SshExec command;
        command.command = "echo begun; sleep 30";
        auto done = (*made)->exec(command, CancelToken());
        later.join();
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"ssh.lost"_s);
        QCOMPARE(done.error().kind, ErrorKind::NotReachable);
        QVERIFY(!done.error().cause.isEmpty());
        // While nothing is under way it is seen too.
        auto idle = bench.dial();
        MOORING_OK(idle);
        bench.server.killSessions();
        QTRY_VERIFY_WITH_TIMEOUT(!(*idle)->isAlive(), 2000);
    }

    void closesWhenNothingUsesIt()
    {
        sshLimits().idleClose = 300ms;
        auto made = m_bench->dial();
        MOORING_OK(made);
        QTRY_VERIFY_WITH_TIMEOUT(!(*made)->isAlive(), 3000);
        QCOMPARE((*made)->ending().code, u"ssh.idle"_s);
    }

    void isCutAtAnyByte()
    {
        FaultProxy proxy(m_bench->server.port());
        SshRoute route = m_bench->route();
        route.hops[0].port = proxy.port();
        qint64 whole = 0;
        for (int round = -1; round < 25; ++round) {
            auto made = SshDialer::dial(route, {}, m_bench->anyone(), CancelToken());
            MOORING_OK(made);
            const qint64 before = proxy.bytes(FaultProxy::Way::ToClient);
            if (round >= 0)
                proxy.cutAfter(FaultProxy::Way::ToClient, before + whole * round / 26, round % 2 == 0);
            SshExec command;
            command.command = "head -c 50000 /dev/zero; echo end";
            auto done = (*made)->exec(command, CancelToken());
            if (round < 0) {
                MOORING_OK(done);
                QVERIFY(done->succeeded());
                whole = proxy.bytes(FaultProxy::Way::ToClient) - before;
                continue;
            }
            QVERIFY2(!done || !done->succeeded() || done->output.endsWith("end\n"), qPrintable(QString::number(round)));
            if (!done)
                QCOMPARE(done.error().code, u"ssh.lost"_s);
            proxy.cutAfter(FaultProxy::Way::ToClient, -1);
        }
    }

    void surviveOddAnswers_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QString>("mac");
        for (const char *command : {"window 2000",
                                    "ignore 20000",
                                    "open",
                                    "adjust 5000",
                                    "disconnect",
                                    "raw 50000000ff",
                                    "raw 5e0000000000ffffff",
                                    "raw 5dffffffff",
                                    "raw 62",
                                    "raw 6200000000ffffffff",
                                    "raw 6200000000000000ff657869",
                                    "raw 5f00000000000000017fffffff",
                                    "raw 07ffffffff",
                                    "raw 0700000001ffffffff",
                                    "raw 14",
                                    "raw 15",
                                    "raw 33ffffffff00",
                                    "raw 5b00000000",
                                    "raw 63",
                                    "raw 01ffffffffffffffff",
                                    "raw ff",
                                    "signal AVERYLONGNAMETHATNOBODYHASEVERHEARDOFANDNEVERWILLBECAUSEITISLONG"})
            QTest::newRow(command) << QByteArray(command) << QString();
        for (const char *length : {"0", "1", "5", "35000", "0x7fffffff", "0xffffffff", "0x80000000"})
            for (const char *mac : {"hmac-sha2-256-etm@openssh.com", "hmac-sha2-256"})
                QTest::addRow("length %s %s", length, mac)
                    << QByteArray("length ") + length << QString::fromLatin1(mac);
    }
    void surviveOddAnswers()
    {
        MOORING_NEEDS(OddServer::available(), "python3-paramiko is not installed");
        QFETCH(QByteArray, command);
        QFETCH(QString, mac);
        Json config{{"password", "pw"}};
        if (!mac.isEmpty())
            config["mac"] = toStd(mac);
        OddServer server(config);
        QVERIFY(server.port() != 0);
        SshRoute route = m_bench->route();
        route.hops[0].port = server.port();
        route.hops[0].identityFiles.clear();
        SshSignIn signIn;
        signIn.password = "pw";
        auto made = SshDialer::dial(route, signIn, m_bench->anyone(), CancelToken());
        MOORING_OK(made);
        SshExec exec;
        exec.command = command;
        exec.limit = 10s;
        QElapsedTimer clock;
        clock.start();
        auto done = (*made)->exec(exec, CancelToken());
        QVERIFY(clock.elapsed() < 11000);
        if (command == "disconnect") {
            QVERIFY(!done);
            QCOMPARE(done.error().code, u"ssh.lost"_s);
            QVERIFY2(done.error().cause.size() <= 500 && done.error().cause.contains(u"gone"_s),
                     qPrintable(done.error().cause));
            QVERIFY(!done.error().cause.contains(u'\x1b') && !done.error().cause.contains(QChar(0x202e)));
        }
        if (command.startsWith("length"))
            QVERIFY(!done);
        if (command == "ignore 20000" || command == "open")
            QVERIFY2(done && done->succeeded(), qPrintable(done ? u"no success"_s : done.error().text()));
    }

    void tellsNoStatusFromZero()
    {
        MOORING_NEEDS(OddServer::available(), "python3-paramiko is not installed");
        OddServer server(Json{{"password", "pw"}});
        SshRoute route = m_bench->route();
        route.hops[0].port = server.port();
        SshSignIn signIn;
        signIn.password = "pw";
        auto made = SshDialer::dial(route, signIn, m_bench->anyone(), CancelToken());
        MOORING_OK(made);
        SshExec command;
        command.command = "no-status";
        auto done = (*made)->exec(command, CancelToken());
        MOORING_OK(done);
        QCOMPARE(done->output, "half an answer\n");
        QVERIFY(!done->exitCode);
        QVERIFY(!done->succeeded());
        command.command = "huge-status";
        done = (*made)->exec(command, CancelToken());
        MOORING_OK(done);
        QVERIFY(done->exitCode.has_value() && !done->succeeded());
        command.command = "status";
        done = (*made)->exec(command, CancelToken());
        MOORING_OK(done);
        QVERIFY(done->succeeded());
    }
};

QTEST_GUILESS_MAIN(TestSshConnection)
#include "tst_sshconnection.moc"
