#include "core/jobs/jobrunner.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>

#include <algorithm>
#include <atomic>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsOnceLaterAndOnTheOwnersThread()
    {
        Job job(u"t"_s, [](JobContext &) { return Result<>(); });
        int ended = 0;
        connect(&job, &Job::finished, this, [&] {
            ++ended;
            QCOMPARE(QThread::currentThread(), thread());
        });
        job.start();
        job.start();
        QCOMPARE(ended, 0);
        QTRY_COMPARE(ended, 1);
        QCOMPARE(job.state(), Job::State::Succeeded);
        job.cancel();
        QTest::qWait(50);
        QCOMPARE(ended, 1);
    }

    void failureKeepsItsError()
    {
        Job job(u"t"_s, [](JobContext &) { return Result<>(Error::failed(u"x.y"_s, u"No."_s)); });
        job.start();
        QTRY_COMPARE(job.state(), Job::State::Failed);
        QCOMPARE(job.error().code, u"x.y"_s);
    }

    void cancelInterruptsAWait()
    {
        Job job(u"t"_s, [](JobContext &context) {
            return context.cancelToken().waitFor(std::chrono::minutes(1)) ? Result<>(Error::canceled()) : Result<>();
        });
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        job.cancel();
        QVERIFY(finished.wait(2000));
        QCOMPARE(job.state(), Job::State::Canceled);
    }

    void destroyingIsSilentAndJoins()
    {
        QElapsedTimer timer;
        timer.start();
        int ended = 0;
        {
            Job job(u"t"_s, [](JobContext &context) {
                context.cancelToken().waitFor(std::chrono::minutes(1));
                context.log(u"late"_s);
                return Result<>();
            });
            connect(&job, &Job::finished, this, [&] { ++ended; });
            job.start();
        }
        QCoreApplication::processEvents();
        QCOMPARE(ended, 0);
        QVERIFY(timer.elapsed() < 5000);
    }

    void linesAreBatchedAndComplete()
    {
        Job job(u"t"_s, [](JobContext &context) {
            context.setStep(u"s"_s, u"Step"_s);
            for (int i = 0; i < 5000; ++i)
                context.log(QString::number(i));
            return Result<>();
        });
        QSignalSpy added(&job, &Job::linesAdded);
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        QVERIFY(finished.wait(5000));
        QCOMPARE(job.lines().size(), size_t(5000));
        QCOMPARE(job.lines().back().text, u"4999"_s);
        QCOMPARE(job.lines().back().step, u"s"_s);
        QVERIFY(added.size() < 500);
    }

    void oldLinesAreCounted()
    {
        Job job(u"t"_s, [](JobContext &context) {
            for (int i = 0; i < 10'500; ++i)
                context.log(QString::number(i));
            return Result<>();
        });
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        QVERIFY(finished.wait(5000));
        QCOMPARE(job.lines().size(), size_t(10'000));
        QCOMPARE(job.droppedLines(), qint64(500));
        QCOMPARE(job.lines().front().text, u"500"_s);
    }

    void runnerKeepsAndClears()
    {
        JobRunner runner;
        QSignalSpy ended(&runner, &JobRunner::ended);
        runner.start(u"a"_s, [](JobContext &) { return Result<>(); });
        runner.start(u"b"_s, [](JobContext &context) {
            context.cancelToken().waitFor(std::chrono::minutes(1));
            return Result<>(Error::canceled());
        });
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(runner.runningCount(), 1);
        runner.clearEnded();
        QCOMPARE(runner.jobs().size(), size_t(1));
        runner.cancelAll();
        QTRY_COMPARE(runner.runningCount(), 0);
    }

    /// The window's own events come in between, and the next start does not wait for the end of one before it.
    void manyAreStartedOneByOne()
    {
        JobRunner runner;
        QSignalSpy ended(&runner, &JobRunner::ended);
        std::vector<Job *> jobs;
        for (int i = 0; i < 40; ++i)
            jobs.push_back(runner.start(QString::number(i), [](JobContext &context) {
                context.cancelToken().waitFor(std::chrono::minutes(1));
                return Result<>();
            }));
        const auto count = [&jobs](Job::State state) {
            return std::count_if(jobs.begin(), jobs.end(), [state](const Job *job) { return job->state() == state; });
        };
        QCOMPARE(runner.runningCount(), 40);
        QVERIFY(count(Job::State::Waiting) > 0);
        qsizetype startedBefore = 0;
        QTimer::singleShot(0, &runner, [&] { startedBefore = count(Job::State::Running); });
        QTRY_COMPARE(count(Job::State::Running), 40);
        QVERIFY2(startedBefore > 0 && startedBefore < 40, "an event had to wait until all were started");
        runner.cancelAll();
        QTRY_COMPARE(ended.size(), 40);
    }

    void oneThatWaitsCanBeCanceledAndDropped()
    {
        std::atomic<int> begun = 0;
        {
            JobRunner runner;
            for (int i = 0; i < 20; ++i)
                runner.start(QString::number(i), [&begun](JobContext &context) {
                    ++begun;
                    context.cancelToken().waitFor(std::chrono::minutes(1));
                    return Result<>();
                });
        }
        QVERIFY(begun < 20);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
