#include "tests/support/uiwalker.h"
#include "ui/runs/runoutputs.h"
#include "ui/widgets/button.h"
#include "ui/widgets/style.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

enum class Case { Local, Nothing, OnlyThere, Live, Fetching, Elsewhere, Here };

OutputsView viewOf(Case which)
{
    OutputsView view;
    if (which != Case::Nothing)
        view.files = {{"model.bin", 200'000'000, {}}, {"logs/loss.csv", 14'000'000, {}}};
    if (which != Case::Local)
        view.machine = u"lab-vm"_s;
    view.live = which == Case::Live;
    view.fetching = which == Case::Fetching;
    if (which == Case::Elsewhere || which == Case::Here)
        view.fetchedAt = QDateTime::currentDateTimeUtc();
    if (which == Case::Local || which == Case::Here)
        view.folder = u"/somewhere/outputs"_s;
    return view;
}

} // namespace
Q_DECLARE_METATYPE(Case)

/// Whether a run's outputs are here, and the act that brings them.
class TestRunOutputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }

    void saysWhereTheyAre_data()
    {
        QTest::addColumn<Case>("which");
        QTest::addColumn<bool>("row");     // the line above the files
        QTest::addColumn<bool>("fetches"); // the button can be pressed
        QTest::addColumn<bool>("opens");
        QTest::addColumn<QString>("says");
        QTest::newRow("of this computer") << Case::Local << false << false << false << QString();
        QTest::newRow("none") << Case::Nothing << false << false << false << QString();
        QTest::newRow("only there") << Case::OnlyThere << true << true << false << u"Only on lab-vm."_s;
        QTest::newRow("still written") << Case::Live << true << false << false << u"when the run has ended"_s;
        QTest::newRow("on its way") << Case::Fetching << true << false << false << u"Coming from lab-vm"_s;
        QTest::newRow("in another folder") << Case::Elsewhere << true << true << false << u"folder that you named"_s;
        QTest::newRow("here") << Case::Here << true << false << true << u"On this computer too."_s;
    }
    void saysWhereTheyAre()
    {
        QFETCH(Case, which);
        QFETCH(bool, row);
        QFETCH(bool, fetches);
        QFETCH(bool, opens);
        QFETCH(QString, says);
        RunOutputs outputs;
        outputs.resize(900, 400);
        outputs.setOutputs(viewOf(which));
        outputs.show();
        QVERIFY(QTest::qWaitForWindowExposed(&outputs));
        QCOMPARE(outputs.findChild<QWidget *>(u"outputsPlace"_s)->isVisible(), row);
        auto *fetch = outputs.findChild<Button *>(u"fetchOutputs"_s);
        QCOMPARE(fetch->isVisible() && fetch->isEnabled(), fetches);
        QCOMPARE(outputs.findChild<Button *>(u"openOutputs"_s)->isVisible(), opens);
        QVERIFY2(outputs.findChild<TextLabel *>(u"outputsWhere"_s)->text().contains(says), qPrintable(says));
        if (fetches) {
            QCOMPARE(fetch->text(), u"Fetch 214 MB"_s);
            QSignalSpy wanted(&outputs, &RunOutputs::fetchWanted);
            fetch->click();
            QCOMPARE(wanted.count(), 1);
        }
        MOORING_WALK(&outputs);
    }
};

QTEST_MAIN(TestRunOutputs)
#include "tst_runoutputs.moc"
