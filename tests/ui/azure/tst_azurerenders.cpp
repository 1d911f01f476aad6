// Signing in, choosing, the start page of an Azure ML workspace and the practice lab, looked at.
#include "tests/support/testsupport.h"
#include "tests/ui/azure/azurebench.h"
#include "tests/ui/support/looks.h"
#include "ui/context/openworkspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QTableView>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::AzureBench;
using mooring::test::Looks;

class TestAzureRenders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPage_data() { Looks::addRows(); }
    void everyPage()
    {
        AzureBench bench;
        Looks looks(bench);
        QVERIFY(bench.open(u"practice"_s));
        looks.look(u"r0-practice-off"_s);
        bench.startLab({u"expired-token:once"_s, u"policy:always"_s});
        bench.window->openWorkspace().noteChange();
        QTRY_VERIFY(bench.isShown("faultList") && bench.find<QCheckBox>("fault-policy")->isChecked());
        looks.look(u"r1-faults"_s);
        bench.window->router().go(u"open-workspace?cloud=practice"_s);
        QTRY_COMPARE(bench.find<QComboBox>("cloud")->currentData().toString(), u"practice"_s);
        looks.look(u"m1-ways"_s);
        bench.find<QRadioButton>("method-service-principal")->setChecked(true);
        looks.look(u"m1-principal"_s);
        bench.find<QRadioButton>("method-device-code")->setChecked(true);
        bench.find<QAbstractButton>("next")->click();
        QTRY_VERIFY(bench.isShown("deviceCode"));
        looks.look(u"m1-code"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("pickerStep"), 10000);
        QTRY_COMPARE(bench.find<QTableView>("workspaceTable")->model()->rowCount(), 1);
        looks.look(u"m2-pick"_s);
        bench.find<QLineEdit>("findWorkspace")->setText(u"nowhere"_s);
        looks.look(u"m2-none"_s);
        bench.find<QLineEdit>("findWorkspace")->clear();
        bench.find<QAbstractButton>("next")->click();
        QTRY_VERIFY(bench.isShown("openedTitle"));
        looks.look(u"m3-done"_s);
        bench.find<QAbstractButton>("next")->click();
        QVERIFY(bench.isShown("mlHomePage"));
        QTRY_VERIFY(bench.isShown("practiceBand"));
        QTest::qWait(300); // the service's words
        looks.look(u"ml-home"_s);
        bench.window->router().go(u"models"_s);
        QTest::qWait(300);
        looks.look(u"ml-models"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

MOORING_AZURE_TEST_MAIN(TestAzureRenders)
#include "tst_azurerenders.moc"
