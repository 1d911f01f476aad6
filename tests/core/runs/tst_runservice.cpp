#include "core/base/files.h"
#include "core/base/process.h"
#include "core/runs/runwatcher.h"
#include "tests/support/faultyhost.h"
#include "tests/support/runbench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <sys/mount.h>
#include <unistd.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// A small disk of its own, for as long as it lives. Root only.
class SmallDisk
{
public:
    explicit SmallDisk(const char *options)
        : m_mounted(m_dir.isValid() &&
                    mount("tmpfs", QFile::encodeName(m_dir.path()).constData(), "tmpfs", 0, options) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(QFile::encodeName(m_dir.path()).constData(), MNT_DETACH);
    }
    bool isMounted() const { return m_mounted; }
    QString path() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
    bool m_mounted;
};

} // namespace

class TestRunService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shellScriptCompletes()
    {
        RunBench bench;
        bench.write(u"hello.sh"_s, "echo \"hello $1\"\necho oops >&2\necho kept > outputs/model.txt\n");
        RunSettings settings = bench.settings(u"hello.sh"_s, {u"world"_s});
        settings.variables[u"GREETING"_s] = u"it's"_s;
        auto run = bench.submit(settings);
        MOORING_OK(run);
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(end.state, RunState::Completed);
        QCOMPARE(end.exitCode, std::optional<int>(0));
        QCOMPARE(end.reason, QString());
        QCOMPARE(end.name, u"hello-001"_s);
        QCOMPARE(end.outputSize, std::optional<qint64>(5));
        QVERIFY(end.startedAt && end.endedAt && *end.startedAt <= *end.endedAt);
        QCOMPARE(bench.log(run->id), "hello world\noops\n"_ba);
        QCOMPARE(end.submitter, QString());
        QCOMPARE(bench.book.historyOf(run->id).front(), RunState::Preparing);
        QCOMPARE(intAt(end.snapshot, "files"), 1);
        QStringList phases;
        for (const Json &phase : end.phases) {
            phases << stringAt(phase, "phase");
            QVERIFY2(timeAt(phase, "startedAt") && timeAt(phase, "endedAt"), phase.dump().c_str());
        }
        QCOMPARE(phases, (QStringList{u"snapshot"_s, u"environment"_s, u"queue"_s, u"run"_s, u"outputs"_s}));
        const QByteArray provisioning = bench.log(run->id, u"provisioning"_s);
        QVERIFY2(provisioning.contains("snapshot") && provisioning.contains("The script ended with code 0."),
                 provisioning.constData());
    }

    void pythonScriptCompletes()
    {
        RunBench bench;
        bench.write(
            u"train.py"_s,
            "import os, sys\nprint('in', os.path.basename(os.getcwd()), sys.argv[1:], os.environ['MOORING_RUN_ID'])\n");
        auto run = bench.submit(bench.settings(u"train.py"_s, {u"--lr"_s, u"0.1"_s}));
        MOORING_OK(run);
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(toWord(end.state) + end.reason, u"Completed"_s);
        QCOMPARE(bench.log(run->id), "in code ['--lr', '0.1'] " + run->id.toUtf8() + "\n");
    }

    void scriptHasOrdinarySignals()
    {
        RunBench bench;
        bench.write(u"s.py"_s, "import signal\nprint([signal.getsignal(s) == signal.SIG_IGN for s in (signal.SIGINT, "
                               "signal.SIGTERM, signal.SIGHUP)])\n");
        auto run = bench.submit(bench.settings(u"s.py"_s));
        MOORING_OK(run);
        bench.waitForEnd(run->id);
        QCOMPARE(bench.log(run->id), "[False, False, False]\n"_ba);
    }

    /// Helper scripts run in a fixed locale; the script of a run has the one of its user.
    void theUsersLocale_data()
    {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QByteArray>("seen");
        QTest::newRow("none") << QByteArray() << QByteArray() << "[none] [none]\n"_ba;
        QTest::newRow("another") << "ko_KR.UTF-8"_ba
                                 << "ko:en"_ba
                                 << "[ko_KR.UTF-8] [ko:en]\n"_ba;
    }
    void theUsersLocale()
    {
        QFETCH(QByteArray, all);
        QFETCH(QByteArray, language);
        const QByteArray before = qgetenv("LC_ALL");
        all.isEmpty() ? qunsetenv("LC_ALL") : qputenv("LC_ALL", all);
        language.isEmpty() ? qunsetenv("LANGUAGE") : qputenv("LANGUAGE", language);
        RunBench bench;
        bench.write(u"s.sh"_s, "echo \"[${LC_ALL-none}] [${LANGUAGE-none}]\"\nenv | grep MOORING_USER; exit 0\n");
        const auto run = bench.submit(bench.settings(u"s.sh"_s));
        qputenv("LC_ALL", before);
        qunsetenv("LANGUAGE");
        MOORING_OK(run);
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Completed);
        QTEST(bench.log(run->id), "seen");
    }

    void endedRunsStayAsTheyAre()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "exit 4\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        const RunRecord end = bench.waitForEnd(run->id);
        MOORING_OK(writeFileAtomically(bench.folder(run->id) + u"/exit_code"_s, "0\n"));
        QCOMPARE(bench.service.refresh(run->id, {})->exitCode, end.exitCode);
        // Canceling it changes nothing, and says what is left.
        auto report = bench.cancelRun(run->id);
        MOORING_OK(report);
        QCOMPARE(report->run.state, RunState::Failed);
        QCOMPARE(report->toJson().dump(),
                 "{\"run\":\"" + toStd(run->id) + "\",\"state\":\"Failed\",\"ended\":[],\"left\":[]}");
    }

    void lostDatabaseIsAdopted()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo a > outputs/a\nsleep 0.4\nexit 3\n");
        RunSettings settings = bench.settings(u"s.sh"_s, {u"x y"_s});
        settings.experiment = u"exp"_s;
        auto run = bench.submit(settings);
        MOORING_OK(run);
        QVERIFY(QDir(bench.host->runsFolder()).mkpath(u"no-run-at-all"_s));
        QVERIFY(QDir(bench.host->runsFolder()).mkpath(u"damaged"_s));
        MOORING_OK(writeFileAtomically(bench.host->runsFolder() + u"/damaged/run.json"_s, "{\"run\": 5"));
        bench.book.forget(run->id);
        auto live = bench.service.refreshLive({});
        MOORING_OK(live);
        QCOMPARE(live->size(), size_t(1));
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(end.state, RunState::Failed);
        QCOMPARE(end.exitCode, std::optional<int>(3));
        QCOMPARE(end.settings, run->settings);
        QCOMPARE(end.name, run->name);
        QVERIFY(end.snapshot == run->snapshot);
        QCOMPARE(end.createdAt, run->createdAt);
        QCOMPARE(bench.book.all().size(), size_t(1));
    }

    void vanishedFolder()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo ready\ncd /\nsleep 601\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready"));
        // The supervisor may write another file while the folder is being emptied.
        QTRY_VERIFY(QDir(bench.folder(run->id)).removeRecursively() || !QFile::exists(bench.folder(run->id)));
        const auto unknown = bench.service.refresh(run->id, {});
        QCOMPARE(unknown->state, RunState::Unknown);
        QVERIFY2(unknown->reason.contains(u"folder is gone"), qPrintable(unknown->reason));
        auto report = bench.cancelRun(run->id, 0);
        MOORING_OK(report);
        QVERIFY(!report->ended.empty() && report->left.empty());
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Failed);
    }

    void unansweringHostMakesUnknownAndNothingElse()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo ready\nsleep 0.5\n");
        auto host = std::make_shared<FaultyHost>(bench.host->runsFolder(), bench.host->environmentsFolder());
        bench.host = host;
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitFor(run->id, RunState::Running));
        host->before = [](int) {
            return Result<>(Error::of(ErrorKind::NotReachable, u"x.y"_s, u"Connection reset."_s));
        };
        const RunRecord unknown = *bench.service.refresh(run->id, {});
        QCOMPARE(unknown.state, RunState::Unknown);
        QVERIFY(unknown.unknownSince && unknown.startedAt);
        QVERIFY2(unknown.reason.contains(u"Connection reset."), qPrintable(unknown.reason));
        host->before = [](int) { return Result<>(); };
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Completed);
        QVERIFY(!bench.book.findRun(run->id)->unknownSince);
    }

    void canceledQuestionChangesNothing()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "sleep 0.5\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        CancelToken canceled;
        canceled.cancel();
        QVERIFY(!bench.service.refresh(run->id, canceled));
        QVERIFY(bench.book.findRun(run->id)->state != RunState::Unknown);
    }

    void twentyRunsAtOnce()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo $1\nuntil [ -e ../../go ]; do sleep 0.1; done\nexit $1\n");
        QStringList ids;
        for (int i = 0; i < 20; ++i) {
            auto run = bench.submit(bench.settings(u"s.sh"_s, {QString::number(i)}));
            MOORING_OK(run);
            ids << run->id;
        }
        QTRY_VERIFY([&] {
            auto live = bench.service.refreshLive({});
            return live &&
                   std::all_of(live->begin(), live->end(),
                               [](const RunRecord &run) { return run.state == RunState::Running; }) &&
                   live->size() == 20;
        }());
        QElapsedTimer timer;
        timer.start();
        MOORING_OK(bench.service.refreshLive({}));
        qInfo("one look at 20 runs: %lld ms", timer.elapsed());
        MOORING_OK(writeFileAtomically(bench.host->runsFolder() + u"/go"_s, {}));
        for (int i = 0; i < 20; ++i) {
            const RunRecord end = bench.waitForEnd(ids[i]);
            QCOMPARE(end.exitCode, std::optional<int>(i));
            QCOMPARE(end.state, i == 0 ? RunState::Completed : RunState::Failed);
            QCOMPARE(bench.log(ids[i]), QByteArray::number(i) + '\n');
        }
    }

    void fullDiskInTheMiddle()
    {
        SmallDisk disk("size=2m,mode=0700");
        MOORING_NEEDS(disk.isMounted(), "the right to mount a small disk");
        RunBench bench(disk.path());
        bench.write(u"fill.sh"_s,
                    "echo filling\ncat /dev/zero > outputs/big 2>/dev/null\necho not written 2>/dev/null\nexit 7\n");
        auto run = bench.submit(bench.settings(u"fill.sh"_s));
        MOORING_OK(run);
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(end.state, RunState::Failed);
        QCOMPARE(end.exitCode, std::optional<int>(7));
        QVERIFY(end.endedAt);
        QVERIFY(bench.log(run->id).startsWith("filling\n"));
        // And a second run cannot be started there: a sentence, and nothing left.
        auto second = bench.submit(bench.settings(u"fill.sh"_s));
        QVERIFY(!second);
        QVERIFY2(second.error().text().contains(u"space", Qt::CaseInsensitive), qPrintable(second.error().text()));
        QCOMPARE(bench.book.all().size(), size_t(2));
    }

    void cancelOnAFullDisk()
    {
        SmallDisk disk("size=2m,mode=0700");
        MOORING_NEEDS(disk.isMounted(), "the right to mount a small disk");
        RunBench bench(disk.path());
        bench.write(u"fill.sh"_s, "echo ready\ncat /dev/zero > outputs/big 2>/dev/null\nsleep 602\n");
        auto run = bench.submit(bench.settings(u"fill.sh"_s));
        MOORING_OK(run);
        QTRY_VERIFY(QFileInfo(bench.folder(run->id) + u"/outputs/big"_s).size() > 1'000'000);
        auto report = bench.cancelRun(run->id);
        MOORING_OK(report);
        QCOMPARE(toWord(report->run.state), u"Canceled"_s);
        QVERIFY(report->left.empty());
    }

    void hangingPython()
    {
        RunBench bench;
        bench.write(u"train.py"_s, "print('never')\n");
        const QString python = bench.dir.filePath(u"python"_s);
        MOORING_OK(writeFileAtomically(python, "#!/bin/sh\nexec sleep 603\n", 0700));
        RunSettings settings = bench.settings(u"train.py"_s);
        settings.environment = {EnvironmentChoice::Kind::Python, python};
        auto run = bench.submit(settings);
        QVERIFY(!run);
        QCOMPARE(run.error().code, u"environment.pythonHangs"_s);
        const RunRecord record = bench.book.all().front();
        QCOMPARE(record.state, RunState::Failed);
        QCOMPARE(record.reason, run.error().text());
    }

    // A Python that answered when it was asked and hangs when it matters is a run that can be canceled.
    void pythonThatHangsAtTheStart()
    {
        RunBench bench({}, [](const RunSettings &settings, RunHost &, JobContext &) -> Result<EnvironmentPlan> {
            EnvironmentPlan plan;
            plan.kind = EnvironmentPlan::Kind::Interpreter;
            plan.python = settings.source + u"/../python"_s;
            return plan;
        });
        bench.write(u"train.py"_s, "print('never')\n");
        MOORING_OK(writeFileAtomically(bench.dir.filePath(u"python"_s),
                                       "#!/bin/sh\n[ \"$1\" != train.py ] || exec sleep 604\nexit 1\n", 0700));
        auto run = bench.submit(bench.settings(u"train.py"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitFor(run->id, RunState::Running));
        auto report = bench.cancelRun(run->id);
        MOORING_OK(report);
        QCOMPARE(report->run.state, RunState::Canceled);
        QVERIFY(report->left.empty());
    }

    void unknownLogNames()
    {
        RunBench bench;
        RunRecord run;
        run.id = u"x"_s;
        MOORING_OK(bench.service.logPath(run, u"build"_s));
        auto path = bench.service.logPath(run, u"../../etc/passwd"_s);
        QVERIFY(!path && path.error().kind == ErrorKind::Usage);
    }

    void watcherTellsWhatChanged()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "sleep 0.5\n");
        RunWatcher watcher(bench.service);
        QSignalSpy changed(&watcher, &RunWatcher::runsChanged);
        watcher.start();
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        watcher.nudge();
        QTRY_VERIFY(!changed.isEmpty() && changed.front().front().toStringList() == QStringList{run->id});
        QTRY_COMPARE(bench.book.findRun(run->id)->state, RunState::Completed);
        QTRY_VERIFY(changed.size() >= 2);
    }

    void watcherEndsAtOnce()
    {
        RunBench bench;
        QElapsedTimer timer;
        {
            RunWatcher watcher(bench.service);
            watcher.start();
            QTest::qWait(50);
            timer.start();
        }
        QVERIFY(timer.elapsed() < 500);
    }
};

QTEST_GUILESS_MAIN(TestRunService)
#include "tst_runservice.moc"
