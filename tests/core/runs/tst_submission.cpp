#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/runs/hostscripts.h"
#include "core/runs/submitter.h"
#include "tests/support/faultyhost.h"
#include "tests/support/runbench.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <sys/stat.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// How many calls of the host a submission makes at most; more would show as a loop that never succeeds.
constexpr int kMostCalls = 40;

Error unplugged() { return Error::of(ErrorKind::NotReachable, u"host.unplugged"_s, u"The cable is out."_s); }

std::shared_ptr<FaultyHost> makeFaulty(RunBench &bench)
{
    auto host = std::make_shared<FaultyHost>(bench.host->runsFolder(), bench.host->environmentsFolder());
    bench.host = host;
    return host;
}

QString processField(const QString &pid, int field)
{
    return QString::fromLatin1(readWholeFile(u"/proc/%1/stat"_s.arg(pid)).valueOr({}))
        .section(u' ', field - 1, field - 1);
}

/// What is left of a run that was not started: the record that says why, and its provisioning log.
void checkNothingIsLeft(RunBench &bench, const RunRecord &run)
{
    QVERIFY2(isEnded(run.state), qPrintable(toWord(run.state) + run.reason));
    QVERIFY(!run.reason.isEmpty() && !run.startedAt);
    QCOMPARE(bench.log(run.id), QByteArray());
    QCOMPARE(RunBench::processesOf(run.id), QStringList());
    const QDir folder(bench.folder(run.id));
    QVERIFY2(!folder.exists() || folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot) ==
                                     (QStringList{u"start.lock"_s, u"system_logs"_s}),
             qPrintable(folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).join(u' ')));
}

} // namespace

/// What becomes of a submission when something goes wrong at any of its steps.
class TestSubmission : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongInputTouchesNothing_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("inText");
        QTest::newRow("missing") << u"source"_s << u"trian.py"_s << u"run.scriptMissing"_s
                                 << u"Did you mean train.py?"_s;
        QTest::newRow("folder") << u"source"_s << u"sub"_s << u"run.scriptIsFolder"_s << u"sub is a folder"_s;
        QTest::newRow("outside") << u"source"_s << u"../other.py"_s << u"settings.scriptOutside"_s << u"other.py"_s;
        QTest::newRow("absolute") << u"source"_s << u"/bin/true"_s << u"settings.scriptOutside"_s << u"/bin/true"_s;
        QTest::newRow("link to outside") << u"source"_s << u"link.py"_s << u"run.scriptOutside"_s << u"link.py"_s;
        QTest::newRow("fifo") << u"source"_s << u"fifo.py"_s << u"run.scriptNotAFile"_s << u"fifo.py"_s;
        QTest::newRow("no script") << u"source"_s << QString() << u"settings.noScript"_s << u"script"_s;
        QTest::newRow("not executable") << u"source"_s << u"data.txt"_s << u"run.scriptNotExecutable"_s
                                        << u"chmod +x"_s;
        QTest::newRow("no source") << u"nowhere"_s << u"train.py"_s << u"run.sourceMissing"_s << u"nowhere"_s;
        QTest::newRow("source is a file")
            << u"source/train.py"_s << u"train.py"_s << u"run.sourceNotAFolder"_s << u"train.py"_s;
    }
    void wrongInputTouchesNothing()
    {
        QFETCH(QString, source);
        QFETCH(QString, script);
        QFETCH(QString, inText);
        RunBench bench({}, RunBench::bare);
        for (const char *name : {"train.py", "data.txt"})
            bench.write(QLatin1String(name), "print(1)\n");
        QVERIFY(QDir(bench.source()).mkpath(u"sub"_s));
        QVERIFY(QFile::link(u"/bin/true"_s, bench.source() + u"/link.py"_s));
        QCOMPARE(mkfifo(QFile::encodeName(bench.source() + u"/fifo.py"_s).constData(), 0600), 0);
        RunSettings settings = bench.settings(script);
        settings.source = bench.dir.filePath(source);
        auto run = bench.submit(settings);
        QVERIFY(!run);
        QTEST(run.error().code, "code");
        QCOMPARE(run.error().kind, ErrorKind::Usage);
        QVERIFY2(run.error().text().contains(inText), qPrintable(run.error().text()));
        QVERIFY(bench.book.all().empty());
        QVERIFY(!QDir(bench.host->runsFolder()).exists());
    }

    // The n-th call of the host fails, for every n.
    void eachCallFailsOnce()
    {
        for (int n = 1; n < kMostCalls; ++n) {
            RunBench bench({}, RunBench::bare);
            bench.write(u"s.sh"_s, "echo ran\n");
            makeFaulty(bench)->before = [n](int call) { return call == n ? Result<>(unplugged()) : Result<>(); };
            auto run = bench.submit(bench.settings(u"s.sh"_s));
            QCOMPARE(bench.book.all().size(), size_t(1));
            if (run) { // the start itself was through
                QVERIFY(n > 5);
                QCOMPARE(bench.waitForEnd(run->id).state, RunState::Completed);
                QCOMPARE(bench.log(run->id), "ran\n"_ba);
                return;
            }
            QCOMPARE(run.error().code, u"host.unplugged"_s);
            const RunRecord record = bench.book.all().front();
            QVERIFY2(record.reason.contains(u"The cable is out."), qPrintable(record.reason));
            QCOMPARE(record.state, RunState::Failed);
            checkNothingIsLeft(bench, record);
            if (n > 1)
                QVERIFY(bench.log(record.id, u"provisioning"_s).contains("The cable is out."));
        }
        QFAIL("no submission succeeded");
    }

    // From the n-th call on the host is gone, and comes back later: what is then found is the truth.
    void hostGoesAway()
    {
        for (int n = 1; n < kMostCalls; ++n) {
            RunBench bench({}, RunBench::bare);
            bench.write(u"s.sh"_s, "echo ran\n");
            auto host = makeFaulty(bench);
            host->before = [n](int call) { return call >= n ? Result<>(unplugged()) : Result<>(); };
            auto run = bench.submit(bench.settings(u"s.sh"_s));
            QCOMPARE(bench.book.all().size(), size_t(1));
            const RunRecord record = bench.book.all().front();
            if (run) {
                QCOMPARE(run->state, RunState::Unknown);
                QVERIFY(run->unknownSince);
                QVERIFY2(run->reason.contains(u"did not tell the state"), qPrintable(run->reason));
            }
            host->before = {};
            const RunRecord end = bench.waitForEnd(record.id);
            if (run) {
                QCOMPARE(end.state, RunState::Completed);
                QCOMPARE(bench.log(record.id), "ran\n"_ba);
                return;
            }
            QCOMPARE(end.state, RunState::Failed);
            QCOMPARE(bench.log(record.id), QByteArray());
            QVERIFY(!QFile::exists(bench.folder(record.id) + u"/sup.pid"_s));
        }
        QFAIL("no submission succeeded");
    }

    void canceledAtEachCall()
    {
        for (int n = 1; n < kMostCalls; ++n) {
            RunBench bench({}, RunBench::bare);
            bench.write(u"s.sh"_s, "echo ran\n");
            CancelToken cancel;
            RecordingContext context(cancel);
            makeFaulty(bench)->before = [n, cancel](int call) {
                if (call == n)
                    cancel.cancel();
                return Result<>();
            };
            auto run = bench.service.submit(bench.settings(u"s.sh"_s), context);
            const RunRecord record = bench.book.all().front();
            if (run) {
                QCOMPARE(bench.waitForEnd(record.id).state, RunState::Completed);
                return;
            }
            QVERIFY2(run.error().kind == ErrorKind::Canceled, qPrintable(run.error().text()));
            QCOMPARE(record.state, RunState::Canceled);
            QCOMPARE(record.reason, u"It was canceled before it started."_s);
            checkNothingIsLeft(bench, record);
        }
        QFAIL("no submission succeeded");
    }

    void unknownTargetTouchesNothing()
    {
        MemoryRunBook book;
        RunBench bench({}, RunBench::bare);
        bench.write(u"s.sh"_s, "echo ran\n");
        RunService service(book, [](const QString &) -> Result<std::shared_ptr<RunHost>> {
            return Error::usage(u"target.unknown"_s, u"No."_s);
        });
        auto run = service.submit(bench.settings(u"s.sh"_s), bench.context);
        QVERIFY(!run && run.error().code == u"target.unknown");
        QVERIFY(book.all().empty());
    }

    void unwritableBookTouchesNothing()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"s.sh"_s, "echo ran\n");
        bench.book.setBroken(true);
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        QVERIFY(!run && run.error().code == u"file.diskFull");
        QVERIFY(!QDir(bench.host->runsFolder()).exists());
    }

    void ignoredScriptIsNamed()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"s.sh"_s, "echo ran\n");
        bench.write(u".amlignore"_s, "*.sh\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        QVERIFY(!run);
        QCOMPARE(run.error().code, u"run.scriptLeftOut"_s);
        checkNothingIsLeft(bench, bench.book.all().front());
    }

    // Its record is left alone while another process prepares it; once that was killed, the run is not started.
    void preparedByAnotherProcess()
    {
        RunBench bench({}, RunBench::bare);
        QProcess other;
        other.start(u"sleep"_s, {u"605"_s});
        QVERIFY(other.waitForStarted());
        const QString pid = QString::number(other.processId());
        RunRecord run;
        run.id = u"train-1"_s;
        run.state = RunState::Preparing;
        run.createdAt = nowUtc();
        run.submitter = pid + u' ' + processField(pid, 22) + u' ' +
                        QString::fromLatin1(readWholeFile(u"/proc/sys/kernel/random/boot_id"_s, 4096)->trimmed());
        MOORING_OK(bench.book.saveRun(run));
        QVERIFY2(Submitter::isAtWork(run.id, run.submitter), qPrintable(run.submitter));
        QCOMPARE(bench.service.refresh(run.id, {})->state, RunState::Preparing);
        auto report = bench.cancelRun(run.id, 0);
        QVERIFY(!report);
        QCOMPARE(report.error().code, u"run.notStartedYet"_s);
        other.kill();
        QVERIFY(other.waitForFinished());
        const RunRecord end = *bench.service.refresh(run.id, {});
        QCOMPARE(end.state, RunState::Failed);
        QVERIFY2(end.reason.contains(u"Nothing was run."), qPrintable(end.reason));
    }

    // A cancel that comes from another process between the folder and the start.
    void canceledByAnotherProcessBeforeTheStart()
    {
        RunBench bench({}, RunBench::bare);
        bench.write(u"s.sh"_s, "echo ran\n");
        auto host = makeFaulty(bench);
        host->before = [&bench, host = host.get()](int call) {
            if (call == 9) { // the files are being written
                LocalHost other(host->runsFolder(), host->environmentsFolder());
                auto report = hostscripts::endProcesses(other, bench.folder(bench.book.all().front().id),
                                                        std::chrono::seconds(0), CancelMark::Cancel, {});
                return report ? Result<>() : Result<>(report.error());
            }
            return Result<>();
        };
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        QVERIFY(!run);
        QCOMPARE(run.error().code, u"run.canceled"_s);
        const RunRecord record = bench.book.all().front();
        QCOMPARE(record.state, RunState::Canceled);
        checkNothingIsLeft(bench, record);
    }
};

QTEST_GUILESS_MAIN(TestSubmission)
#include "tst_submission.moc"
