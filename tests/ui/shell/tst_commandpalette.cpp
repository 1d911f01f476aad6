#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
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

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
