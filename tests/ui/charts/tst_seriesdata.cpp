#include "ui/charts/chartscale.h"
#include "ui/charts/seriesdata.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

} // namespace

class TestSeriesData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRangeIsThatOfItsPoints_data()
    {
        QTest::addColumn<int>("count");
        for (int count : {0, 1, 7, 8, 9, 63, 64, 65, 511, 513, 5000})
            QTest::newRow(qPrintable(QString::number(count))) << count;
    }
    void everyRangeIsThatOfItsPoints()
    {
        QFETCH(int, count);
        QRandomGenerator random(7);
        SeriesData data;
        for (int i = 0; i < count; ++i)
            data.append(i, random.bounded(20) == 0 ? notANumber : random.generateDouble() * 100 - 50);
        for (int round = 0; round < 300; ++round) {
            const int from = random.bounded(count + 1), to = from + random.bounded(count + 2 - from);
            SeriesData::Range plain;
            for (int i = from; i < std::min(to, count); ++i) {
                const double y = data.y(size_t(i));
                if (!std::isfinite(y))
                    continue;
                plain.least = plain.any ? std::min(plain.least, y) : y;
                plain.greatest = plain.any ? std::max(plain.greatest, y) : y;
                plain.any = true;
            }
            const SeriesData::Range quick = data.range(size_t(from), size_t(to));
            QCOMPARE(quick.any, plain.any);
            if (plain.any) {
                QCOMPARE(quick.least, plain.least);
                QCOMPARE(quick.greatest, plain.greatest);
            }
        }
    }
    void putsALateComerInItsPlace()
    {
        SeriesData data;
        for (int i = 0; i < 100; ++i)
            data.append(i, i);
        data.append(49.5, 1000);
        QCOMPARE(data.size(), size_t(101));
        QCOMPARE(data.x(50), 49.5);
        QCOMPARE(data.range(50, 51).greatest, 1000.0);
        QCOMPARE(data.range(51, 101).greatest, 99.0);
        QCOMPARE(data.range(0, 101).greatest, 1000.0);
    }
    void countsWhatIsNotFinite()
    {
        SeriesData data;
        data.append(0, 1);
        data.append(1, notANumber);
        data.append(2, infinite);
        data.append(notANumber, 5);
        QCOMPARE(data.size(), size_t(3));
        QCOMPARE(data.notFinite(), (std::vector<size_t>{1, 2}));
        QCOMPARE(data.lastFinite(), size_t(0));
        QCOMPARE(data.mean(0, 3), 1.0);
        QVERIFY(std::isnan(data.mean(1, 3)));
        data.append(3, 3);
        QCOMPARE(data.mean(0, 4), 2.0);
    }
    void findsTheNearest()
    {
        SeriesData data;
        for (double x : {0.0, 10.0, 10.0, 20.0})
            data.append(x, x);
        QCOMPARE(data.nearest(-5), size_t(0));
        QCOMPARE(data.nearest(4), size_t(0));
        QCOMPARE(data.nearest(6), size_t(1));
        QCOMPARE(data.nearest(99), size_t(3));
        QCOMPARE(data.firstFrom(10), size_t(1));
        QCOMPARE(data.firstFrom(21), size_t(4));
    }
    void ticksAreRoundAndHoldTheData_data()
    {
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("greatest");
        QTest::newRow("loss") << 0.19 << 1.83;
        QTest::newRow("negative") << -3.2 << -0.4;
        QTest::newRow("one value") << 0.5 << 0.5;
        QTest::newRow("zero") << 0.0 << 0.0;
        QTest::newRow("tiny") << 1e-7 << 3e-6;
        QTest::newRow("huge") << 1e9 << 7e12;
        QTest::newRow("not finite") << notANumber << infinite;
        QTest::newRow("close together") << 1000000.0 << 1000000.5;
    }
    void ticksAreRoundAndHoldTheData()
    {
        QFETCH(double, least);
        QFETCH(double, greatest);
        for (int most : {2, 3, 4, 8}) {
            const Ticks ticks = niceTicks(least, greatest, most);
            QVERIFY(ticks.at.size() >= 2 && int(ticks.at.size()) <= most + 1);
            if (std::isfinite(least) && std::isfinite(greatest)) {
                QVERIFY(ticks.from <= least + ticks.step * 1e-6);
                QVERIFY(ticks.to >= greatest - ticks.step * 1e-6);
            }
            QSet<QString> texts;
            for (double at : ticks.at)
                texts.insert(tickText(at, ticks.step));
            QVERIFY2(texts.size() == qsizetype(ticks.at.size()) || least == 1000000.0 || least == 1e9,
                     "two ticks have the same text");
        }
    }
    void textsForPeople()
    {
        QCOMPARE(tickText(15000, 5000), u"15k"_s);
        QCOMPARE(tickText(0.5, 0.25), u"0.50"_s);
        QCOMPARE(tickText(-0.0, 0.25), u"0"_s);
        QCOMPARE(tickText(1500000, 500000), u"1.5M"_s);
        QCOMPARE(valueText(0.23714), u"0.2371"_s);
        QCOMPARE(valueText(0.406), u"0.4060"_s);
        QCOMPARE(valueText(-12.3), u"-12.30"_s);
        QCOMPARE(valueText(9999.4), u"9999"_s);
        QCOMPARE(valueText(12345.6), u"12\u2009346"_s);
        QCOMPARE(valueText(3.14159e-7), u"3.142e-07"_s);
        QCOMPARE(valueText(64), u"64"_s);
        QCOMPARE(valueText(notANumber), u"NaN"_s);
        QCOMPARE(xText(21, XAxis::Epoch), u"epoch 21"_s);
    }
};

QTEST_MAIN(TestSeriesData)
#include "tst_seriesdata.moc"
