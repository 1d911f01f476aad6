#include "ui/widgets/commandbox.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

LadderRow row(const QString &id, Glyph glyph, const QString &verdict, qint64 ms, const QString &fix = {})
{
    LadderRow r;
    r.id = id, r.title = id.toUpper(), r.glyph = glyph, r.verdict = verdict, r.answer = u"answer of "_s + id, r.ms = ms,
    r.fix = fix;
    r.fixIsCommand = !fix.isEmpty();
    return r;
}

} // namespace

class TestLadderView : public QObject
{
    Q_OBJECT
private:
    static void fill(Ladder &ladder)
    {
        ladder.setRows({row(u"dns"_s, Glyph::Good, u"passed"_s, 3),
                        row(u"clock"_s, Glyph::Warning, u"warned"_s, 21, u"sudo ntp"_s),
                        row(u"job"_s, Glyph::NotBegun, u"waiting"_s, -1)});
        ladder.resize(700, ladder.sizeHint().height());
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }

    void readersGetEveryRung()
    {
        Ladder ladder;
        fill(ladder);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&ladder);
        QCOMPARE(face->role(), QAccessible::List);
        QCOMPARE(face->child(1)->role(), QAccessible::ListItem);
        QCOMPARE(face->child(1)->text(QAccessible::Name), u"CLOCK, warned, 21 ms, answer of clock"_s);
        QCOMPARE(face->child(2)->text(QAccessible::Name), u"JOB, waiting, answer of job"_s);
        ladder.select(u"clock"_s);
        QVERIFY(face->child(1)->state().selected);
        QVERIFY(!face->child(0)->state().selected);
    }
    void theRemedyOpensUnderItsRung()
    {
        Ladder ladder;
        fill(ladder);
        QCOMPARE(ladder.partRect(0).height(), 27);
        QCOMPARE(ladder.partRect(1).height(), 63);
        auto *box = ladder.findChild<CommandBox *>();
        QVERIFY(box && box->command() == u"sudo ntp"_s);
        QVERIFY(ladder.partRect(1).contains(box->geometry().center()));
        box->copy();
        QCOMPARE(QApplication::clipboard()->text(), u"sudo ntp"_s);
        ladder.setRow(row(u"clock"_s, Glyph::Good, u"passed"_s, 20));
        QVERIFY(!ladder.findChild<CommandBox *>());
        QCOMPARE(ladder.partRect(1).height(), 27);
    }
    void keysWalkOpenRunAndCopy()
    {
        Ladder ladder;
        fill(ladder);
        ladder.show();
        ladder.setFocus();
        QSignalSpy chosen(&ladder, &Ladder::selectionChanged), opened(&ladder, &Ladder::activated),
            again(&ladder, &Ladder::runAgain);
        QTest::keyClick(&ladder, Qt::Key_Down);
        QCOMPARE(ladder.selected(), u"dns"_s);
        QTest::keyClick(&ladder, Qt::Key_End);
        QCOMPARE(ladder.selected(), u"job"_s);
        QTest::keyClick(&ladder, Qt::Key_Down);
        QCOMPARE(ladder.selected(), u"job"_s);
        QTest::keyClick(&ladder, Qt::Key_Up);
        QCOMPARE(ladder.selected(), u"clock"_s);
        QCOMPARE(chosen.size(), 3);
        QTest::keyClick(&ladder, Qt::Key_Return);
        QCOMPARE(opened.value(0).value(0).toString(), u"clock"_s);
        QTest::keyClick(&ladder, Qt::Key_R);
        QCOMPARE(again.value(0).value(0).toString(), u"clock"_s);
        QTest::keyClick(&ladder, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"CLOCK, warned, 21 ms, answer of clock"_s);
        ladder.setCanRun(false);
        QTest::keyClick(&ladder, Qt::Key_R);
        QCOMPARE(again.size(), 1);
    }
    void keepsTheSelectionWhenRowsComeAgain()
    {
        Ladder ladder;
        fill(ladder);
        ladder.select(u"clock"_s);
        ladder.setRows({row(u"new"_s, Glyph::Good, u"passed"_s, 1), row(u"clock"_s, Glyph::Good, u"passed"_s, 3)});
        QCOMPARE(ladder.selected(), u"clock"_s);
        ladder.setRows({row(u"new"_s, Glyph::Good, u"passed"_s, 1)});
        QCOMPARE(ladder.selected(), QString());
    }
    void emptyDoesNothing()
    {
        Ladder ladder;
        ladder.show();
        QSignalSpy chosen(&ladder, &Ladder::selectionChanged);
        for (int key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End, Qt::Key_Return, Qt::Key_R})
            QTest::keyClick(&ladder, Qt::Key(key));
        QTest::mouseClick(&ladder, Qt::LeftButton);
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(ladder.report(), QString());
    }
    void reportHasEveryRungAndItsRemedy()
    {
        Ladder ladder;
        fill(ladder);
        QCOMPARE(ladder.report(),
                 u"DNS, passed, 3 ms, answer of dns\nCLOCK, warned, 21 ms, answer of clock\n    Fix: sudo ntp\n"
                 "JOB, waiting, answer of job"_s);
    }
    void aSelectedRungScrollsIntoSight()
    {
        auto *ladder = new Ladder;
        std::vector<LadderRow> rows;
        for (int i = 0; i < 40; ++i)
            rows.push_back(row(u"r%1"_s.arg(i), Glyph::Good, u"passed"_s, i));
        ladder->setRows(rows);
        QScrollArea area;
        area.setWidgetResizable(true);
        area.setWidget(ladder);
        area.resize(600, 200);
        area.show();
        ladder->select(u"r39"_s);
        QTRY_VERIFY(ladder->visibleRegion().boundingRect().contains(ladder->partRect(39).center()));
    }
};

QTEST_MAIN(TestLadderView)
#include "tst_ladderview.moc"
