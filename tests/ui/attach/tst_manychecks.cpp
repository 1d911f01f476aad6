#include "core/targets/targetservice.h"
#include "tests/support/guigaps.h"
#include "tests/support/testsupport.h"
#include "tests/ui/support/windowbench.h"
#include "ui/shell/activitydrawer.h"
#include "ui/shell/jobsmodel.h"
#include "ui/widgets/tableview.h"

#include <QAbstractButton>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

/// Fifty targets checked at once: the window goes on answering.
class TestManyChecks : public QObject
{
    Q_OBJECT

    static constexpr int targets = 50;

private Q_SLOTS:
    void theWindowGoesOnAnswering()
    {
        WindowBench bench;
        bench.window->resize(1366, 768);
        QVERIFY(bench.open(u"targets"_s));
        for (int i = 0; i < targets; ++i)
            mooring::test::attachRemote(bench, u"box-%1"_s.arg(i));
        auto *check = bench.find<QAbstractButton>("checkAllTargets");
        QTRY_VERIFY(check);
        bench.find<QAbstractButton>("activityButton")->setChecked(true); // all of it in sight
        QTRY_VERIFY(bench.find<ActivityDrawer>("activityDrawer")->isVisible());
        auto *table = bench.find<TableView>("targetTable");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), targets + 1, 20'000); // with this computer
        const int before = bench.remote->firstRuns;
        QSignalSpy announced(bench.find<QListView>("jobList")->model(), &QAbstractItemModel::dataChanged);
        mooring::test::GuiGaps gaps("fifty checks at once");
        check->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.remote->firstRuns.load(), before + targets, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(bench.jobs->runningCount(), 0, 60'000);
        QTest::qWait(300);
        for (int i = 0; i < targets; ++i)
            QCOMPARE(bench.services->targets->find(u"box-%1"_s.arg(i))->state(), u"warning"_s);
        // Each of them changes some ten times; one announcement a frame holds many of these.
        QVERIFY2(announced.count() < targets * 5, qPrintable(QString::number(announced.count())));
        MOORING_NO_GAP_OVER(gaps, 50);
    }
};

QTEST_MAIN(TestManyChecks)
#include "tst_manychecks.moc"
