#include "core/base/files.h"
#include "core/base/process.h"
#include "core/runs/hostscripts.h"
#include "tests/support/runbench.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <csignal>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

RunService::PlanEnvironment buildsWith(const QByteArray &script)
{
    return [script](const RunSettings &, RunHost &, JobContext &) -> Result<EnvironmentPlan> {
        EnvironmentPlan plan;
        plan.python = u"no-python-here"_s;
        plan.buildScript = script;
        plan.reason = u"built for the first time"_s;
        return plan;
    };
}

Result<CommandOutput> runTool(const QString &program, const QStringList &arguments)
{
    Command command;
    command.program = program;
    command.arguments = arguments;
    return runCommand(command, {});
}

const CanceledProcess *findCommand(const std::vector<CanceledProcess> &list, const QString &part)
{
    for (const CanceledProcess &process : list) {
        if (process.command.contains(part))
            return &process;
    }
    return nullptr;
}

} // namespace

/// The scripts themselves, with real processes, in each shell that a host may have as sh.
class TestSupervisor : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_shims;
    QByteArray m_path;

    void addShells()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"dash", "bash", "busybox"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
    /// From now on `sh` is this one: for us, for the launcher and for the supervisor.
    bool useShell(const QString &shell)
    {
        const QString program = findProgram(shell);
        const QString folder = m_shims.filePath(shell);
        if (program.isEmpty() || !QDir().mkpath(folder))
            return false;
        QFile::link(program, folder + u"/sh"_s);
        return qputenv("PATH", QFile::encodeName(folder) + ':' + m_path);
    }

private Q_SLOTS:
    void initTestCase() { m_path = qgetenv("PATH"); }
    void cleanup() { qputenv("PATH", m_path); }

    void exitCodes_data() { addShells(); }
    void exitCodes()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(useShell(shell), "a shell to test with");
        RunBench bench({}, RunBench::bare);
        bench.write(
            u"end.sh"_s,
            "echo out; echo err >&2; case $1 in kill) kill -9 $$ ;; segv) kill -SEGV $$ ;; *) exit $1 ;; esac\n");
        const std::vector<std::tuple<QString, RunState, int, QString>> cases{
            {u"0"_s, RunState::Completed, 0, {}},
            {u"1"_s, RunState::Failed, 1, {}},
            {u"255"_s, RunState::Failed, 255, {}},
            {u"kill"_s, RunState::Failed, 137, u"SIGKILL"_s},
            {u"segv"_s, RunState::Failed, 139, u"SIGSEGV"_s}};
        QStringList ids;
        for (const auto &[argument, state, code, signal] : cases) {
            auto run = bench.submit(bench.settings(u"end.sh"_s, {argument}));
            MOORING_OK(run);
            ids << run->id;
        }
        for (size_t i = 0; i < cases.size(); ++i) {
            const auto &[argument, state, code, signal] = cases[i];
            const RunRecord run = bench.waitForEnd(ids[qsizetype(i)]);
            QCOMPARE(toWord(run.state), toWord(state));
            QCOMPARE(run.exitCode, std::optional<int>(code));
            QCOMPARE(run.signal, signal);
            QCOMPARE(bench.log(run.id), "out\nerr\n"_ba);
            QVERIFY(run.endedAt && run.startedAt && *run.startedAt <= *run.endedAt);
        }
    }

    void cancelEndsWhatIgnoresTermAndWhatChangedItsSession_data() { addShells(); }
    void cancelEndsWhatIgnoresTermAndWhatChangedItsSession()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(useShell(shell), "a shell to test with");
        RunBench bench({}, RunBench::bare);
        bench.write(
            u"deaf.sh"_s,
            "setsid sleep 501 &\nenv -i setsid sleep 502 &\ntrap '' TERM\necho ready\nwhile :; do sleep 0.2; done\n");
        auto run = bench.submit(bench.settings(u"deaf.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready"));
        auto report = bench.cancelRun(run->id);
        MOORING_OK(report);
        QVERIFY(report->searched && report->left.empty());
        const auto *script = findCommand(report->ended, u"deaf.sh"_s),
                   *child = findCommand(report->ended, u"sleep 501"_s),
                   *bare = findCommand(report->ended, u"sleep 502"_s);
        QVERIFY(script && child && bare);
        QCOMPARE(script->signal, u"SIGKILL"_s);
        QCOMPARE(child->signal, u"SIGTERM"_s);
        QCOMPARE(bare->signal, u"SIGTERM"_s);
        QCOMPARE(report->run.state, RunState::Canceled);
        QCOMPARE(report->run.exitCode, std::optional<int>(137));
        QCOMPARE(RunBench::processesOf(run->id), QStringList());
        QCOMPARE(bench.wordIn(run->id, u"exit_code"), "137"_ba);
    }

    void scriptCanCleanUpWithinTheGrace()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"tidy.sh"_s,
                    "trap 'sleep 0.2; echo tidied; exit 5' TERM\necho ready\nwhile :; do sleep 0.05; done\n");
        auto run = bench.submit(bench.settings(u"tidy.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready"));
        auto report = bench.cancelRun(run->id, 10);
        MOORING_OK(report);
        QCOMPARE(report->run.state, RunState::Canceled);
        QCOMPARE(report->run.exitCode, std::optional<int>(5));
        QVERIFY(bench.log(run->id).endsWith("tidied\n"));
    }

    void cancelWhileTheEnvironmentIsBuilt_data() { addShells(); }
    void cancelWhileTheEnvironmentIsBuilt()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(useShell(shell), "a shell to test with");
        RunBench bench({}, buildsWith("echo building; sleep 503 & wait\n"));
        bench.write(u"s.sh"_s, "echo ran\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        QTRY_COMPARE(bench.log(run->id, u"build"_s), "building\n"_ba);
        QCOMPARE(bench.service.refresh(run->id, {})->state, RunState::Preparing);
        auto report = bench.cancelRun(run->id);
        MOORING_OK(report);
        QVERIFY(findCommand(report->ended, u"sleep 503"_s));
        QVERIFY(report->left.empty());
        QCOMPARE(report->run.state, RunState::Canceled);
        QVERIFY(!report->run.startedAt);
        QCOMPARE(bench.log(run->id), QByteArray());
    }

    void failedBuild_data()
    {
        QTest::addColumn<QByteArray>("build");
        QTest::addColumn<QString>("reason");
        QTest::newRow("that says nothing")
            << QByteArray("echo resolving\nexit 3\n")
            << u"The environment could not be built (exit code 3). The build log says why."_s;
        QTest::newRow("that says why")
            << QByteArray("echo 'ERROR: No matching distribution found for torhc'; echo ended\nexit 3\n")
            << u"The environment could not be built (exit code 3): ERROR: No matching distribution found for torhc"_s;
    }
    void failedBuild()
    {
        QFETCH(QByteArray, build);
        QFETCH(QString, reason);
        RunBench bench({}, buildsWith(build));
        bench.write(u"s.sh"_s, "echo ran\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(end.state, RunState::Failed);
        QCOMPARE(end.reason, reason);
        QCOMPARE(bench.log(run->id), QByteArray());
        QVERIFY(!end.startedAt);
    }

    void timeLimit_data() { addShells(); }
    void timeLimit()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(useShell(shell), "a shell to test with");
        RunBench bench({}, RunBench::bare);
        bench.write(u"slow.sh"_s, "setsid sleep 504 &\necho ready\nsleep 505\n");
        RunSettings settings = bench.settings(u"slow.sh"_s);
        settings.timeLimitSeconds = 1;
        auto run = bench.submit(settings);
        MOORING_OK(run);
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(end.state, RunState::Failed);
        QCOMPARE(end.reason, u"It ran longer than its time limit of 1 s and was ended."_s);
        QCOMPARE(end.exitCode, std::optional<int>(143));
        QCOMPARE(RunBench::processesOf(run->id), QStringList());
    }

    void timerOfAFinishedRunIsGone()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"quick.sh"_s, "echo done\n");
        RunSettings settings = bench.settings(u"quick.sh"_s);
        settings.timeLimitSeconds = 50617;
        auto run = bench.submit(settings);
        MOORING_OK(run);
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Completed);
        auto sleepers = runTool(u"pgrep"_s, {u"-f"_s, u"sleep 50617"_s});
        QVERIFY(!sleepers || sleepers->output.isEmpty());
    }

    void killedSupervisor_data() { addShells(); }
    void killedSupervisor()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(useShell(shell), "a shell to test with");
        RunBench bench({}, RunBench::bare);
        bench.write(u"on.sh"_s, "echo ready\nuntil [ -e ../stop ]; do sleep 0.05; done\necho on\n");
        auto run = bench.submit(bench.settings(u"on.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready"));
        QVERIFY(kill(bench.pidIn(run->id, u"sup.pid"), SIGKILL) == 0);
        QVERIFY(bench.waitFor(run->id, RunState::Unknown));
        const RunRecord unknown = *bench.service.refresh(run->id, {});
        QVERIFY2(unknown.reason.contains(u"still live"), qPrintable(unknown.reason));
        QVERIFY(unknown.unknownSince);
        QCOMPARE(bench.service.refresh(run->id, {})->unknownSince, unknown.unknownSince);
        QFile stop(bench.folder(run->id) + u"/stop"_s);
        QVERIFY(stop.open(QIODevice::WriteOnly));
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(end.state, RunState::Failed);
        QVERIFY2(end.reason.contains(u"supervisor was killed"), qPrintable(end.reason));
        QVERIFY(!end.exitCode && !end.unknownSince);
        QCOMPARE(bench.log(run->id), "ready\non\n"_ba);
    }

    void cancelAfterTheSupervisorWasKilled()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"on.sh"_s, "echo ready\nsleep 506\n");
        auto run = bench.submit(bench.settings(u"on.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready"));
        QVERIFY(kill(bench.pidIn(run->id, u"sup.pid"), SIGKILL) == 0);
        QVERIFY(bench.waitFor(run->id, RunState::Unknown));
        auto report = bench.cancelRun(run->id);
        MOORING_OK(report);
        QVERIFY(findCommand(report->ended, u"sleep 506"_s) && report->left.empty());
        QCOMPARE(report->run.state, RunState::Canceled);
        QCOMPARE(report->run.exitCode, std::optional<int>(143));
    }

    // A pid that was given to somebody else meanwhile must neither look alive nor be killed.
    void strangersAreLeftAlone()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"on.sh"_s, "echo ready\nsleep 507\n");
        auto run = bench.submit(bench.settings(u"on.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready"));
        const pid_t supervisor = bench.pidIn(run->id, u"sup.pid"), job = bench.pidIn(run->id, u"job.pid");
        kill(supervisor, SIGKILL);
        kill(-job, SIGKILL);
        QProcess stranger;
        stranger.start(u"setsid"_s, {u"sleep"_s, u"508"_s});
        QVERIFY(stranger.waitForStarted());
        const QByteArray pid = QByteArray::number(stranger.processId());
        MOORING_OK(writeFileAtomically(bench.folder(run->id) + u"/sup.pid"_s, pid + '\n'));
        MOORING_OK(writeFileAtomically(bench.folder(run->id) + u"/job.pid"_s, pid + " 12345\n"));
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Failed);
        MOORING_OK(bench.cancelRun(run->id));
        QVERIFY(!stranger.waitForFinished(200));
        stranger.kill();
        stranger.waitForFinished();
    }

    void restartedComputer()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"on.sh"_s, "echo ready\nsleep 509\n");
        auto run = bench.submit(bench.settings(u"on.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready"));
        MOORING_OK(
            writeFileAtomically(bench.folder(run->id) + u"/boot_id"_s, "00000000-aaaa-bbbb-cccc-000000000000\n"));
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(end.state, RunState::Failed);
        QVERIFY2(end.reason.contains(u"restarted"), qPrintable(end.reason));
    }

    void collectorEndsWithTheRun()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo \"$MLFLOW_TRACKING_URI\"\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Completed);
        QVERIFY2(bench.log(run->id).startsWith("http://127.0.0.1:"), bench.log(run->id, u"provisioning"_s).constData());
        QCOMPARE(RunBench::processesOf(run->id, "MOORING_HELPER_OF"), QStringList());
    }

    // A collector that hangs costs five seconds and the metrics, never the run.
    void collectorThatDoesNotStart()
    {
        RunBench bench({}, [](const RunSettings &settings, RunHost &, JobContext &) -> Result<EnvironmentPlan> {
            EnvironmentPlan plan;
            plan.python = settings.source + u"/../python"_s;
            return plan;
        });
        bench.write(u"s.sh"_s, "echo ran\n");
        MOORING_OK(writeFileAtomically(bench.dir.filePath(u"python"_s), "#!/bin/sh\ntrap '' TERM\nsleep 511\n", 0700));
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        QCOMPARE(bench.waitForEnd(run->id, 30000).state, RunState::Completed);
        QCOMPARE(bench.log(run->id), "ran\n"_ba);
        QVERIFY(bench.log(run->id, u"provisioning"_s).contains("goes on without metrics"));
        QCOMPARE(RunBench::processesOf(run->id, "MOORING_HELPER_OF"), QStringList());
    }

    void launchingTwiceStartsOnce()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"once.sh"_s, "echo ran\nsleep 0.3\n");
        auto run = bench.submit(bench.settings(u"once.sh"_s));
        MOORING_OK(run);
        MOORING_OK(hostscripts::launch(*bench.host, bench.folder(run->id), {}));
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Completed);
        QCOMPARE(bench.log(run->id), "ran\n"_ba);
    }

    void filesAreOnlyForTheUser()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"s.sh"_s, "echo x > outputs/o\nmkdir logs/d\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Completed);
        auto found = runTool(u"find"_s, {bench.folder(run->id), u"-not"_s, u"-type"_s, u"l"_s, u"-perm"_s, u"/077"_s});
        MOORING_OK(found);
        QCOMPARE(found->output, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestSupervisor)
#include "tst_supervisor.moc"
