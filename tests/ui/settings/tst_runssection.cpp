#include "tests/support/testsupport.h"
#include "tests/ui/support/windowbench.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QLineEdit>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// What a new run starts with, from the settings to the wizard.
class TestRunsSection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewRunStartsWithThem()
    {
        WindowBench bench;
        QVERIFY(bench.open(u"settings?section=runs"_s));
        auto *limit = bench.find<SegmentedControl>("runTimeLimit");
        QVERIFY(limit);
        QCOMPARE(limit->current(), u"0"_s);
        limit->findChild<QAbstractButton *>(u"choice-14400"_s)->click();
        auto *experiment = bench.find<QLineEdit>("runExperiment");
        experiment->setText(u"bearing"_s);
        Q_EMIT experiment->editingFinished();
        QCOMPARE(bench.settings->choices().runTimeLimitSeconds, 14400);
        bench.window->router().go(u"new-run"_s);
        QCOMPARE(bench.find<QLineEdit>("timeLimit")->text(), u"4 h"_s);
        QCOMPARE(bench.find<QLineEdit>("experiment")->text(), u"bearing"_s);
        QVERIFY(bench.window->context()->drafts.drafts().empty()); // nothing was said about this run yet
        bench.settings->undo();
        QCOMPARE(experiment->text(), QString());
        bench.settings->undo();
        QCOMPARE(limit->current(), u"0"_s);
    }
};

QTEST_MAIN(TestRunsSection)
#include "tst_runssection.moc"
