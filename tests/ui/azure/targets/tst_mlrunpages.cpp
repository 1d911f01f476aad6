// The sample on a cluster of an Azure ML workspace: submitted, followed, ended, and another one canceled.
#include "tests/support/uiwalker.h"
#include "tests/ui/azure/targets/mltargetsbench.h"
#include "ui/azure/runs/mlrunpage.h"
#include "ui/log/logpane.h"
#include "ui/runs/metriccharts.h"
#include "ui/widgets/tabpages.h"

#include <QFile>
#include <QTableView>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::MlTargetsBench;

class TestMlRunPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleRunsToItsEnd()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"target/practice-cluster"_s));
        bench.press("runSampleHere");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("mlRunPage"), 15000);
        auto *log = bench.shown<LogPane>("mlRunLog");
        QTRY_VERIFY_WITH_TIMEOUT(!log->logs().empty(), 10000);
        QFile file(log->logs().front().path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTRY_VERIFY_WITH_TIMEOUT(file.size() > 0, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isShown("cancelRun"), 20000); // it has ended
        bench.shown<TabPages>("runTabs")->show(u"metrics"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.find<MetricCharts>("mlRunCharts")->isEmpty(), 10000);
        MOORING_WALK(bench.window.get());
        bench.go(u"runs"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<QTableView>("mlRunTable") &&
                                     bench.shown<QTableView>("mlRunTable")->model()->rowCount() == 1,
                                 10000);
        QCOMPARE(bench.shown<QTableView>("mlRunTable")->model()->index(0, 1).data().toString(), u"Completed"_s);
        MOORING_WALK(bench.window.get());
    }

    void aRunIsCanceled()
    {
        MlTargetsBench bench(60000);
        QVERIFY(bench.openAt(u"target/practice-cluster"_s));
        bench.press("runSampleHere");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("mlRunPage"), 15000);
        bench.press("cancelRun");
        QTRY_VERIFY(bench.isShown("cancelDialog"));
        bench.press("danger");
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isShown("cancelRun"), 20000);
        bench.go(u"runs"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<QTableView>("mlRunTable") &&
                                     bench.shown<QTableView>("mlRunTable")->model()->rowCount() == 1,
                                 10000);
        QCOMPARE(bench.shown<QTableView>("mlRunTable")->model()->index(0, 1).data().toString(), u"Canceled"_s);
    }
};

QTEST_MAIN(TestMlRunPages)
#include "tst_mlrunpages.moc"
