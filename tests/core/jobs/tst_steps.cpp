#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

class TestSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void order_data()
    {
        QTest::addColumn<int>("failAt"); // 0: never
        QTest::addColumn<int>("cancelAt");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("success") << 0 << 0 << QStringList{u"1"_s, u"2"_s, u"3"_s};
        QTest::newRow("first fails") << 1 << 0 << QStringList{u"1"_s};
        QTest::newRow("second fails") << 2 << 0 << QStringList{u"1"_s, u"2"_s, u"undo 1"_s};
        QTest::newRow("third fails") << 3 << 0 << QStringList{u"1"_s, u"2"_s, u"3"_s, u"undo 2"_s, u"undo 1"_s};
        QTest::newRow("canceled in the first") << 0 << 1 << QStringList{u"1"_s, u"undo 1"_s};
        QTest::newRow("canceled in the second") << 0 << 2 << QStringList{u"1"_s, u"2"_s, u"undo 2"_s, u"undo 1"_s};
        QTest::newRow("canceled in the last: it is done") << 0 << 3 << QStringList{u"1"_s, u"2"_s, u"3"_s};
    }
    void order()
    {
        QFETCH(int, failAt);
        QFETCH(int, cancelAt);
        QStringList order;
        CancelToken cancel;
        test::RecordingContext context(cancel);
        std::vector<Step> steps;
        for (int i = 1; i <= 3; ++i) {
            const QString number = QString::number(i);
            steps.push_back({number, u"Step "_s + number,
                             [&, i, number](JobContext &) {
                                 order << number;
                                 if (i == cancelAt)
                                     cancel.cancel();
                                 return i == failAt ? Result<>(Error::failed(u"x"_s, u"x"_s)) : Result<>();
                             },
                             [&, number](JobContext &) { order << u"undo "_s + number; }});
        }
        const auto result = runSteps(steps, context);
        QTEST(order, "order");
        QCOMPARE(result.ok(), failAt == 0 && (cancelAt == 0 || cancelAt == 3));
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
