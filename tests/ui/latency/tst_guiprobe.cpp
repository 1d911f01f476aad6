#include "tests/support/guigaps.h"
#include "tests/support/testsupport.h"
#include "ui/latency/firstpaint.h"
#include "ui/latency/wakesoon.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QSysInfo>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestGuiProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void histogram()
    {
        GapHistogram gaps;
        QCOMPARE(gaps.percentile(0.99), 0);
        for (int i = 1; i <= 1000; ++i)
            gaps.add(i * 100);
        QCOMPARE(gaps.count(), 1000);
        QCOMPARE(gaps.max(), 100'000);
        for (const double share : {0.1, 0.5, 0.9, 0.99}) {
            const double exact = share * 100'000;
            QVERIFY(double(gaps.percentile(share)) >= exact);
            QVERIFY(double(gaps.percentile(share)) <= exact * 1.13);
        }
        QCOMPARE(gaps.percentile(1.0), 100'000);
        gaps.add(std::numeric_limits<qint64>::max());
        gaps.add(-5);
        QVERIFY(gaps.chart().count(u'\n') > 3);
        gaps.clear();
        QCOMPARE(gaps.count(), 0);
        QVERIFY(gaps.chart().isEmpty());
    }

    void seesAFreeze()
    {
        GuiProbe probe;
        QTRY_VERIFY(probe.gaps().count() > 0);
        probe.reset();
        QTimer::singleShot(0, this, [] { QThread::msleep(120); }); // the main thread stands still
        QTRY_VERIFY(probe.gaps().max() > 0);
        QTest::qWait(30);
        QVERIFY2(probe.gaps().max() >= 100'000, qPrintable(probe.report()));
        QVERIFY(probe.report().contains(u"longest 1"_s));
    }

    /// In a loop that blocks, as the real one does.
    void seesAFreezeInAnIdleWindow()
    {
        GuiProbe probe;
        QEventLoop loop;
        QTimer::singleShot(400, &loop, &QEventLoop::quit);
        QTimer::singleShot(300, &loop, [] { QThread::msleep(80); });
        loop.exec();
        QTRY_VERIFY(probe.gaps().max() > 0);
        QVERIFY2(probe.gaps().max() >= 75'000, qPrintable(probe.report()));
    }

    void restsWithoutWork()
    {
        GuiProbe probe;
        QEventLoop loop;
        QTimer::singleShot(1500, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY2(probe.gaps().count() >= 1, qPrintable(probe.report()));
        QVERIFY2(probe.gaps().count() <= 60, qPrintable(probe.report())); // 375 if it did not rest
    }

    void countsInALoopThatBlocks()
    {
        GuiProbe probe;
        QEventLoop loop;
        QTimer work;
        connect(&work, &QTimer::timeout, this, [] {});
        work.start(16);
        QTimer::singleShot(1000, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY2(probe.gaps().count() >= 30, qPrintable(probe.report()));
    }

    void countsWhileBusy()
    {
        GuiProbe probe;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 300)
            QCoreApplication::processEvents();
        QVERIFY2(probe.gaps().count() >= 5, qPrintable(probe.report()));
    }

    void theShorterSliceIsOfThisThreadOnly()
    {
        const auto sliceOf = [](pid_t thread) {
            struct
            {
                quint32 size, policy;
                quint64 flags;
                qint32 niceness;
                quint32 priority;
                quint64 runtime, deadline, period;
            } now{};
            return syscall(SYS_sched_getattr, thread, &now, quint32(sizeof(now)), 0u) == 0 ? qint64(now.runtime) : -1;
        };
        const qint64 before = sliceOf(0);
        QVERIFY(before >= 0);
        wakeThisThreadSoon();
        const QStringList version = QSysInfo::kernelVersion().split(u'.');
        const bool isKnown = version.value(0).toInt() * 100 + version.value(1).toInt() >= 612;
        QCOMPARE(sliceOf(0), isKnown ? 500'000 : before);
        qint64 ofThread = 0;
        std::thread([&] { ofThread = sliceOf(0); }).join();
        QCOMPARE(ofThread, before);
        QProcess child;
        child.start(u"sleep"_s, {u"20"_s});
        QVERIFY(child.waitForStarted());
        QCOMPARE(sliceOf(pid_t(child.processId())), before);
        child.kill();
        child.waitForFinished();
    }

    void endsAtAnyMoment()
    {
        for (int i = 0; i < 50; ++i) {
            GuiProbe probe;
            if (i % 2)
                QCoreApplication::processEvents();
        }
    }

    void firstPaintIsSilentUnasked()
    {
        qunsetenv("MOORING_BENCH_FIRST_PAINT");
        QWidget window;
        reportFirstPaint(&window);
        QVERIFY(window.children().isEmpty());
        qputenv("MOORING_BENCH_FIRST_PAINT", "1");
        reportFirstPaint(&window);
        QCOMPARE(window.children().size(), 1);
        qunsetenv("MOORING_BENCH_FIRST_PAINT");
    }
};

QTEST_MAIN(TestGuiProbe)
#include "tst_guiprobe.moc"
