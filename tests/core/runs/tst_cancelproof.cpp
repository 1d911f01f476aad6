#include "core/runs/cancelproof.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestCancelProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<bool>("found");
        QTest::addColumn<int>("ended");
        QTest::addColumn<int>("left");
        QTest::addColumn<bool>("noneLeft");
        const QByteArray start = "2026-01-01T00:00:00Z supervisor The script starts.\n";
        const QByteArray ended = "2026-01-01T00:00:09Z cancel ended 12 SIGTERM python3 train.py --lr 0.1\n";
        const QByteArray left = "2026-01-01T00:00:09Z cancel left 13 - sh -c x\n";
        const QByteArray done = "2026-01-01T00:00:09Z cancel search done\n";
        QTest::newRow("one ended") << start + ended + done << true << 1 << 0 << true;
        QTest::newRow("nothing was there") << start + done << true << 0 << 0 << true;
        QTest::newRow("one left") << start + ended + left + done << true << 1 << 1 << false;
        QTest::newRow("no search") << start + ended + "2026-01-01T00:00:09Z cancel search impossible\n"
                                   << true << 1 << 0 << false;
        QTest::newRow("twice: the newest") << ended + left + done + ended + done << true << 1 << 0 << true;
        QTest::newRow("cut off") << start + ended << false << 0 << 0 << false;
        QTest::newRow("cut off after a whole one") << ended + done + left << true << 1 << 0 << true;
        QTest::newRow("no cancel") << start << false << 0 << 0 << false;
        QTest::newRow("empty") << QByteArray() << false << 0 << 0 << false;
        QTest::newRow("another author") << QByteArray(
                                               "2026-01-01T00:00:00Z supervisor cancel search done\nsearch done\n")
                                        << false << 0 << 0 << false;
        QTest::newRow("no number") << QByteArray("t cancel ended x SIGTERM y\nt cancel ended 5\n") + done << true << 0
                                   << 0 << true;
        QTest::newRow("any bytes") << QByteArray("\xff\xfe cancel ended 7 SIGKILL \xff\n") + done << true << 1 << 0
                                   << true;
    }
    void reads()
    {
        QFETCH(QByteArray, log);
        QFETCH(bool, found);
        const auto proof = findCancelProof(log);
        QCOMPARE(proof.has_value(), found);
        if (!proof)
            return;
        QTEST(int(proof->ended.size()), "ended");
        QTEST(int(proof->left.size()), "left");
        QTEST(proof->isNoneLeft(), "noneLeft");
    }
    void processes()
    {
        const auto proof = findCancelProof(
            "t cancel ended 12 SIGKILL python3 a.py --x 1\nt cancel left 13 - sh\nt cancel search done\n");
        QVERIFY(proof);
        QCOMPARE(proof->ended.front().pid, 12);
        QCOMPARE(proof->ended.front().signal, u"SIGKILL"_s);
        QCOMPARE(proof->ended.front().command, u"python3 a.py --x 1"_s);
        QCOMPARE(proof->left.front().pid, 13);
        QVERIFY(proof->left.front().signal.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCancelProof)
#include "tst_cancelproof.moc"
