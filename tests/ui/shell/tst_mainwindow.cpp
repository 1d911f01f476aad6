#include "core/base/language.h"
#include "core/workspace/workspace.h"
#include "tests/support/guigaps.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
#include "ui/shell/activitydrawer.h"
#include "ui/shell/activitystrip.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/page.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QListView>
#include <QMenu>
#include <QTest>
#include <QTreeView>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

namespace {

QModelIndex group(const WindowBench &bench, int row)
{
    return bench.find<QTreeView>("workspaceTree")->model()->index(row, 0);
}

RunRecord runNamed(const QString &name, RunState state)
{
    RunRecord run;
    run.id = name + u"-20261124-073359-k3x9qz"_s;
    run.name = name;
    run.settings.script = u"train.py"_s;
    run.state = state;
    run.createdAt = QDateTime::currentDateTimeUtc();
    return run;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheTreeAndTheStartPage();
    void isThereBeforeTheServices();
    void theTreeFollowsTheWorkspace();
    void clickingTheTreeOpensPages();
    void comesBackAsItWasLeft();
    void changesTheLanguageLive();
    void settingsUndo();
    void drawerShowsAJobAndCancelsIt();
    void asksBeforeWorkIsLost();
    void aNewerDatabaseIsAPage();
    void anotherChoiceLeavesTheLanguageOfTheSession();
    void foldsTheSidebarWhenNarrow();
};

void TestMainWindow::showsTheTreeAndTheStartPage()
{
    WindowBench bench;
    mooring::test::GuiGaps gaps("window opens");
    QVERIFY(bench.open());
    QCOMPARE(bench.window->router().route(), u"welcome"_s);
    QTRY_COMPARE(group(bench, 0).model()->rowCount(group(bench, 0)), 1);
    const QModelIndex target = group(bench, 0).model()->index(0, 0, group(bench, 0));
    QCOMPARE(target.data().toString(), u"Bench machine"_s);
    // The start page checks what is always there, once.
    QTRY_COMPARE(target.data(Qt::AccessibleTextRole).toString(), u"Bench machine, Warning"_s);
    QCOMPARE(bench.script->ladders.load(), 1);
    QTRY_VERIFY(bench.find<QAbstractButton>("keychainState")->isVisible());
    QTRY_COMPARE(bench.window->strip()->text(), u"Nothing is running"_s);
    QTRY_COMPARE(mooring::test::walkUi(bench.window.get()), QStringList());
}

void TestMainWindow::isThereBeforeTheServices()
{
    WindowBench bench;
    bench.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(bench.window.get()));
    QCOMPARE(group(bench, 0).data().toString(), u"Compute targets"_s);
    QTRY_VERIFY(bench.find<QWidget>("opening")->isVisible()); // it takes long: it says so
    // Nothing that needs the services does anything yet.
    for (QAction *action : bench.window->findChildren<QAction *>()) {
        if (action->objectName() != u"quit"_s)
            action->trigger();
    }
    QVERIFY(!bench.window->router().page());
}

void TestMainWindow::theTreeFollowsTheWorkspace()
{
    WindowBench bench;
    QVERIFY(bench.open(u"models"_s));
    QVERIFY(bench.services->workspace->saveRun(runNamed(u"train-001"_s, RunState::Running)).ok());
    QTRY_COMPARE(group(bench, 2).model()->rowCount(group(bench, 2)), 1);
    QTRY_COMPARE(bench.window->strip()->text(), u"train-001: Running"_s);
    QVERIFY(bench.services->workspace->saveRun(runNamed(u"train-001"_s, RunState::Completed)).ok());
    const QModelIndex run = group(bench, 2).model()->index(0, 0, group(bench, 2));
    QTRY_COMPARE(run.data(Qt::AccessibleTextRole).toString(), u"train-001, Completed"_s);
    QTRY_COMPARE(bench.window->strip()->text(), u"Nothing is running"_s);
}

void TestMainWindow::clickingTheTreeOpensPages()
{
    WindowBench bench;
    QVERIFY(bench.open(u"welcome"_s));
    auto *tree = bench.find<QTreeView>("workspaceTree");
    const QRect models = tree->visualRect(group(bench, 3));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, models.center());
    QCOMPARE(bench.window->router().route(), u"models"_s);
    // The chevron only unfolds.
    const QRect targets = tree->visualRect(group(bench, 0));
    const bool before = tree->isExpanded(group(bench, 0));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, QPoint(targets.left() + 10, targets.center().y()));
    QCOMPARE(tree->isExpanded(group(bench, 0)), !before);
    QCOMPARE(bench.window->router().route(), u"models"_s);
    QTest::mouseClick(bench.window->sidebar()->findChild<QAbstractButton *>(u"workspaceHead"_s), Qt::LeftButton);
    auto *menu = bench.find<QMenu>("workspaceMenu");
    QVERIFY(menu && menu->isVisible());
    QVERIFY(menu->findChild<QAction *>(u"workspace-"_s)->isChecked()); // this computer's
    menu->findChild<QAction *>(u"startPage"_s)->trigger();
    menu->close();
    QCOMPARE(bench.window->router().route(), u"welcome"_s);
}

void TestMainWindow::comesBackAsItWasLeft()
{
    QTemporaryDir folder;
    const QString profile = folder.path() + u"/p"_s;
    {
        WindowBench bench(profile);
        QVERIFY(bench.open(u"endpoints"_s));
        bench.window->resize(780, 600);
        bench.find<QTreeView>("workspaceTree")->setExpanded(group(bench, 0), false);
        bench.find<QTreeView>("workspaceTree")->setExpanded(group(bench, 4), true);
        bench.find<QAbstractButton>("activityButton")->click();
        QTRY_VERIFY(bench.window->drawer()->isVisible());
        bench.window->close();
    }
    WindowBench again(profile);
    QVERIFY(again.open());
    QCOMPARE(again.window->size(), QSize(780, 600));
    QCOMPARE(again.window->router().route(), u"endpoints"_s);
    QVERIFY(!again.find<QTreeView>("workspaceTree")->isExpanded(group(again, 0)));
    QVERIFY(again.window->drawer()->isVisible());
}

void TestMainWindow::changesTheLanguageLive()
{
    WindowBench bench;
    QVERIFY(bench.open(u"models"_s));
    bench.window->router().go(u"welcome"_s);
    Q_EMIT bench.find<SegmentedControl>("language")->chosen(u"ko"_s);
    QTRY_COMPARE(group(bench, 0).data().toString(), u"계산 대상"_s);
    QCOMPARE(bench.window->router().route(), u"welcome"_s);
    QTRY_COMPARE(bench.find<QAbstractButton>("runSample")->text(), u"이 컴퓨터에서 샘플 실행"_s);
    bench.window->router().back();
    QCOMPARE(bench.window->router().route(), u"models"_s);
    bench.settings->undo();
    QTRY_COMPARE(group(bench, 0).data().toString(), u"Compute targets"_s);
}

void TestMainWindow::settingsUndo()
{
    WindowBench bench;
    QVERIFY(bench.open(u"settings"_s));
    QTRY_VERIFY(bench.find<SegmentedControl>("theme"));
    const QColor before = bench.window->palette().color(QPalette::Base);
    Q_EMIT bench.find<SegmentedControl>("theme")->chosen(u"dark"_s);
    QCOMPARE(bench.settings->choices().theme, UiSettings::Theme::Dark);
    bench.window->activateWindow();
    QTRY_VERIFY(bench.window->isActiveWindow());
    bench.find<QWidget>("settingsIndex")->setFocus();
    QTest::keyClick(bench.find<QWidget>("settingsIndex"), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.settings->choices().theme, UiSettings::Theme::Desktop);
    QCOMPARE(bench.window->palette().color(QPalette::Base), before);
    QCOMPARE(bench.find<SegmentedControl>("theme")->current(), u"desktop"_s);
}

void TestMainWindow::drawerShowsAJobAndCancelsIt()
{
    WindowBench bench;
    QVERIFY(bench.open(u"models"_s));
    Job *job = bench.jobs->start(u"Copy the snapshot"_s, [](JobContext &context) -> Result<> {
        context.setStep(u"copy"_s, u"file 7 of 20"_s);
        context.progress(7, 20);
        while (!context.cancelToken().waitFor(std::chrono::milliseconds(5))) {
        }
        return Error::canceled();
    });
    QTRY_COMPARE(bench.window->strip()->text(), u"Copy the snapshot: file 7 of 20"_s);
    bench.window->activateWindow();
    QTRY_VERIFY(bench.window->isActiveWindow());
    QTest::keyClick(bench.window.get(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(bench.window->drawer()->isVisible());
    QTRY_VERIFY(bench.find<QAbstractButton>("cancelJob"));
    QTRY_COMPARE(mooring::test::walkUi(bench.window->drawer()), QStringList());
    bench.find<QAbstractButton>("cancelJob")->click();
    QTRY_COMPARE(job->state(), Job::State::Canceled);
    QTRY_VERIFY(!bench.find<QAbstractButton>("cancelJob"));
    QTRY_VERIFY(bench.find<QAbstractButton>("clearEnded")->isEnabled());
    bench.find<QAbstractButton>("clearEnded")->click();
    QCOMPARE(bench.window->drawer()->list()->model()->rowCount(), 0);
    bench.window->drawer()->list()->setFocus();
    QTest::keyClick(bench.window->drawer()->list(), Qt::Key_Escape);
    QTRY_VERIFY(!bench.window->drawer()->isVisible());
}

void TestMainWindow::asksBeforeWorkIsLost()
{
    WindowBench bench;
    QVERIFY(bench.open(u"models"_s));
    bench.jobs->start(u"Copy the snapshot"_s, [](JobContext &context) -> Result<> {
        while (!context.cancelToken().waitFor(std::chrono::milliseconds(5))) {
        }
        return Error::canceled();
    });
    QVERIFY(!bench.window->close());
    auto *dialog = bench.find<DecisionDialog>("quitDialog");
    QTRY_VERIFY(dialog && dialog->isVisible());
    dialog->reject();
    QVERIFY(bench.window->isVisible());
    QVERIFY(!bench.window->close());
    QTRY_VERIFY(bench.find<DecisionDialog>("quitDialog"));
    bench.find<DecisionDialog>("quitDialog")->accept();
    QTRY_VERIFY(!bench.window->isVisible());
}

void TestMainWindow::aNewerDatabaseIsAPage()
{
    WindowBench bench;
    bench.window->show();
    bench.window->setProblem(Error::failed(u"workspace.newer"_s, u"This workspace was made by a newer Mooring."_s)
                                 .withFix(u"Install the newer version."_s));
    auto *message = bench.find<TextLabel>("problemMessage");
    QTRY_VERIFY(message && message->isVisible());
    QCOMPARE(message->text(), u"This workspace was made by a newer Mooring."_s);
    QVERIFY(bench.find<TextLabel>("problemFix")->isVisible());
    QVERIFY(!bench.window->sidebar()->isVisible());
    QTRY_COMPARE(mooring::test::walkUi(bench.window.get()), QStringList());
    installLanguage(u"ko"_s); // the page stays through a change of language
    QTRY_VERIFY(bench.find<TextLabel>("problemMessage") && bench.find<TextLabel>("problemMessage")->isVisible());
}

void TestMainWindow::anotherChoiceLeavesTheLanguageOfTheSession()
{
    WindowBench bench;
    installLanguage(u"ko"_s); // as --lang does
    UiSettings::Choices choices = bench.settings->choices();
    choices.theme = UiSettings::Theme::Dark;
    bench.settings->choose(choices);
    QCOMPARE(languageInUse(), u"ko"_s);
    choices.language.clear();
    bench.settings->choose(choices);
    choices.language = u"en"_s;
    bench.settings->choose(choices);
    QCOMPARE(languageInUse(), u"en"_s);
}

void TestMainWindow::foldsTheSidebarWhenNarrow()
{
    WindowBench bench;
    QVERIFY(bench.open(u"welcome"_s));
    bench.window->resize(1200, 700);
    QTRY_VERIFY(bench.window->sidebar()->isVisible());
    bench.window->resize(700, 400);
    QTRY_VERIFY(!bench.window->sidebar()->isVisible());
    auto *button = bench.find<QAbstractButton>("sidebarButton");
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(bench.window->sidebar()->isVisible());
    button->click();
    bench.window->resize(1200, 700);
    QTRY_VERIFY(bench.window->sidebar()->isVisible());
    QVERIFY(!button->isVisible());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
