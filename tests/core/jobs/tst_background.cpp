// Short work on the pool: the value arrives on the receiver's thread, or nowhere.
#include "core/jobs/background.h"
#include "tests/support/testsupport.h"

#include <QSemaphore>

#include <atomic>

using namespace mooring;

class TestBackground : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theValueArrivesOnTheReceiversThread()
    {
        QObject receiver;
        int got = 0;
        QThread *where = nullptr;
        inBackground(
            &receiver, [] { return 42; },
            [&](int value) {
                got = value;
                where = QThread::currentThread();
            });
        QCOMPARE(got, 0); // later, never from within
        QTRY_COMPARE(got, 42);
        QCOMPARE(where, thread());
        QTRY_VERIFY(receiver.children().isEmpty());
    }

    void aReceiverThatDiesFirstGetsNothing()
    {
        QSemaphore mayEnd, ended;
        std::atomic<bool> told = false;
        auto receiver = std::make_unique<QObject>();
        inBackground(
            receiver.get(),
            [&] {
                mayEnd.acquire();
                ended.release();
                return std::make_unique<int>(1);
            },
            [&](std::unique_ptr<int>) { told = true; });
        receiver.reset();
        mayEnd.release();
        QVERIFY(ended.tryAcquire(1, 10000));
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10000));
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }

    void oneThatDiesBetweenValueAndDeliveryToo()
    {
        bool told = false;
        auto receiver = std::make_unique<QObject>();
        inBackground(
            receiver.get(), [] { return 1; }, [&](int) { told = true; });
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10000)); // the value is on its way
        receiver.reset();
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }

    void thenMayDeleteTheReceiver()
    {
        auto *receiver = new QObject;
        QPointer<QObject> watched = receiver;
        inBackground(
            receiver, [] { return 1; }, [receiver](int) { delete receiver; });
        QTRY_VERIFY(!watched);
    }
};

QTEST_GUILESS_MAIN(TestBackground)
#include "tst_background.moc"
