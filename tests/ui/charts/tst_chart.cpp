#include "ui/charts/chart.h"
#include "ui/widgets/seriesmark.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

bool near(QRgb a, const QColor &b)
{
    return std::abs(qRed(a) - b.red()) + std::abs(qGreen(a) - b.green()) + std::abs(qBlue(a) - b.blue()) < 150;
}

/// How many pixels of the series' colour stand in a part of the picture.
int inkIn(const Chart &chart, const QImage &image, const QRectF &where, int series = 0)
{
    const QColor color = seriesColor(series, chart.palette());
    int count = 0;
    for (int y = int(where.top()); y < int(where.bottom()); ++y) {
        for (int x = std::max(0, int(where.left())); x < std::min(image.width(), int(where.right())); ++x)
            count += near(image.pixel(x, y), color) ? 1 : 0;
    }
    return count;
}

Series ramp(int count)
{
    Series series{u"train"_s};
    for (int i = 0; i < count; ++i)
        series.data->append(i, i % 7);
    return series;
}

} // namespace

class TestChart : public QObject
{
    Q_OBJECT
private:
    static void lookForSpike(Chart &chart, int width, int at)
    {
        chart.resize(width, 200);
        const PlotMap map = chart.map();
        // The upper half of the plot holds nothing but the spike.
        const QRectF upper(map.toX(at) - 3, map.plot.top() + 2, 6, map.plot.height() / 2);
        QVERIFY2(inkIn(chart, chart.grab().toImage(), upper) > map.plot.height() / 3, "the spike is not to be seen");
        const QRectF away(map.toX(at) + 12, map.plot.top() + 2, 40, map.plot.height() / 2);
        QCOMPARE(inkIn(chart, chart.grab().toImage(), away & map.plot.adjusted(0, 0, -8, 0)), 0);
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }

    void noSpikeIsLost_data()
    {
        QTest::addColumn<int>("at");
        for (int at : {1, 123457, 612345, 999998})
            QTest::addRow("point %d", at) << at;
    }
    void noSpikeIsLost()
    {
        QFETCH(int, at);
        Series series{u"loss"_s};
        series.data->reserve(1000000);
        for (int i = 0; i < 1000000; ++i)
            series.data->append(i, i == at ? 100 : 1 + (i % 5) * 0.01);
        Chart chart(u"loss"_s);
        chart.setSeries({series});
        for (int width : {200, 352, 999, 1400})
            lookForSpike(chart, width, at);
    }
    void noSpikeIsLostWhenZoomedOrSmoothed()
    {
        Series series{u"loss"_s};
        for (int i = 0; i < 200000; ++i)
            series.data->append(i, i == 77777 ? 100 : 1);
        Chart chart(u"loss"_s);
        chart.setSeries({series});
        chart.resize(400, 200);
        chart.setCursor(77777.0);
        for (int zoom = 0; zoom < 14; ++zoom) {
            chart.setCursor(77777.0);
            chart.zoom(2);
            chart.setCursor(std::nullopt);
            const PlotMap map = chart.map();
            const QRectF upper(map.toX(77777) - 3, map.plot.top() + 12, 6, map.plot.height() / 3);
            QVERIFY2(inkIn(chart, chart.grab().toImage(), upper) > 10, qPrintable(QString::number(zoom)));
        }
    }
    void repaintOfAMillionPointsIsQuick()
    {
        Series series{u"loss"_s};
        for (int i = 0; i < 1000000; ++i)
            series.data->append(i, std::sin(i / 5000.0) + (i % 13) * 0.01);
        Chart chart(u"loss"_s);
        chart.setSeries({series});
        chart.resize(1000, 300);
        (void)chart.grab();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 5; ++i) {
            chart.append(0, 1000000 + i, 0.5);
            (void)chart.grab();
        }
        qInfo("%lld ms a repaint", timer.elapsed() / 5);
        QVERIFY(timer.elapsed() / 5 < 250); // far more than it takes, for a busy machine without optimisation
    }
    void saysWhatIsNotFinite()
    {
        Series series = ramp(100);
        series.data->append(100, std::numeric_limits<double>::quiet_NaN());
        series.data->append(101, 3);
        Chart chart(u"loss"_s);
        chart.setSeries({series});
        chart.resize(352, 200);
        const PlotMap map = chart.map();
        const QColor fail = Tokens::from(chart.palette()).fail;
        const QImage image = chart.grab().toImage();
        int red = 0;
        for (int y = int(map.plot.top()) - 4; y <= int(map.plot.top()) + 4; ++y) {
            for (int x = int(map.toX(100)) - 4; x <= int(map.toX(100)) + 4; ++x)
                red += near(image.pixel(x, y), fail) ? 1 : 0;
        }
        QVERIFY(red > 5);
        const QList<QPolygonF> lines = linesOf(*series.data, map, 1);
        QCOMPARE(lines.size(), 2); // a gap where the value is not one
        QCOMPARE(lines.constLast().size(), 1);
    }
    void smoothingLooksBothWaysAndKeepsTheEnds()
    {
        Series series{u"loss"_s};
        for (int i = 0; i < 100; ++i)
            series.data->append(i, i < 50 ? 0 : 10);
        PlotMap map{QRectF(0, 0, 1000, 100), 0, 99, 0, 10};
        const QPolygonF line = smoothLinesOf(*series.data, map, 1, 10).constFirst();
        QCOMPARE(line.size(), 100);
        QCOMPARE(line.first().y(), map.toY(0));
        QCOMPARE(line.last().y(), map.toY(10));
        // No lag: the middle of the step stands where it is, and both sides are alike.
        for (int i = 0; i < 10; ++i)
            QVERIFY(std::abs((100 - line[49 - i].y()) - line[50 + i].y()) < 1e-6);
    }
    void keysMoveTheCursorZoomAndShowTheTable()
    {
        Chart chart(u"loss"_s);
        chart.setSeries({ramp(200)});
        chart.resize(400, 200);
        chart.show();
        QSignalSpy moved(&chart, &Chart::cursorMoved);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(*chart.cursor(), 0.0);
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(*chart.cursor(), 11.0);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(*chart.cursor(), 10.0);
        QCOMPARE(moved.size(), 4);
        QCOMPARE(chart.accessibleDescription(), u"loss, 3 at step 10"_s);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(*chart.cursor(), 199.0);
        const double whole = chart.map().x1 - chart.map().x0;
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.map().x1 - chart.map().x0 < whole * 0.6);
        QTest::keyClick(&chart, Qt::Key_0);
        QCOMPARE(chart.map().x1 - chart.map().x0, whole);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!chart.cursor());
        QTest::keyClick(&chart, Qt::Key_T);
        auto *table = chart.findChild<TableView *>();
        QVERIFY(table && table->model()->rowCount() == 200);
        QCOMPARE(table->model()->index(10, 1).data().toString(), u"3"_s);
        QTest::keyClick(table, Qt::Key_T);
        QVERIFY(!chart.showsTable());
    }
    void readersHearTheCurve()
    {
        Chart chart(u"loss"_s);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(face->role(), QAccessible::Chart);
        QCOMPARE(face->text(QAccessible::Description), u"loss, no values yet"_s);
        Series validation{u"val"_s};
        validation.data->append(3, 0.5);
        chart.setSeries({ramp(14169), validation});
        QVERIFY(face->text(QAccessible::Description).startsWith(u"loss, 2 series, last "_s) ||
                face->text(QAccessible::Description).contains(u"last 0 at step 14\u2009168"_s));
    }
    void newPointsAreShownSoon()
    {
        Chart chart(u"loss"_s);
        chart.setSeries({Series{u"train"_s}});
        chart.append(0, 1, 0.25);
        QTRY_COMPARE(chart.accessibleDescription(), u"loss, last 0.2500 at step 1"_s);
    }
    void oddDataDoNotHang_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("none") << QList<double>{};
        QTest::newRow("one") << QList<double>{1};
        QTest::newRow("all NaN") << QList<double>{std::nan(""), std::nan("")};
        QTest::newRow("huge") << QList<double>{1e300, -1e300, 1e308};
        QTest::newRow("tiny") << QList<double>{1e-310, 0, 5e-324};
        QTest::newRow("infinite") << QList<double>{1, std::numeric_limits<double>::infinity(), 2};
    }
    void oddDataDoNotHang()
    {
        QFETCH(QList<double>, values);
        Chart chart(u"odd"_s);
        Series series{u"odd"_s};
        for (qsizetype i = 0; i < values.size(); ++i)
            series.data->append(double(i), values[i]);
        chart.setSeries({series});
        for (const QSize size : {QSize(352, 200), QSize(1, 1), QSize(40, 500)}) {
            chart.resize(size);
            QVERIFY(!chart.grab().isNull());
        }
        for (int key : {Qt::Key_Home, Qt::Key_Right, Qt::Key_Plus, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_T})
            QTest::keyClick(&chart, Qt::Key(key));
    }
};

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
