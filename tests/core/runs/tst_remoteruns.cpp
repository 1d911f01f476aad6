#include "core/base/files.h"
#include "core/runs/metricsreader.h"
#include "core/runs/runlog.h"
#include "core/runs/runspool.h"
#include "core/runs/runwatcher.h"
#include "core/runs/targetwatch.h"
#include "tests/support/remotebench.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kStd = u"user_logs/std_log.txt"_s;
const QByteArray kPrints = "i=0\nwhile [ $i -lt 20 ]; do i=$((i + 1)); echo line $i; sleep 0.05; done\n";

QByteArray printed()
{
    QByteArray log;
    for (int i = 1; i <= 20; ++i)
        log += "line " + QByteArray::number(i) + '\n';
    return log;
}

} // namespace

/// Runs on another computer, as the window and the command line see them.
class TestRemoteRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCopyIsTheLog()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, kPrints + "mkdir -p outputs\necho model > outputs/model.bin\n");
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        const RunRecord ended = bench.waitForCopy(*run);
        QCOMPARE(ended.state, RunState::Completed);
        QCOMPARE(bench.copied(*run, kStd), printed());
        QVERIFY(bench.copied(*run, u"system_logs/provisioning.log"_s) ==
                bench.onHost(*run, u"system_logs/provisioning.log"_s));
        // From here on nothing needs the machine.
        bench.hostOf(u"box"_s)->reachable = false;
        const int calls = bench.hostOf(u"box"_s)->calls;
        QByteArray log;
        MOORING_OK(followLog(*bench.service, ended, u"std"_s, 0, {}, [&](const QByteArray &bytes) { log += bytes; }));
        QCOMPARE(log, printed());
        const auto files = bench.service->freshFiles(ended, {});
        MOORING_OK(files);
        QVERIFY(files->isCopy && files->isComplete && !files->trouble);
        QCOMPARE(files->host->listFiles(files->folder + u"/outputs"_s, {})->size(), size_t(1));
        QCOMPARE(int(bench.hostOf(u"box"_s)->calls), calls);
    }

    void readWithoutATarget()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, kPrints);
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        RunRecord ended = bench.waitForCopy(*run);
        ended.settings.target = u"detached"_s;
        const auto files = bench.service->freshFiles(ended, {});
        MOORING_OK(files);
        QVERIFY(files->isComplete);
        QCOMPARE(files->host->readFile(files->folder + u'/' + kStd, 0, 1 << 20, {}).valueOr({}), printed());
        ended.id = u"never-copied"_s;
        QCOMPARE(bench.service->freshFiles(ended, {}).error().code, u"target.unknown"_s);
    }

    void unreachableForAWhile()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, kPrints);
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        MOORING_OK(bench.service->lookAt(u"box"_s, {}));
        bench.hostOf(u"box"_s)->reachable = false;
        const auto look = bench.service->lookAt(u"box"_s, {});
        MOORING_OK(look);
        QVERIFY(!look->reached);
        const auto unknown = bench.book.findRun(run->id);
        QCOMPARE(unknown->state, RunState::Unknown);
        const auto since = unknown->unknownSince;
        QVERIFY(since.has_value());
        QTest::qWait(30);
        MOORING_OK(bench.service->refresh(run->id, {}));
        QCOMPARE(bench.book.findRun(run->id)->unknownSince, since);
        const auto files = bench.service->freshFiles(*unknown, {});
        MOORING_OK(files);
        QVERIFY(files->trouble.has_value());
        QVERIFY2(files->ageSentence(u"box"_s).contains(u"box"_s), qPrintable(files->ageSentence(u"box"_s)));
        QTest::qWait(1300); // it ends meanwhile
        bench.hostOf(u"box"_s)->reachable = true;
        const RunRecord ended = bench.waitForCopy(*run);
        QCOMPARE(ended.state, RunState::Completed);
        QVERIFY(!ended.unknownSince);
        QCOMPARE(bench.copied(*run, kStd), printed());
    }

    void followingWaitsForTheMachine()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, kPrints);
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        bench.hostOf(u"box"_s)->reachable = false;
        std::thread later([&] {
            std::this_thread::sleep_for(1200ms);
            bench.hostOf(u"box"_s)->reachable = true;
        });
        QByteArray log;
        QStringList told;
        const auto end = followLog(
            *bench.service, *run, u"std"_s, 0, {}, [&](const QByteArray &bytes) { log += bytes; },
            [&](const QString &text) { told << text; });
        later.join();
        MOORING_OK(end);
        QCOMPARE(end->state, RunState::Completed);
        QCOMPARE(log, printed());
        QCOMPARE(told.size(), 1);
    }

    /// 20 machines of which 10 hang: those that answer are told truly, and in time.
    void halfOfTwentyHang()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, "sleep 30\n");
        std::vector<RunRecord> runs;
        for (int i = 0; i < 20; ++i) {
            auto run = bench.submit(u"s.sh"_s, u"box%1"_s.arg(i));
            MOORING_OK(run);
            runs.push_back(*run);
            bench.hostOf(u"box%1"_s.arg(i))->hangs = i % 2 == 1;
        }
        bench.service->setAnswerLimit(2500ms);
        QElapsedTimer timer;
        timer.start();
        const auto live = bench.service->refreshLive({});
        MOORING_OK(live);
        const qint64 ms = timer.elapsed();
        QVERIFY2(ms >= 2400 && ms < 4500, qPrintable(QString::number(ms)));
        QCOMPARE(live->size(), size_t(20));
        for (size_t i = 0; i < runs.size(); ++i)
            QCOMPARE(bench.book.findRun(runs[i].id)->state, i % 2 ? RunState::Unknown : RunState::Running);
        for (const auto &[name, host] : bench.hosts)
            host->hangs = false;
        MOORING_OK(bench.service->refreshLive({}));
        for (const RunRecord &run : runs)
            QCOMPARE(bench.book.findRun(run.id)->state, RunState::Running);
    }

    void theWatcherIsNotHeldUp()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, "echo ready\nsleep 1\n");
        const auto stuck = bench.submit(u"s.sh"_s, u"stuck"_s);
        MOORING_OK(stuck);
        bench.hostOf(u"stuck"_s)->hangs = true;
        const auto quick = bench.submit(u"s.sh"_s, u"quick"_s);
        MOORING_OK(quick);
        QElapsedTimer closing;
        {
            RunWatcher watcher(*bench.service);
            QSignalSpy changed(&watcher, &RunWatcher::runsChanged);
            watcher.start();
            QTRY_COMPARE_WITH_TIMEOUT(bench.book.findRun(quick->id)->state, RunState::Completed, 8000);
            QTRY_COMPARE(bench.copied(*quick, kStd), "ready\n"_ba);
            QVERIFY(bench.book.findRun(stuck->id)->state != RunState::Completed);
            QVERIFY(!changed.isEmpty());
            closing.start();
        }
        QVERIFY2(closing.elapsed() < 2000, qPrintable(QString::number(closing.elapsed())));
    }

    void pauses()
    {
        TargetLook look;
        QCOMPARE(TargetWatch::pauseAfter(look, false, 5000ms), 400ms); // this computer
        look.isRemote = true;
        std::chrono::milliseconds pause = 1000ms;
        for (int i = 0; i < 10; ++i)
            pause = TargetWatch::pauseAfter(look, false, pause);
        QCOMPARE(pause, 5000ms);
        look.copied = 1;
        QCOMPARE(TargetWatch::pauseAfter(look, false, pause), 1000ms);
        look.reached = false;
        for (int i = 0; i < 10; ++i)
            pause = TargetWatch::pauseAfter(look, false, pause);
        QCOMPARE(pause, 15'000ms);
        look.reached = true;
        look.copied = 0;
        QCOMPARE(TargetWatch::pauseAfter(look, false, pause), 1000ms);
    }

    void aCancelWaitsForTheMachine()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, "echo ready\nsleep 60\n");
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        QVERIFY(bench.waitFor(run->id, RunState::Running));
        bench.hostOf(u"box"_s)->reachable = false;
        const auto report = bench.service->cancelRun(run->id, 1s, bench.context);
        MOORING_OK(report);
        QVERIFY(report->waits);
        QCOMPARE(stringAt(report->toJson(), "waitsFor"), u"box"_s);
        QVERIFY(report->toJson()["left"].is_null());
        for (int i = 0; i < 2; ++i) {
            const auto now = bench.book.findRun(run->id);
            QCOMPARE(now->state, RunState::CancelRequested);
            QVERIFY2(now->reason.contains(u"waits for box"_s), qPrintable(now->reason));
            QVERIFY(now->cancelWish.has_value());
            MOORING_OK(bench.service->lookAt(u"box"_s, {})); // another look changes nothing about it
        }
        // Another process, later.
        bench.service = bench.newService();
        bench.hostOf(u"box"_s)->reachable = true;
        const RunRecord ended = bench.waitForCopy(*run);
        QCOMPARE(ended.state, RunState::Canceled);
        QVERIFY(!ended.cancelWish);
        QCOMPARE(RunBench::processesOf(run->id), QStringList());
        QCOMPARE(bench.onHost(*run, u"system_logs/provisioning.log"_s).count("cancel search"), qsizetype(1)); // once
    }

    void aWaitingCancelOfWhatEndedByItself()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, "sleep 0.5\n");
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        bench.hostOf(u"box"_s)->reachable = false;
        MOORING_OK(bench.service->cancelRun(run->id, 1s, bench.context));
        QTest::qWait(900);
        bench.hostOf(u"box"_s)->reachable = true;
        const RunRecord ended = bench.waitForCopy(*run);
        QCOMPARE(ended.state, RunState::Completed);
        QVERIFY(!ended.cancelWish);
    }

    void twoProcessesCarryItOutOnce()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, "sleep 60\n");
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        QVERIFY(bench.waitFor(run->id, RunState::Running));
        bench.hostOf(u"box"_s)->reachable = false;
        MOORING_OK(bench.service->cancelRun(run->id, 1s, bench.context));
        const auto other = bench.newService();
        bench.hostOf(u"box"_s)->reachable = true;
        std::thread one([&] { (void)bench.service->refreshLive({}); });
        std::thread two([&] { (void)other->refreshLive({}); });
        one.join();
        two.join();
        QCOMPARE(bench.waitForCopy(*run).state, RunState::Canceled);
        QCOMPARE(bench.onHost(*run, u"system_logs/provisioning.log"_s).count("cancel search"), qsizetype(1));
    }

    void cancelWithProofWhileReachable()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, "sleep 60\n");
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        QVERIFY(bench.waitFor(run->id, RunState::Running));
        const auto report = bench.service->cancelRun(run->id, 1s, bench.context);
        MOORING_OK(report);
        QVERIFY(!report->waits && report->searched && report->left.empty());
        QCOMPARE(report->run.state, RunState::Canceled);
        QVERIFY(!bench.book.findRun(run->id)->cancelWish);
        QVERIFY(bench.copied(*run, u"system_logs/provisioning.log"_s).contains("cancel search done"));
    }

    void adoptedWhenReached()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, "sleep 1\n");
        const auto first = bench.submit(u"s.sh"_s), second = bench.submit(u"s.sh"_s);
        MOORING_OK(first);
        MOORING_OK(second);
        bench.book.forget(first->id);
        bench.service = bench.newService();
        MOORING_OK(bench.service->lookAt(u"box"_s, {}));
        QCOMPARE(bench.book.findRun(first->id).valueOr({}).settings.target, u"box"_s);
    }

    /// Ended while nobody was there: the next Mooring copies the rest without being asked.
    void unfinishedCopiesAreFinished()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, kPrints);
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        MOORING_OK(bench.service->lookAt(u"box"_s, {}));
        QVERIFY(bench.waitFor(run->id, RunState::Completed));
        QVERIFY(bench.copied(*run, kStd) != printed());
        bench.service = bench.newService();
        QCOMPARE(bench.service->busyTargets().valueOr({}), QStringList{u"box"_s});
        MOORING_OK(bench.service->lookAt(u"box"_s, {}));
        QCOMPARE(bench.copied(*run, kStd), printed());
        QCOMPARE(bench.service->busyTargets().valueOr({u"x"_s}), QStringList());
    }

    /// A machine whose clock is ten years ahead: a run that goes on has not lasted ten years.
    void anotherClock()
    {
        RunRecord run;
        run.id = u"x"_s;
        run.state = RunState::Running;
        const qint64 tenYears = 10LL * 365 * 24 * 3600 * 1000;
        run.clockAheadMs = tenYears;
        run.startedAt = QDateTime::currentDateTimeUtc().addMSecs(tenYears - 5000);
        QVERIFY(run.durationMs().value_or(0) >= 5000 && run.durationMs().value_or(0) < 60000);
        QCOMPARE(RunRecord::fromStoreJson(run.toStoreJson())->clockAheadMs, tenYears);

        RemoteBench bench;
        bench.write(u"s.sh"_s, "sleep 5\n");
        const auto submitted = bench.submit(u"s.sh"_s);
        MOORING_OK(submitted);
        bench.hostOf(u"box"_s)->clockAheadMs = tenYears;
        MOORING_OK(bench.service->refresh(submitted->id, {}));
        QVERIFY(std::abs(bench.book.findRun(submitted->id)->clockAheadMs - tenYears) < 20'000);
        bench.hostOf(u"box"_s)->clockAheadMs = 0;
        MOORING_OK(bench.service->refresh(submitted->id, {}));
        QCOMPARE(bench.book.findRun(submitted->id)->clockAheadMs, qint64(0));
    }

    void metricsFromTheCopy()
    {
        RemoteBench bench;
        bench.write(u"s.sh"_s, "sleep 0.1\n");
        const auto run = bench.submit(u"s.sh"_s);
        MOORING_OK(run);
        const QString folder = bench.hostOf(u"box"_s)->runsFolder() + u'/' + run->id;
        MOORING_OK(writeFileAtomically(folder + u"/metrics.jsonl"_s,
                                       R"({"kind":"metric","key":"loss","value":0.5,"step":1,"time":1})"
                                       "\n"));
        const RunRecord ended = bench.waitForCopy(*run);
        bench.hostOf(u"box"_s)->reachable = false;
        const auto files = bench.service->files(ended);
        MOORING_OK(files);
        MetricsReader reader(*files->host, files->folder);
        MOORING_OK(reader.update({}, MetricsReader::Look::Everywhere));
        QCOMPARE(reader.metrics().metrics.at(u"loss"_s).at(0).value, 0.5);
    }
};

QTEST_GUILESS_MAIN(TestRemoteRuns)
#include "tst_remoteruns.moc"
