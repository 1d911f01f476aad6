#include "core/azure/ml/mlworkspacebook.h"
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
#include "ui/context/openworkspace.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/palettelist.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTreeView>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

class TestCommandPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsATargetAndGoesThere();
    void escapeGivesTheFocusBack();
    void skipsTheHeadsOfGroups();
    void remembersWhatWasUsed();
    void findsEnglishNamesInAKoreanWindow();
    void findsOtherWorkspacesByName();
};

void TestCommandPalette::findsATargetAndGoesThere()
{
    WindowBench bench;
    QVERIFY(bench.open(u"welcome"_s));
    auto *tree = bench.find<QTreeView>("workspaceTree");
    QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 1);
    bench.window->activateWindow();
    QTRY_VERIFY(bench.window->isActiveWindow());
    QTest::keyClick(bench.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    CommandPalette *palette = bench.window->commandPalette();
    QTRY_VERIFY(palette->isVisible());
    QTest::keyClicks(palette->field(), u"@bench"_s);
    QCOMPARE(palette->model()->itemCount(), 1);
    QTRY_COMPARE(mooring::test::walkUi(palette), QStringList());
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(bench.window->router().route(), u"target/local"_s);
}

void TestCommandPalette::escapeGivesTheFocusBack()
{
    WindowBench bench;
    QVERIFY(bench.open(u"welcome"_s));
    bench.window->activateWindow();
    auto *tree = bench.find<QTreeView>("workspaceTree");
    tree->setFocus();
    QTRY_VERIFY(tree->hasFocus());
    bench.window->commandPalette()->open();
    QTRY_VERIFY(bench.window->commandPalette()->field()->hasFocus());
    QTest::keyClick(bench.window->commandPalette()->field(), Qt::Key_Escape);
    QVERIFY(!bench.window->commandPalette()->isVisible());
    QTRY_VERIFY(tree->hasFocus());
}

void TestCommandPalette::skipsTheHeadsOfGroups()
{
    WindowBench bench;
    QVERIFY(bench.open(u"welcome"_s));
    CommandPalette *palette = bench.window->commandPalette();
    palette->open();
    const PaletteListModel *model = palette->model();
    QVERIFY(model->rowCount() > model->itemCount());
    for (int i = 0; i < model->rowCount() + 5; ++i) {
        QVERIFY(model->item(palette->list()->currentIndex()));
        QTest::keyClick(palette->field(), Qt::Key_Down);
    }
    for (int i = 0; i < model->rowCount() + 5; ++i) {
        QTest::keyClick(palette->field(), Qt::Key_Up);
        QVERIFY(model->item(palette->list()->currentIndex()));
    }
    QTest::keyClicks(palette->field(), u"zzz"_s);
    QCOMPARE(model->itemCount(), 0);
    QTest::keyClick(palette->field(), Qt::Key_Return); // nothing to do, and nothing is done
    QVERIFY(palette->isVisible());
}

void TestCommandPalette::remembersWhatWasUsed()
{
    WindowBench bench;
    QVERIFY(bench.open(u"welcome"_s));
    CommandPalette *palette = bench.window->commandPalette();
    for (int i = 0; i < 3; ++i) {
        palette->open(u"activity"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
    }
    palette->open(u">"_s);
    QCOMPARE(palette->model()->item(palette->list()->currentIndex())->id, u"activity"_s);
}

void TestCommandPalette::findsEnglishNamesInAKoreanWindow()
{
    WindowBench bench;
    QVERIFY(bench.open(u"welcome"_s));
    UiSettings::Choices choices = bench.settings->choices();
    choices.language = u"ko"_s;
    bench.settings->choose(choices);
    const auto first = [&](const QString &query) {
        bench.window->commandPalette()->open(query);
        const PaletteListModel *model = bench.window->commandPalette()->model();
        const PaletteItem *item = model->item(bench.window->commandPalette()->list()->currentIndex());
        return item ? item->id + u' ' + item->text : QString();
    };
    QTRY_COMPARE(first(u"> attach comp"_s), u"attach "_s + QCoreApplication::translate("mooring", "Attach compute…"));
    QVERIFY(!first(u"> attach comp"_s).contains(u"Attach"_s));
    QVERIFY(first(u"keychain"_s).startsWith(u"settings?section=keychain "_s));
}

void TestCommandPalette::findsOtherWorkspacesByName()
{
    WindowBench bench;
    QVERIFY(bench.open(u"welcome"_s));
    const auto id = MlWorkspace::parseId(u"/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/plant/"
                                         u"providers/Microsoft.MachineLearningServices/workspaces/bearings"_s);
    MOORING_OK(id);
    MOORING_OK(MlWorkspaceBook(*bench.services->workspace).add({u"bearings"_s, u"public"_s, {}, *id}));
    bench.window->openWorkspace().noteChange();
    CommandPalette *palette = bench.window->commandPalette();
    const auto count = [&] {
        palette->open(u"bearings"_s);
        return palette->model()->itemCount();
    };
    QTRY_COMPARE(count(), 1);
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QTRY_COMPARE(bench.window->openWorkspace().name(), u"bearings"_s);
    bench.window->commandPalette()->open(u"my workspace"_s); // and back; the open one is not offered
    QTest::keyClick(bench.window->commandPalette()->field(), Qt::Key_Return);
    QTRY_VERIFY(bench.window->openWorkspace().isLocal());
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
