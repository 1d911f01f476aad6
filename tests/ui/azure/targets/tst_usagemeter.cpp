// The meter of a managed compute, in the window, over a practice lab.
#include "core/base/clock.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/azure/targets/mltargetsbench.h"
#include "ui/azure/targets/usagemeter.h"
#include "ui/charts/daychart.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::MlTargetsBench;

class TestUsageMeter : public QObject
{
    Q_OBJECT

    static QString text(const MlTargetsBench &bench, const char *name)
    {
        const auto *label = bench.shown<QLabel>(name);
        return label ? label->text() : QString();
    }

private Q_SLOTS:
    void whatWasSeenToday()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.window->resize(1600, 900); // room for the column beside
        bench.make(u"cpu"_s, true);
        // Earlier looks of another process; at night they are of yesterday, and the sum is one of less.
        const QDateTime now = nowUtc();
        const QDateTime begin = now.addSecs(-3 * 3600);
        bench.sawNodes(u"cpu"_s, begin, begin.addSecs(3600), 4);
        bench.go(u"target/cpu"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("usageMeter"), 10000);
        QCOMPARE(text(bench, "usageTitle"), u"Nodes up today"_s);
        const auto [from, to] = rangeOfDay(now.toLocalTime().date(), QTimeZone::systemTimeZone());
        const double hours =
            double(std::max<qint64>(0, std::max(begin, from).msecsTo(std::max(begin.addSecs(3600), from)))) * 4 /
            3'600'000;
        const auto shown = [&] { return text(bench, "usageSum").section(u' ', 0, 0).toDouble(); };
        QTRY_VERIFY2(std::abs(shown() - hours) < 0.1, qPrintable(text(bench, "usageSum")));
        QVERIFY2(text(bench, "usageGaps").startsWith(u"Dashed: nobody looked"_s), qPrintable(text(bench, "usageGaps")));
        QVERIFY(bench.shown<DayChart>("usageChart")->accessibleDescription().contains(u"not counted"_s));
        MOORING_WALK(bench.window.get());
    }

    void theTableSaysTheSame()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.window->resize(1600, 900); // room for the column beside
        bench.make(u"cpu"_s, true);
        const QDateTime noon(nowUtc().toLocalTime().date().addDays(-1), QTime(12, 0));
        bench.sawNodes(u"cpu"_s, noon, noon.addSecs(1800), 1);
        bench.sawNodes(u"cpu"_s, noon.addSecs(1860), noon.addSecs(3660), 3);
        bench.go(u"target/cpu"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("usageMeter"), 10000);
        QVERIFY(!bench.shown<QAbstractButton>("usageLater")->isEnabled());
        bench.press("usageEarlier");
        QVERIFY(text(bench, "usageTitle") != u"Nodes up today"_s);
        auto *chart = bench.shown<DayChart>("usageChart");
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_T);
        const auto *table = bench.shown<QTableView>("usageTable");
        QVERIFY(table && table->hasFocus() && !chart->isVisible());
        const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(table->model()->rowCount(), 4);
        QCOMPARE(cell(0, 0), u"00:00"_s);
        QCOMPARE(cell(0, 2), u"nobody looked"_s);
        QCOMPARE(cell(1, 0), u"12:00"_s);
        QCOMPARE(cell(1, 2), u"1"_s);
        QCOMPARE(cell(2, 1), u"13:01"_s);
        QCOMPARE(cell(2, 2), u"3"_s);
        QCOMPARE(cell(2, 3), u"1.50"_s);
        QCOMPARE(cell(3, 1), u"24:00"_s);
        MOORING_WALK(bench.window.get());
        QTest::keyClick(bench.shown<QTableView>("usageTable"), Qt::Key_T);
        QVERIFY(chart->isVisible() && chart->hasFocus() && !bench.isShown("usageTable"));
        bench.press("usageAsTable");
        QVERIFY(bench.isShown("usageTable"));
        bench.press("usageAsTable");
        bench.press("usageLater");
        QCOMPARE(text(bench, "usageTitle"), u"Nodes up today"_s);
    }

    /// Money only from a price that the user gave; it stays over a restart.
    void aPriceOfOnesOwn()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.window->resize(1600, 900); // room for the column beside
        bench.make(u"cpu"_s, true);
        bench.sawNodes(u"cpu"_s, nowUtc().addSecs(-1200), nowUtc(), 2);
        bench.go(u"target/cpu"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("usageMeter"), 10000);
        QCOMPARE(text(bench, "usagePrice"), u"Price of a node hour: not known"_s);
        bench.press("changePrice");
        auto *field = bench.shown<QLineEdit>("priceField");
        QVERIFY(field && field->hasFocus());
        field->setText(u"much"_s);
        bench.press("keepPrice");
        QVERIFY(bench.isShown("priceWrong"));
        QVERIFY(text(bench, "priceWrong").contains(u"much"_s));
        MOORING_WALK(bench.window.get());
        field->setText(u"30 EUR"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY2(text(bench, "usagePrice").contains(u"at your price of 30.00 EUR per node hour"_s),
                     qPrintable(text(bench, "usagePrice")));
        // Beside the list too, and away again.
        bench.go(u"targets"_s);
        const auto *list = bench.shown<QTableView>("targetTable");
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->index(0, 0).data() == u"cpu"_s, 10000);
        bench.shown<QTableView>("targetTable")->selectRow(0);
        QTRY_VERIFY_WITH_TIMEOUT(text(bench, "usagePrice").contains(u"30.00 EUR"_s), 10000);
        QVERIFY(list->model()->index(0, 3).data().toString() != u"–"_s); // how long it has been up
        QVERIFY(list->model()->index(1, 0).data() == u"practice-cluster"_s);
        QCOMPARE(list->model()->index(1, 3).data().toString(), u"–"_s); // no node of it is
        bench.press("changePrice");
        QCOMPARE(bench.shown<QLineEdit>("priceField")->text(), u"30 EUR"_s);
        QTest::keyClick(bench.shown<QLineEdit>("priceField"), Qt::Key_Escape);
        QVERIFY(!bench.isShown("priceField"));
        bench.press("changePrice");
        bench.shown<QLineEdit>("priceField")->clear();
        bench.press("keepPrice");
        QTRY_COMPARE_WITH_TIMEOUT(text(bench, "usagePrice"), u"Price of a node hour: not known"_s, 10000);
    }

    void offlineNothingIsAdded()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.window->resize(1600, 900); // room for the column beside
        bench.make(u"notebook-a"_s, false);
        bench.sawNodes(u"notebook-a"_s, nowUtc().addSecs(-3600), nowUtc().addSecs(-1800), 1);
        bench.go(u"target/notebook-a"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("usageMeter"), 10000);
        bench.stopLab();
        bench.go(u"runs"_s);
        bench.go(u"target/notebook-a"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("usageMeter"), 20000);
        QVERIFY(bench.isShown("usageGaps"));
    }

    /// What was attached is billed apart: no meter.
    void onlyOfManagedCompute()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.window->resize(1600, 900); // room for the column beside
        bench.attach(u"datalake"_s, u"lake"_s, {{u"accountName"_s, u"practicelake"_s}});
        bench.go(u"target/lake"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("azureFacts"), 10000);
        QTest::qWait(200);
        QVERIFY(!bench.isShown("usageMeter"));
    }
};

QTEST_MAIN(TestUsageMeter)
#include "tst_usagemeter.moc"
