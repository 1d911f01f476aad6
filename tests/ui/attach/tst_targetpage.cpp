#include "core/targets/targetservice.h"
#include "core/transport/ssh/hostkey.h"
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
#include "ui/attach/ladder/checkpanel.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/page.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/textlabel.h"
#include "ui/workspace/loglines.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include <algorithm>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

class TestTargetPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksOnceByItselfAndShowsTheRemedy();
    void rungsAreListedWhileTheyWait();
    void f5ChecksAgain();
    void oneRungAlone();
    void aFailureIsABadgeAndAFix();
    void anUnknownTargetIsASentence();
    void aQuestionStandsOverTheLadder();
    void runsHaveTheirTab();
    void settingsAndCode();
    void answersInAnotherLanguageAreSaid();
};

void TestTargetPage::checksOnceByItselfAndShowsTheRemedy()
{
    WindowBench bench;
    QVERIFY(bench.open(u"target/local"_s));
    QTRY_VERIFY(bench.find<Ladder>("ladder"));
    auto *ladder = bench.find<Ladder>("ladder");
    QTRY_COMPARE(bench.find<QLabel>("checkSummary")->text(), u"2 passed, 1 warned, 1 skipped"_s);
    QTRY_COMPARE(bench.window->router().page()->findChild<Badge *>()->word(), u"Warning, Clock"_s);
    QCOMPARE(ladder->rows().size(), size_t(4));
    QCOMPARE(ladder->rows()[2].fix, u"sudo timedatectl set-ntp true"_s);
    QTRY_VERIFY(bench.find<LogLinesView>("provisioningLog")->lines()->allText().contains(u"knocking at the bench"_s));
    QCOMPARE(bench.script->ladders.load(), 1);

    ladder->select(u"clock"_s);
    Q_EMIT ladder->selectionChanged(u"clock"_s);
    QCOMPARE(bench.find<CodeBox>("rungAsked")->text(), u"date"_s);
    bench.find<Button>("copyReport")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"42 s ahead of this computer"_s));
    QTRY_COMPARE(mooring::test::walkUi(bench.window.get()), QStringList());
}

void TestTargetPage::rungsAreListedWhileTheyWait()
{
    WindowBench bench;
    bench.script->hold = true;
    QVERIFY(bench.open(u"target/local"_s));
    QTRY_VERIFY(bench.find<Ladder>("ladder"));
    auto *ladder = bench.find<Ladder>("ladder");
    QTRY_COMPARE(ladder->rows().size(), size_t(4));
    QTRY_COMPARE(ladder->rows()[1].glyph, Glyph::Preparing);
    QCOMPARE(ladder->rows()[3].glyph, Glyph::NotBegun);
    QVERIFY(!bench.find<Button>("checkAgain")->isEnabled());
    // Another page that wants the same check gets the one under way.
    bench.window->router().go(u"targets"_s);
    bench.find<QAbstractButton>("checkAllTargets")->click();
    QCOMPARE(bench.jobs->runningCount(), 1);
    bench.window->router().go(u"target/local"_s);
    bench.script->hold = false;
    QTRY_VERIFY(bench.find<Button>("checkAgain")->isEnabled());
    QTRY_COMPARE(ladder->rows()[3].glyph, Glyph::LeftOut);
}

void TestTargetPage::f5ChecksAgain()
{
    WindowBench bench;
    QVERIFY(bench.open(u"target/local"_s));
    QTRY_COMPARE(bench.script->ladders.load(), 1);
    QTRY_VERIFY(bench.find<Button>("checkAgain") && bench.find<Button>("checkAgain")->isEnabled());
    bench.window->activateWindow();
    QTRY_VERIFY(bench.window->isActiveWindow());
    QTest::keyClick(bench.window.get(), Qt::Key_F5);
    QTRY_COMPARE(bench.script->ladders.load(), 2);
}

void TestTargetPage::oneRungAlone()
{
    WindowBench bench;
    QVERIFY(bench.open(u"target/local"_s));
    QTRY_VERIFY(bench.find<Button>("checkAgain") && bench.find<Button>("checkAgain")->isEnabled());
    QTRY_COMPARE(bench.find<Ladder>("ladder")->rows().size(), size_t(4));
    QTRY_COMPARE(bench.find<Ladder>("ladder")->rows()[0].glyph, Glyph::Good);
    Q_EMIT bench.find<Ladder>("ladder")->runAgain(u"clock"_s);
    QTRY_VERIFY(bench.find<Button>("checkAgain")->isEnabled());
    QTRY_COMPARE(bench.find<Ladder>("ladder")->rows()[0].glyph, Glyph::Good); // the others keep what they had
    QCOMPARE(bench.script->ladders.load(), 1);
}

void TestTargetPage::aFailureIsABadgeAndAFix()
{
    WindowBench bench;
    bench.script->broken = true;
    QVERIFY(bench.open(u"target/local"_s));
    QTRY_VERIFY(bench.window->router().page() && bench.window->router().page()->findChild<Badge *>());
    QTRY_COMPARE(bench.window->router().page()->findChild<Badge *>()->word(), u"Failed, Connection"_s);
    QCOMPARE(bench.find<Ladder>("ladder")->rows()[0].fix, u"sudo ring the-bell"_s);
}

void TestTargetPage::anUnknownTargetIsASentence()
{
    WindowBench bench;
    QVERIFY(bench.open(u"target/nowhere"_s));
    QTRY_VERIFY(bench.find<Button>("checkAgain"));
    QTRY_VERIFY(!bench.find<Button>("checkAgain")->isEnabled());
    const auto says = [&] {
        const QList<TextLabel *> labels = bench.window->router().page()->findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) {
            return label->isVisible() && label->text().contains(u"nowhere"_s) && label->text().endsWith(u'.');
        });
    };
    QTRY_VERIFY(says());
}

void TestTargetPage::aQuestionStandsOverTheLadder()
{
    WindowBench bench;
    QVERIFY(bench.open(u"targets"_s));
    mooring::test::attachRemote(bench, u"box"_s);
    const HostKeyFinding changed{u"box.lan"_s, 22, {u"ssh-ed25519"_s, "key"}, HostKeyVerdict::Changed, {}};
    bench.remote->ask(u"hostKey"_s, changed.toJson());
    bench.window->router().go(u"target/box"_s);
    QTRY_VERIFY(bench.find<Button>("checkAgain") && bench.find<Button>("checkAgain")->isEnabled());
    QTRY_VERIFY(!bench.find<Ladder>("ladder")->rows().empty()); // it was read
    QVERIFY(!bench.find<QWidget>("refusedKeyCard"));
    bench.find<Button>("checkAgain")->click();
    QTRY_VERIFY(bench.find<QWidget>("refusedKeyCard"));
    QCOMPARE(bench.find<Button>("runHere")->kind(), ButtonKind::Edge); // the card has the filled one
    bench.find<Button>("doNotConnect")->click();
    QTRY_VERIFY(!bench.find<QWidget>("refusedKeyCard"));
    bench.remote->ask({}, {});
    bench.find<Button>("checkAgain")->click();
    QTRY_COMPARE(bench.window->router().page()->findChild<Badge *>()->word(), u"Warning, Clock"_s);
    QVERIFY(!bench.find<QWidget>("refusedKeyCard"));
}

void TestTargetPage::runsHaveTheirTab()
{
    WindowBench bench;
    QVERIFY(bench.open(u"target/local"_s));
    RunRecord run;
    run.id = u"r1"_s;
    run.name = u"train-001"_s;
    run.settings.target = u"local"_s;
    run.settings.script = u"train.py"_s;
    MOORING_OK(bench.services->workspace->saveRun(run));
    run.id = u"r2"_s;
    run.name = u"elsewhere"_s;
    run.settings.target = u"box"_s;
    MOORING_OK(bench.services->workspace->saveRun(run));
    bench.find<TabPages>("targetTabs")->show(u"runs"_s);
    QTRY_VERIFY(bench.find<QAbstractItemView>("targetRuns"));
    QTRY_COMPARE(bench.find<QAbstractItemView>("targetRuns")->model()->rowCount(), 1);
}

void TestTargetPage::settingsAndCode()
{
    WindowBench bench;
    QVERIFY(bench.open(u"targets"_s));
    mooring::test::attachRemote(bench, u"box"_s);
    bench.window->router().go(u"target/box"_s);
    QTRY_VERIFY(bench.find<TabPages>("targetTabs"));
    auto *tabs = bench.find<TabPages>("targetTabs");
    tabs->show(u"settings"_s);
    QTRY_COMPARE(bench.find<FactList>("targetSettings")->fact(u"Address"_s), u"box.lan"_s);
    QCOMPARE(bench.find<FactList>("targetSettings")->fact(u"Password"_s), QString()); // none was given

    tabs->show(u"code"_s);
    QTRY_VERIFY(bench.find<SegmentedControl>("sameAs"));
    QCOMPARE(bench.find<CodeBox>("attachCommand")->text(), u"mooring attach remote box --set address=box.lan"_s);
    const auto textAs = [&](const QString &form) {
        bench.find<QAbstractButton>(qPrintable(u"choice-"_s + form))->click();
        return bench.find<CodeBox>("attachCommand")->text();
    };
    QVERIFY2(textAs(u"mooring"_s).contains(u"\nkind: remote\n"_s), qPrintable(textAs(u"mooring"_s)));
    QVERIFY(textAs(u"sdk"_s).contains(u"no words for this"_s)); // this kind knows no other tool
    QTRY_COMPARE(mooring::test::walkUi(bench.window.get()), QStringList());

    bench.window->router().go(u"target/local"_s); // always there: nothing to attach
    const auto shown = [&] { return bench.window->router().page()->findChild<TabPages *>(u"targetTabs"_s); };
    QTRY_VERIFY(shown() && shown() != tabs);
    QVERIFY(!shown()->tabs()->ids().contains(u"code"_s));
}

/// They are a record: the titles are those of now, the answers those of then.
void TestTargetPage::answersInAnotherLanguageAreSaid()
{
    CheckPanel panel;
    panel.show();
    std::vector<Rung> rungs(3);
    for (size_t i = 0; i < rungs.size(); ++i) {
        rungs[i].id = (QStringList{u"signin"_s, u"clock"_s, u"gpu"_s})[int(i)];
        rungs[i].title = (QStringList{u"로그인"_s, u"시계"_s, u"GPU"_s})[int(i)];
    }
    LadderReport last;
    for (const char *id : {"signin", "clock", "gpu"}) {
        RungResult rung = RungResult::of(Verdict::Passed, u"asked"_s, u"answered"_s);
        rung.id = QString::fromLatin1(id);
        rung.title = rung.id.toUpper(); // as an English window has them
        last.rungs.push_back(rung);
    }
    const auto *note = panel.findChild<QLabel *>(u"checkedInOtherLanguage"_s);
    panel.setChecks(rungs, last);
    QVERIFY(note->isVisible());
    for (size_t i = 0; i < rungs.size(); ++i)
        last.rungs[i].title = rungs[i].title;
    panel.setChecks(rungs, last);
    QVERIFY(!note->isVisible());
    panel.setChecks(rungs, {});
    QVERIFY(!note->isVisible());
}

QTEST_MAIN(TestTargetPage)
#include "tst_targetpage.moc"
