#include "core/transport/ssh/remoteshell.h"
#include "core/transport/ssh/sshlimits.h"
#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;
using namespace std::chrono_literals;

/// One way in for all callers: shared, made again, and never pressed on a server that said no.
class TestSshLink : public QObject
{
    Q_OBJECT

    std::unique_ptr<SshBench> m_bench;

    static Error someError(ErrorKind kind) { return Error::of(kind, u"test.error"_s, u"It did not work."_s); }
    static Result<QByteArray> run(RemoteShell &shell, const QByteArray &script, const CancelToken &cancel = {})
    {
        auto done = shell.run(script, {}, 20s, cancel);
        return done ? Result<QByteArray>(done->output) : Result<QByteArray>(done.error());
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

    void isSharedByAllCallers()
    {
        std::atomic<int> dials{0}, good{0};
        const auto link = std::make_shared<SshLink>([&](const CancelToken &cancel) {
            ++dials;
            return SshDialer::dial(m_bench->route(), {}, m_bench->anyone(), cancel);
        });
        std::vector<std::thread> callers;
        for (int at = 0; at < 10; ++at)
            callers.emplace_back([&] {
                RemoteShell shell(link);
                if (run(shell, "echo hello").valueOr({}) == "hello\n")
                    ++good;
            });
        for (std::thread &caller : callers)
            caller.join();
        QCOMPARE(good.load(), 10);
        QCOMPARE(dials.load(), 1);
    }

    void endsEachCallersOwnWait()
    {
        std::atomic<bool> dialCanceled{false};
        SshLink link([&](const CancelToken &cancel) -> Result<std::shared_ptr<SshConnection>> {
            cancel.waitFor(20s);
            dialCanceled = cancel.isCanceled();
            return Error::canceled();
        });
        const CancelToken first, second;
        std::thread other([&] { QCOMPARE(link.connection(second).error().kind, ErrorKind::Canceled); });
        std::this_thread::sleep_for(50ms);
        first.cancel();
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(link.connection(first).error().kind, ErrorKind::Canceled);
        QVERIFY(clock.elapsed() < 2000);
        QVERIFY(!dialCanceled); // the other still waits for it
        second.cancel();
        other.join();
        QTRY_VERIFY(dialCanceled);
    }

    void keepsARefusal()
    {
        int dials = 0;
        SshLink link([&](const CancelToken &) -> Result<std::shared_ptr<SshConnection>> {
            ++dials;
            return someError(ErrorKind::SignIn);
        });
        for (int at = 0; at < 5; ++at)
            QCOMPARE(link.connection({}).error().kind, ErrorKind::SignIn);
        QCOMPARE(dials, 1);
        link.retry();
        QVERIFY(!link.connection({}));
        QCOMPARE(dials, 2);
    }

    void makesPausesThatGrow()
    {
        sshLimits().firstPause = 200ms;
        sshLimits().lastPause = 800ms;
        int dials = 0;
        SshLink link([&](const CancelToken &) -> Result<std::shared_ptr<SshConnection>> {
            ++dials;
            return someError(ErrorKind::NotReachable);
        });
        QElapsedTimer clock;
        clock.start();
        std::vector<qint64> at;
        while (clock.elapsed() < 3000) {
            const int before = dials;
            QElapsedTimer call;
            call.start();
            const Error error = link.connection({}).error();
            QVERIFY(call.elapsed() < 1000); // fails at once
            QCOMPARE(error.code, u"test.error"_s);
            if (dials > before)
                at.push_back(clock.elapsed());
            else
                QVERIFY2(!error.fix.isEmpty(), "it does not say when it is tried next");
            std::this_thread::sleep_for(10ms);
        }
        QVERIFY2(dials >= 4 && dials <= 9, qPrintable(QString::number(dials)));
        QVERIFY(at[2] - at[1] > at[1] - at[0]);
        QVERIFY(at[1] - at[0] >= 140);
    }

    void connectsAgainAfterALoss()
    {
        FaultProxy proxy(m_bench->server.port());
        SshRoute route = m_bench->route();
        route.hops[0].port = proxy.port();
        const auto trust = m_bench->anyone();
        const auto link = std::make_shared<SshLink>(
            [&](const CancelToken &cancel) { return SshDialer::dial(route, {}, trust, cancel); });
        RemoteShell shell(link);
        QCOMPARE(run(shell, "echo one").valueOr({}), "one\n");
        proxy.cutNow();
        // It may have been noticed already or not; what had not begun is done once more by itself.
        auto again = run(shell, "echo two");
        if (!again)
            again = run(shell, "echo two");
        MOORING_OK(again);
        QCOMPARE(*again, "two\n");
        // What was under way is not done twice by the shell, but by with(), whose caller knows that it may be.
        std::atomic<int> tries{0};
        std::thread later([&] {
            while (tries == 0)
                std::this_thread::sleep_for(5ms);
            std::this_thread::sleep_for(300ms);
            proxy.cutNow();
        });
        ++tries;
        auto lost = run(shell, "sleep 30");
        later.join();
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, u"ssh.lost"_s);
        // Losses that follow each other closely are answered by a pause: a fresh start.
        auto fresh = SshDialer::dial(route, {}, trust, CancelToken());
        MOORING_OK(fresh);
        link->adopt(*fresh);
        tries = 0;
        std::thread once([&] {
            while (tries == 0)
                std::this_thread::sleep_for(5ms);
            proxy.cutNow();
        });
        auto done = link->with<QByteArray>({}, [&](SshConnection &connection) -> Result<QByteArray> {
            SshExec exec;
            exec.command = ++tries == 1 ? "sleep 30" : "echo three";
            auto answer = connection.exec(exec, CancelToken());
            return answer ? Result<QByteArray>(answer->output) : Result<QByteArray>(answer.error());
        });
        once.join();
        MOORING_OK(done);
        QCOMPARE(*done, "three\n");
        QCOMPARE(tries.load(), 2);
    }

    void doesNotPressAServerThatThrowsOut()
    {
        sshLimits().firstPause = 100ms;
        std::atomic<int> dials{0};
        const auto link = std::make_shared<SshLink>([&](const CancelToken &cancel) {
            ++dials;
            auto made = SshDialer::dial(m_bench->route(), {}, m_bench->anyone(), cancel);
            m_bench->server.killSessions();
            return made;
        });
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 2500) {
            (void)link->connection({});
            std::this_thread::sleep_for(20ms);
        }
        QVERIFY2(dials <= 10, qPrintable(QString::number(dials)));
    }

    void closesAndAdopts()
    {
        int dials = 0;
        const auto link = std::make_shared<SshLink>([&](const CancelToken &cancel) {
            ++dials;
            return SshDialer::dial(m_bench->route(), {}, m_bench->anyone(), cancel);
        });
        auto made = m_bench->dial();
        MOORING_OK(made);
        link->adopt(*made);
        auto got = link->connection({});
        MOORING_OK(got);
        QVERIFY(*got == *made);
        QCOMPARE(dials, 0);
        link->drop();
        MOORING_OK(link->connection({}));
        QCOMPARE(dials, 1);
        // A connection that closed because it was idle is made again without a pause.
        sshLimits().idleClose = 100ms;
        auto idle = m_bench->dial();
        MOORING_OK(idle);
        link->adopt(*idle);
        QTRY_VERIFY(!(*idle)->isAlive());
        QCOMPARE((*idle)->ending().code, u"ssh.idle"_s);
        sshLimits() = SshLimits();
        MOORING_OK(link->connection({}));
        QCOMPARE(dials, 2);
    }
};

QTEST_GUILESS_MAIN(TestSshLink)
#include "tst_sshlink.moc"
