// The list of an Azure ML workspace's targets, one of them, and what the workspace makes itself.
#include "core/practice/world/labworld.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/azure/targets/mltargetsbench.h"
#include "ui/azure/targets/mltargetlook.h"
#include "ui/azure/targets/mltargetpage.h"
#include "ui/azure/targets/nodecells.h"
#include "ui/azure/targets/scaleform.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cellroles.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::MlTargetsBench;

class TestMlTargetPages : public QObject
{
    Q_OBJECT

    static MlTarget targetOf(const Json &properties)
    {
        MlTarget target;
        target.compute = Compute::read({{"name", "some"}, {"properties", properties}});
        target.record.name = u"some"_s;
        return target;
    }
    static QModelIndex cell(const MlTargetsBench &bench, const QString &name, int column)
    {
        const auto *table = bench.shown<QTableView>("targetTable");
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == name)
                return table->model()->index(row, column);
        }
        return {};
    }

private Q_SLOTS:
    void aKindThatNobodyKnowsIsShownAsItIs()
    {
        const auto look =
            MlTargetLook::of(targetOf({{"computeType", "ElasticPool"}, {"provisioningState", "Succeeded"}}));
        QCOMPARE(look.type, u"ElasticPool"_s);
        QCOMPARE(look.state, u"Succeeded"_s);
        QCOMPARE(look.glyph, Glyph::Unknown);
        QVERIFY(look.needsLook);
    }
    void theDeepestCauseIsTheFinding()
    {
        const auto look = MlTargetLook::of(targetOf(
            {{"computeType", "AmlCompute"},
             {"provisioningState", "Failed"},
             {"provisioningErrors",
              Json::array({{{"error",
                             {{"code", "Outer"},
                              {"message", "It failed."},
                              {"details", Json::array({{{"code", "Inner"}, {"message", "No quota."}}})}}}}})}}));
        QVERIFY2(look.finding.contains(u"No quota."_s), qPrintable(look.finding));
        QCOMPARE(look.findingInk, Ink::Fail);
    }
    void durationsAreReadAsTheyAreWritten()
    {
        QCOMPARE(secondsOf(u"PT120S"_s), std::optional<int>(120));
        QCOMPARE(secondsOf(u"PT1H30M"_s), std::optional<int>(5400));
        QCOMPARE(secondsOf(u"soon"_s), std::optional<int>());
    }

    void theListHasTheServicesOwnWordsAndItsAge()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.make(u"gpu"_s, true);
        bench.press("refreshTargets");
        QTRY_VERIFY_WITH_TIMEOUT(cell(bench, u"gpu"_s, 0).isValid(), 10000);
        QCOMPARE(cell(bench, u"gpu"_s, 0).data(CellRole::SecondLine).toString(), u"AmlCompute"_s);
        // A read that had begun while it was made may come first.
        QTRY_COMPARE_WITH_TIMEOUT(cell(bench, u"gpu"_s, 1).data().toString(), u"Succeeded, Steady"_s, 10000);
        QCOMPARE(cell(bench, u"gpu"_s, 2).data().toString(), u"2"_s);
        QVERIFY(bench.find<QAbstractButton>("attachTarget")->isEnabled());
        bench.find<QLineEdit>("filterTargets")->setText(u"nothing of that name"_s);
        QVERIFY(!cell(bench, u"gpu"_s, 0).isValid());
        bench.find<QLineEdit>("filterTargets")->clear();
        MOORING_WALK(bench.window.get());

        bench.stopLab();
        bench.press("refreshTargets");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("tryNow"), 20000);
        QVERIFY(cell(bench, u"gpu"_s, 0).isValid()); // as it was seen last
        QVERIFY(!bench.find<QAbstractButton>("attachTarget")->isEnabled());
        QVERIFY(!bench.find<QAbstractButton>("newCompute")->isEnabled());
        MOORING_WALK(bench.window.get());
    }

    /// What Mooring does not attach is shown as Azure has it, and can be detached.
    void aSynapsePoolIsShownAndDetached()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.put(u"spark-pool"_s,
                  {{"computeType", "SynapseSpark"},
                   {"resourceId", toStd(MlTargetsBench::vmId().replace(
                                      u"Microsoft.Compute/virtualMachines/practice-vm"_s,
                                      u"Microsoft.Synapse/workspaces/practice-synapse/bigDataPools/practicepool"_s))}});
        bench.press("refreshTargets");
        QTRY_VERIFY_WITH_TIMEOUT(cell(bench, u"spark-pool"_s, 0).isValid(), 10000);
        QCOMPARE(cell(bench, u"spark-pool"_s, 0).data(CellRole::SecondLine).toString(), u"SynapseSpark"_s);
        bench.window->resize(1366, 768); // with the side column
        bench.go(u"target/spark-pool"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("detach"), 10000);
        QTRY_VERIFY(bench.says(u"Mooring does not know this kind"_s));
        QVERIFY(!bench.isShown("runHere") && !bench.isShown("deleteCompute"));
        MOORING_WALK(bench.window.get());
        bench.press("detach");
        QTRY_VERIFY(bench.isShown("detachDialog"));
        QVERIFY(!bench.says(u"Goes from the keychain"_s)); // nothing of it is there
        bench.press("danger");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("detachProof"), 20000);
        bench.press("closeProof");
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<QTableView>("targetTable") && !cell(bench, u"spark-pool"_s, 0).isValid(),
                                 10000);
    }

    void aClusterIsMadeResizedAndDeleted()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"new-compute"_s));
        QTRY_VERIFY(bench.find<QLineEdit>("computeName")->hasFocus());
        bench.press("next"); // a name is needed
        QVERIFY(!bench.isShown("provisioningLog"));
        bench.find<QLineEdit>("computeName")->setText(u"cpu"_s);
        bench.find<QSpinBox>("mostNodes")->setValue(3);
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("sameAs"), 20000);
        QTRY_VERIFY(bench.shown<QAbstractButton>("next")->hasFocus());
        QTest::keyClick(bench.shown<QAbstractButton>("next"), Qt::Key_Return);
        QTRY_VERIFY(bench.isShown("mlTargetPage"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("resizeCompute"), 10000);
        QCOMPARE(bench.find<NodeCells>("nodeCells")->partCount(), 3);
        QVERIFY(!bench.isShown("detach")); // the workspace made it: it can be deleted only
        bench.shown<QSpinBox>("leastNodes")->setValue(1);
        bench.press("resizeCompute");
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isShown("stopWatching") &&
                                     bench.find<NodeCells>("nodeCells")->partName(0).contains(u"idle"_s),
                                 20000);
        bench.pressUnderMore("deleteCompute");
        QTRY_VERIFY(bench.isShown("deleteDialog"));
        auto *danger = bench.shown<QAbstractButton>("danger");
        QVERIFY(!danger->isEnabled()); // asks for the name
        bench.shown<QWidget>("deleteDialog")->findChild<QLineEdit *>()->setText(u"cpu"_s);
        QVERIFY(danger->isEnabled());
        danger->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("closeProof"), 20000);
    }

    void anInstanceIsStoppedStartedRestartedAndDeleted()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.make(u"notebook-a"_s, false);
        bench.window->resize(1366, 768);
        bench.go(u"target/notebook-a"_s);
        bench.press("stopCompute");
        QVERIFY(!bench.isShown("deleteCompute")); // under "more": three at most stand beside the title
        QTRY_VERIFY(bench.isShown("stopDialog"));
        bench.press("danger");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("startCompute"), 20000);
        QVERIFY(!bench.isShown("runHere")); // nothing runs on it before it is started
        bench.press("startCompute");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("stopCompute"), 20000);
        MOORING_WALK(bench.window.get());
        bench.pressUnderMore("restartCompute");
        QTRY_VERIFY(bench.isShown("restartDialog"));
        bench.press("danger");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("stopWatching"), 10000);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isShown("stopWatching"), 20000);
        bench.pressUnderMore("deleteCompute");
        QTRY_VERIFY(bench.isShown("deleteDialog"));
        bench.shown<QWidget>("deleteDialog")->findChild<QLineEdit *>()->setText(u"notebook-a"_s);
        bench.press("danger");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("closeProof"), 20000);
    }

    /// Azure goes on, and the page shows with what: it is no failure.
    void whatIsNotWatchedHasNotFailed()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.make(u"notebook-a"_s, false);
        bench.setFaults({u"slow-provisioning:always"_s});
        bench.window->resize(1600, 768);
        bench.go(u"target/notebook-a"_s);
        bench.press("stopCompute");
        QTRY_VERIFY(bench.isShown("stopDialog"));
        bench.press("danger");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("stopWatching"), 10000);
        QTest::qWait(1500); // it was taken
        bench.press("stopWatching");
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isShown("stopWatching"), 10000);
        for (const Banner *banner : bench.window->findChildren<Banner *>())
            QVERIFY2(!banner->isVisible() || banner->tone() != Tone::Fail, qPrintable(banner->accessibleName()));
    }

    void aQuotaOfZeroIsSaid()
    {
        MlTargetsBench bench;
        bench.setFaults({u"quota-zero:always"_s});
        QVERIFY(bench.openAt(u"new-compute"_s));
        bench.find<QLineEdit>("computeName")->setText(u"cpu"_s);
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("back"), 20000);
        bench.go(u"target/cpu"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("troubleCard"), 10000);
    }
};

QTEST_MAIN(TestMlTargetPages)
#include "tst_mltargetpages.moc"
