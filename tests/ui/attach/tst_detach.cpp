#include "core/targets/targetservice.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
#include "ui/attach/detach/detachdialog.h"
#include "ui/attach/detach/detachproof.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/page.h"
#include "ui/widgets/style.h"
#include "ui/workspace/workspacemodel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QTest>
#include <QTreeView>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

namespace {

Leftovers found()
{
    Leftovers all;
    all.target = u"lab-vm"_s;
    all.folder = u"~/.mooring"_s;
    all.runs = 24;
    all.things = {
        {Leftover::Kind::Runs, {}, {}, u"~/.mooring/runs"_s, 24, 1'900'000'000},
        {Leftover::Kind::Outputs, u"r36"_s, u"bearing-cnn-036"_s, u"~/.mooring/runs/r36/outputs"_s, 11, 214'000'000},
        {Leftover::Kind::Environments, {}, {}, u"~/.mooring/env"_s, 2, 4'100'000'000},
        {Leftover::Kind::Store, {}, {}, u"~/.mooring/store"_s, 0, 31'000}};
    all.secrets = QStringList{u"passphrase"_s};
    return all;
}

} // namespace

class TestDetach : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }

    void whatExistsNowhereElseIsNotTicked()
    {
        DetachDialog dialog(found(), nullptr);
        DetachChoices choices = dialog.choices();
        QVERIFY(choices.runs);
        QVERIFY(choices.environments);
        QVERIFY(choices.outputsOf.isEmpty());
        QCOMPARE(dialog.onlyThere(), QStringList{u"r36"_s});
        QCOMPARE(dialog.findChild<QAbstractButton *>(u"safer"_s)->text(), u"Fetch 214 MB first"_s);
        dialog.findChild<QCheckBox *>(u"removeOutputs-r36"_s)->setChecked(true);
        dialog.findChild<QCheckBox *>(u"removeStore"_s)->setChecked(false); // goes with the environments
        choices = dialog.choices();
        QCOMPARE(choices.outputsOf, QStringList{u"r36"_s});
        QVERIFY(!choices.environments);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.cancelAct()->hasFocus());
        MOORING_WALK(&dialog);
    }

    void whileSomethingRunsNothingCanBeRemoved()
    {
        Leftovers all = found();
        RunRecord run;
        run.id = u"r37"_s;
        run.name = u"bearing-cnn-037"_s;
        all.running = {run};
        const DetachDialog dialog(all, nullptr);
        QVERIFY(dialog.findChildren<QCheckBox *>().isEmpty());
        QVERIFY(!dialog.choices().runs);
    }

    void proofSaysWhatBecameOfEach()
    {
        DetachReport report;
        report.target = u"lab-vm"_s;
        report.removed = QStringList{u"the target's record"_s};
        report.left = QStringList{u"outputs of bearing-cnn-036"_s};
        report.removeCommand = u"rm -r ~/.mooring"_s;
        const std::vector<Leftover> things = found().things;
        report.fates = {{things[0], LeftoverFate::What::Removed, u"looked again: not there"_s},
                        {things[1], LeftoverFate::What::LeftAsChosen, u"11 files"_s}};
        RungResult look = RungResult::of(Verdict::Passed, u"ls"_s, u"0 processes"_s);
        look.id = u"processes"_s;
        look.title = u"No process left"_s;
        report.proof = {look};
        DetachProof proof(report);
        proof.resize(1100, 600);
        proof.show();
        QVERIFY(QTest::qWaitForWindowExposed(&proof));
        QCOMPARE(detachSummary(report), u"1 things are left there"_s);
        QCOMPARE(proof.findChild<Ladder *>(u"proofLadder"_s)->rows().size(), size_t(1));
        proof.findChild<QAbstractButton *>(u"copyProof"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"No process left"_s));
        MOORING_WALK(&proof);
    }

    void fromThePageToTheProof()
    {
        WindowBench bench;
        QVERIFY(bench.open(u"targets"_s));
        mooring::test::attachRemote(bench, u"box"_s);
        bench.window->router().go(u"target/box"_s);
        QTRY_VERIFY(bench.find<Button>("detach") && bench.find<Button>("detach")->isVisible());
        bench.find<Button>("detach")->click();
        QTRY_VERIFY(bench.find<DetachDialog>("detachDialog"));
        QTest::keyClick(bench.find<DetachDialog>("detachDialog"), Qt::Key_Escape); // loses nothing
        QTRY_VERIFY(!bench.find<DetachDialog>("detachDialog"));
        MOORING_OK(bench.services->targets->find(u"box"_s));
        bench.find<Button>("detach")->click();
        QTRY_VERIFY(bench.find<DetachDialog>("detachDialog"));
        bench.find<DetachDialog>("detachDialog")->dangerAct()->click();
        QTRY_VERIFY(bench.find<DetachProof>("detachProof"));
        QVERIFY(!bench.services->targets->find(u"box"_s));
        QCOMPARE(bench.window->router().page()->findChild<Badge *>()->word(), u"Detached"_s);
        MOORING_WALK(bench.window.get());
        bench.find<Button>("closeProof")->click();
        QCOMPARE(bench.window->router().route(), u"targets"_s);
        mooring::test::attachRemote(bench, u"box"_s);
        bench.window->router().go(u"target/box"_s); // another one of this name
        QTRY_VERIFY(!bench.find<DetachProof>("detachProof"));
        QTRY_VERIFY(bench.find<Button>("detach") && bench.find<Button>("detach")->isVisible());
    }

    void deleteInTheTreeAsksAndNeverForThisComputer()
    {
        WindowBench bench;
        QVERIFY(bench.open(u"targets"_s));
        mooring::test::attachRemote(bench, u"box"_s);
        auto *tree = bench.window->sidebar()->tree();
        const QModelIndex group = tree->model()->index(WorkspaceModel::Targets, 0);
        QTRY_COMPARE(tree->model()->rowCount(group), 2);
        tree->setCurrentIndex(tree->model()->index(0, 0, group));
        QTest::keyClick(tree, Qt::Key_Delete);
        QTest::qWait(50);
        QVERIFY(!bench.find<DetachDialog>("detachDialog"));
        tree->setCurrentIndex(tree->model()->index(1, 0, group));
        QTest::keyClick(tree, Qt::Key_Delete);
        QTRY_VERIFY(bench.find<DetachDialog>("detachDialog"));
        MOORING_OK(bench.services->targets->find(u"box"_s));
    }
};

QTEST_MAIN(TestDetach)
#include "tst_detach.moc"
