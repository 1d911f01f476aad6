#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/page.h"
#include "ui/widgets/style.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QMenu>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestBadge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }

    void tellsItsWord()
    {
        Badge badge(Glyph::Running, u"Running, 2 s"_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(&badge)->text(QAccessible::Name), u"Running, 2 s"_s);
        badge.setState(Glyph::Failed, u"Failed, exit code 1"_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(&badge)->text(QAccessible::Name), u"Failed, exit code 1"_s);
        QVERIFY(badge.sizeHint().height() == 24);
    }
    void toneAndGlyphChangeThePicture()
    {
        Badge badge(Glyph::Good, u"Word"_s);
        badge.resize(badge.sizeHint());
        const QImage good = badge.grab().toImage();
        badge.setState(Glyph::Failed, u"Word"_s);
        QVERIFY(good != badge.grab().toImage());
    }
    void headerFoldsButTheMostUrgentAction()
    {
        Page page;
        Button *folder = edgeButton(u"Open folder"_s), *again = edgeButton(u"Run again…"_s),
               *stop = dangerButton(u"Cancel run…"_s);
        for (Button *button : {folder, again, stop})
            page.header()->addAction(button);
        page.header()->setTitle(u"bearing-cnn-041"_s);
        page.header()->setBadge(Glyph::Running, u"Running, 11 min"_s);
        page.header()->setFacts({u"train.py"_s, u"gpu-box-2"_s});
        page.resize(1100, 600);
        page.show();
        QTRY_VERIFY(folder->isVisible() && again->isVisible() && stop->isVisible());
        auto *more = page.findChild<Button *>(u"moreActions"_s);
        QVERIFY(!more->isVisible());
        page.resize(640, 360);
        QTRY_VERIFY(!folder->isVisible());
        QVERIFY(stop->isVisible() && more->isVisible() && !again->isVisible());
        page.header()->showAction(stop, false); // the run has ended
        QTRY_VERIFY(folder->isVisible());
        page.header()->showAction(again, false); // folded at this time: no less a wish
        QVERIFY(!more->isVisible());
        page.resize(1100, 600);
        QTRY_VERIFY(!page.header()->isCompact());
        QVERIFY(folder->isVisible() && !again->isVisible() && !stop->isVisible());
        page.header()->showAction(again, true);
        QVERIFY(again->isVisible());
    }
    void enterPressesAButton()
    {
        Button button(ButtonKind::Filled, u"Open"_s);
        button.show();
        int pressed = 0;
        connect(&button, &QPushButton::clicked, &button, [&pressed] { ++pressed; });
        QTest::keyClick(&button, Qt::Key_Return);
        QTest::keyClick(&button, Qt::Key_Enter, Qt::KeypadModifier);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(pressed, 3);
        QTest::keyClick(&button, Qt::Key_Return, Qt::ControlModifier);
        button.setEnabled(false);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(pressed, 3);
        QDialog dialog; // where Enter takes what loses nothing
        auto *danger = new Button(ButtonKind::Danger, u"Delete"_s, {}, &dialog);
        connect(danger, &QPushButton::clicked, &button, [&pressed] { ++pressed; });
        dialog.show();
        QTest::keyClick(danger, Qt::Key_Return);
        QCOMPARE(pressed, 3);
    }
    void threeActionsAreShownAtMost()
    {
        Page page;
        QList<Button *> buttons;
        for (const char *name : {"first", "second", "third", "fourth", "fifth"}) {
            buttons << edgeButton(QString::fromLatin1(name));
            buttons.last()->setObjectName(QLatin1String(name));
            page.header()->addAction(buttons.last());
        }
        page.header()->setTitle(u"Title"_s);
        page.resize(1100, 600);
        page.show();
        auto *more = page.findChild<Button *>(u"moreActions"_s);
        QTRY_VERIFY(more->isVisible());
        QVERIFY(buttons[0]->isVisible() && buttons[2]->isVisible() && !buttons[3]->isVisible());
        bool clicked = false;
        connect(buttons[4], &QPushButton::clicked, &page, [&clicked] { clicked = true; });
        more->click();
        auto *menu = more->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        menu->findChild<QAction *>(u"fifth"_s)->trigger();
        QVERIFY(clicked);
        menu->close();
        page.header()->showAction(buttons[0], false); // there is room for the next
        QVERIFY(buttons[3]->isVisible() && !buttons[4]->isVisible());
        page.header()->showAction(buttons[1], false);
        QVERIFY(buttons[4]->isVisible() && !more->isVisible());
    }
    void moreRunsTheFoldedAction()
    {
        Page page;
        Button *first = edgeButton(u"First"_s), *second = filledButton(u"Second"_s);
        page.header()->addAction(first);
        page.header()->addAction(second);
        page.header()->setTitle(u"Title"_s);
        page.resize(500, 300);
        page.show();
        QTRY_VERIFY(!first->isVisible());
        bool clicked = false;
        connect(first, &QPushButton::clicked, &page, [&clicked] { clicked = true; });
        auto *more = page.findChild<Button *>(u"moreActions"_s);
        more->click();
        auto *menu = more->findChild<QMenu *>();
        QVERIFY(menu);
        menu->actions().constFirst()->trigger();
        QVERIFY(clicked);
    }
    void aboveBodyTakesNoRoomWhileEmpty()
    {
        Page page;
        auto *body = new QWidget;
        page.setBody(body);
        auto *bar = new QWidget;
        bar->setFixedHeight(30);
        bar->hide();
        page.aboveBody()->addWidget(bar);
        page.resize(900, 400);
        page.show();
        QTRY_VERIFY(body->y() > 0);
        const int before = body->y();
        bar->show();
        QTRY_COMPARE(body->y(), before + 12 + 30);
        bar->hide();
        QTRY_COMPARE(body->y(), before);
    }
};

QTEST_MAIN(TestBadge)
#include "tst_badge.moc"
