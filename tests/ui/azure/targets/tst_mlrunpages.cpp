// The sample on a cluster of an Azure ML workspace: submitted, followed, ended, and another one canceled.
#include "tests/support/uiwalker.h"
#include "tests/ui/azure/targets/mltargetsbench.h"
#include "ui/azure/runs/mlrunpage.h"
#include "ui/context/openworkspace.h"
#include "ui/log/logpane.h"
#include "ui/runs/metriccharts.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/tabpages.h"
#include "ui/workspace/workspacemodel.h"

#include <QFile>
#include <QTableView>
#include <QTest>
#include <QTreeView>

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
        bench.window->resize(1366, 768); // with all acts of a target
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

    /// What the workspace keeps under names, and the tree beside it.
    void environmentsAndModels()
    {
        MlTargetsBench bench;
        bench.window->resize(1366, 768); // with side columns
        QVERIFY(bench.openAt(u"environments"_s));
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"No environment yet"_s), 10000);
        MOORING_WALK(bench.window.get());
        bench.go(u"models"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<QTableView>("assetTable"), 10000);
        QCOMPARE(bench.shown<QTableView>("assetTable")->model()->index(0, 0).data().toString(), u"practice-bearings"_s);
        QTRY_VERIFY(bench.shown<FactList>("assetFacts"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<FactList>("assetFacts")->fact(u"Path"_s).startsWith(u"azureml://"_s),
                                 10000);
        MOORING_WALK(bench.window.get());
        bench.go(u"target/practice-cluster"_s);
        bench.press("runSampleHere");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("mlRunPage"), 15000);
        bench.go(u"environments"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<QTableView>("assetTable"), 10000);
        QTRY_VERIFY(bench.shown<FactList>("assetFacts"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<FactList>("assetFacts")->fact(u"Image"_s).contains(u"azureml"_s), 10000);
        bench.window->openWorkspace().noteChange();
        const auto *tree = bench.find<QTreeView>("workspaceTree")->model();
        const auto rowsOf = [&](int group) { return tree->rowCount(tree->index(group, 0)); };
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(WorkspaceModel::Environments), 1, 10000);
        QCOMPARE(rowsOf(WorkspaceModel::Models), 1);
        QCOMPARE(rowsOf(WorkspaceModel::Runs), 1);
        bench.stopLab();
        bench.press("refreshAssets");
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"The environments could not be read."_s), 30000);
        QVERIFY(bench.shown<QTableView>("assetTable")); // what was read stays
    }

    void aRunIsCanceled()
    {
        MlTargetsBench bench(60000);
        bench.window->resize(1366, 768);
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
