#include "core/runs/runlog.h"
#include "core/transport/ssh/sshlimits.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/faultproxy.h"
#include "tests/support/followedrun.h"
#include "tests/support/memoryrunbook.h"
#include "tests/support/remotemachine.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>

#include <atomic>
#include <sys/mount.h>
#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kCuts = 25;

/// A control group with little memory, for what an account puts into it. Version 1 of control groups; needs root.
class SmallMemory
{
public:
    explicit SmallMemory(const QString &user) : m_path(u"/sys/fs/cgroup/memory/mooring-"_s + user)
    {
        m_ok = QDir().mkdir(m_path) && write(u"memory.limit_in_bytes"_s, "64M");
        (void)write(u"memory.memsw.limit_in_bytes"_s, "64M"); // where swap is accounted for
        m_ok = m_ok && QProcess::execute(u"chown"_s, {user, tasks()}) == 0;
    }
    ~SmallMemory() { QDir().rmdir(m_path); }
    bool ok() const { return m_ok; }
    QString tasks() const { return m_path + u"/cgroup.procs"_s; }

private:
    bool write(const QString &name, const QByteArray &value) const
    {
        QFile file(m_path + u'/' + name);
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(value) == value.size();
    }
    QString m_path;
    bool m_ok = false;
};

} // namespace

/// Runs over SSH that end, or are lost, in ways that tempt to say more than is known.
class TestSshEnds : public QObject
{
    Q_OBJECT
    std::unique_ptr<RemoteMachine> m_machine;
    std::unique_ptr<SourceTree> m_tree;
    std::unique_ptr<MemoryRunBook> m_book;
    std::unique_ptr<RunService> m_service;
    std::shared_ptr<RunHost> m_host;
    RecordingContext m_context;

    void start(const QStringList &configuration = {})
    {
        m_machine = std::make_unique<RemoteMachine>();
        for (const QString &line : configuration)
            m_machine->server.configure(line);
        QVERIFY2(m_machine->start(), qPrintable(m_machine->server.log()));
        m_host = m_machine->makeHost();
        m_tree = std::make_unique<SourceTree>();
        m_book = std::make_unique<MemoryRunBook>();
        m_service = std::make_unique<RunService>(
            *m_book, [this](const QString &) { return Result<std::shared_ptr<RunHost>>(m_host); });
    }
    Result<RunRecord> submit(const QByteArray &script)
    {
        (void)m_tree->file("go.sh", script);
        RunSettings run;
        run.source = m_tree->source();
        run.script = u"go.sh"_s;
        run.target = u"box"_s;
        return m_service->submit(run, m_context);
    }
    RunRecord waitForEnd(const QString &id, int limitMs = 40000)
    {
        return test::waitForEnd(*m_service, id, std::chrono::milliseconds(limitMs));
    }
    QByteArray logOf(const RunRecord &run) { return test::logOf(*m_service, *m_host, run); }
    static QByteArray lines(int count)
    {
        QByteArray all;
        for (int i = 1; i <= count; ++i)
            all += "line " + QByteArray::number(i) + " \xff\n";
        return all;
    }
    static QByteArray printing(int count)
    {
        return "i=0; while [ $i -lt " + QByteArray::number(count) +
               " ]; do i=$((i+1)); printf 'line %s \\377\\n' $i; sleep 0.02; done\n";
    }

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(SshServer::available(), "no sshd"); }
    void cleanup()
    {
        sshLimits() = SshLimits();
        if (m_machine)
            m_machine->server.killEverything();
        m_service.reset();
        m_host.reset();
        m_machine.reset();
    }

    void oneSessionAtATime()
    {
        start({u"MaxSessions 1"_s});
        const auto submitted = submit(printing(40) + "exit 3\n");
        MOORING_OK(submitted);
        QByteArray log;
        const auto ended =
            followLog(*m_service, *submitted, u"std"_s, 0, {}, [&log](const QByteArray &bytes) { log += bytes; });
        MOORING_OK(ended);
        QCOMPARE(ended->state, RunState::Failed);
        QCOMPARE(ended->exitCode, std::optional(3));
        QCOMPARE(log, lines(40));
        const auto second = submit("sleep 300\n");
        MOORING_OK(second);
        const auto report = m_service->cancelRun(second->id, 2s, m_context);
        MOORING_OK(report);
        QVERIFY(report->searched && report->left.empty());
        QCOMPARE(report->run.state, RunState::Canceled);
    }

    void theSignInHasExpired()
    {
        start();
        const auto submitted = submit(printing(60));
        MOORING_OK(submitted);
        m_machine->server.authorizeNobody();
        m_machine->server.killSessions();
        // The run itself is not touched by that, and nobody says that it failed.
        RunRecord seen;
        QTRY_VERIFY_WITH_TIMEOUT((seen = m_service->refresh(submitted->id, {}).valueOr({})).state == RunState::Unknown,
                                 20000);
        QVERIFY2(seen.reason.contains(u"127.0.0.1"_s), qPrintable(seen.reason));
        const int attempts = m_machine->server.attempts();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(m_service->refresh(submitted->id, {}).valueOr({}).state, RunState::Unknown);
        QCOMPARE(m_machine->server.attempts(), attempts); // a refusal is not tried again by itself
        m_machine->server.authorize(m_machine->key.publicLine);
        m_host = m_machine->makeHost(); // somebody signs in again
        const RunRecord ended = waitForEnd(submitted->id);
        QCOMPARE(ended.state, RunState::Completed);
        QCOMPARE(logOf(ended), lines(60));
    }

    void outOfMemory()
    {
        MOORING_NEEDS(TestAccount::possible(), "only root makes control groups");
        start();
        const SmallMemory memory(m_machine->user());
        MOORING_NEEDS(memory.ok(), "no control groups for memory, version 1");
        const auto submitted = submit("echo begun\necho $$ >" + memory.tasks().toUtf8() +
                                      "\nexec python3 -c 'x = bytearray(400 << 20); print(len(x))'\n");
        MOORING_OK(submitted);
        const RunRecord ended = waitForEnd(submitted->id);
        QVERIFY2(ended.state == RunState::Failed, qPrintable(toWord(ended.state) + ended.reason));
        QCOMPARE(ended.signal, u"SIGKILL"_s);
        QVERIFY2(ended.reason.contains(u"memory"_s), qPrintable(ended.reason));
        QCOMPARE(logOf(ended), QByteArray("begun\n"));
    }

    void theDiskIsFull_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<int>("code");
        QTest::newRow("the script fails") << QByteArray("exit 7\n") << 7;
        QTest::newRow("the script goes on") << QByteArray("exit 0\n") << 0;
    }
    void theDiskIsFull()
    {
        MOORING_NEEDS(TestAccount::possible(), "only root mounts");
        QFETCH(QByteArray, end);
        QFETCH(int, code);
        start();
        const QByteArray disk = QFile::encodeName(m_machine->workFolder());
        QVERIFY(QDir().mkpath(m_machine->workFolder()));
        QVERIFY(mount("mooring-test", disk.constData(), "tmpfs", 0, "size=4m,mode=777") == 0);
        const auto unmounted = qScopeGuard([&] { umount2(disk.constData(), MNT_DETACH); });
        const auto submitted =
            submit("echo begun\nhead -c 20000000 /dev/zero >outputs/fill 2>/dev/null\necho more\n" + end);
        MOORING_OK(submitted);
        const RunRecord ended = waitForEnd(submitted->id);
        QVERIFY2(ended.state == (code == 0 ? RunState::Completed : RunState::Failed),
                 qPrintable(toWord(ended.state) + ended.reason));
        QCOMPARE(ended.exitCode, std::optional(code));
        QVERIFY(logOf(ended).startsWith("begun\n"));
        // The next one is told why it cannot begin.
        const auto next = submit("echo never\n");
        QVERIFY(!next);
        QVERIFY2(next.error().text().contains(u"space"_s), qPrintable(next.error().text()));
    }

    void theLogIsFollowedAcrossCutsAtAnyByte()
    {
        sshLimits().firstPause = sshLimits().lastPause = 5ms;
        start();
        FaultProxy proxy(m_machine->server.port());
        m_host = m_machine->makeHost(m_machine->makeLink(proxy.port()));
        const auto submitted = submit(printing(100));
        MOORING_OK(submitted);
        // Each connection lives some bytes longer than the one before, in one direction or the other; at last one may
        // stay.
        std::atomic<bool> over = false;
        std::thread cutter([&] {
            for (int seen = proxy.connections(); !over; std::this_thread::sleep_for(2ms)) {
                const int now = proxy.connections();
                if (now == seen)
                    continue;
                seen = now;
                const bool toClient = now % 3 != 2;
                const qint64 at = 2600 + 61 * now;
                proxy.cutAfter(FaultProxy::Way::ToClient, toClient && now < kCuts ? at : -1, now % 2 == 0);
                proxy.cutAfter(FaultProxy::Way::ToServer, !toClient && now < kCuts ? at : -1, now % 2 == 0);
            }
        });
        const auto stopped = qScopeGuard([&] {
            over = true;
            cutter.join();
        });
        proxy.cutNow();
        QByteArray log;
        QElapsedTimer timer;
        timer.start();
        std::optional<RunRecord> end;
        while (!end && timer.elapsed() < 90000) {
            const auto followed = followLog(*m_service, *submitted, u"std"_s, log.size(), {},
                                            [&log](const QByteArray &bytes) { log += bytes; });
            if (followed)
                end = *followed;
            else
                QVERIFY2(followed.error().kind == ErrorKind::NotReachable, qPrintable(followed.error().text()));
            QVERIFY(lines(100).startsWith(log));
        }
        QVERIFY(end.has_value());
        QCOMPARE(end->state, RunState::Completed);
        QCOMPARE(log, lines(100));
        QVERIFY2(proxy.connections() >= 5, qPrintable(QString::number(proxy.connections())));
    }
};

QTEST_GUILESS_MAIN(TestSshEnds)
#include "tst_sshends.moc"
