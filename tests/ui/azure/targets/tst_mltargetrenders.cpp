// The pages of an Azure ML workspace's targets, looked at.
#include "core/base/clock.h"
#include "tests/ui/azure/targets/mltargetsbench.h"
#include "tests/ui/support/looks.h"
#include "ui/attach/wizard/attachwizard.h"
#include "ui/attach/wizard/kindlist.h"
#include "ui/runs/wizard/runwizard.h"
#include "ui/widgets/tabpages.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::Looks;
using mooring::test::MlTargetsBench;

class TestMlTargetRenders : public QObject
{
    Q_OBJECT
    static bool hasRow(const MlTargetsBench &bench, const QString &name)
    {
        const auto *table = bench.shown<QTableView>("targetTable");
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == name)
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void everyPage_data() { Looks::addRows(); }
    void everyPage()
    {
        MlTargetsBench bench;
        Looks looks(bench);
        QVERIFY(bench.openAt(u"targets"_s));
        bench.make(u"cpu-cluster"_s, true);
        const QDateTime now = nowUtc(), day = now.toLocalTime().date().startOfDay();
        const auto at = [&](double share) { return day.addMSecs(qint64(double(day.msecsTo(now)) * share)); };
        for (const auto &[from, to, nodes] :
             {std::tuple(0.0, 0.55, 0), std::tuple(0.55, 0.65, 2), std::tuple(0.65, 0.76, 4), std::tuple(0.8, 0.99, 2)})
            bench.sawNodes(u"cpu-cluster"_s, at(from), at(to), nodes);
        bench.attach(u"datalake"_s, u"lake"_s, {{u"accountName"_s, u"practicelake"_s}});
        bench.attach(u"ssh"_s, u"vm-train-01"_s,
                     {{u"resourceId"_s, MlTargetsBench::vmId()}, {u"user"_s, u"practice"_s}},
                     {{u"password"_s, "secret"}});
        bench.setFaults({u"nested-error:always"_s});
        bench.attach(u"kubernetes"_s, u"aks-scoring"_s, {{u"resourceId"_s, MlTargetsBench::aksId()}});
        bench.setFaults({});
        bench.go(u"runs"_s);
        bench.go(u"targets"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hasRow(bench, u"aks-scoring"_s), 10000);
        bench.shown<QTableView>("targetTable")->selectRow(1);
        QTest::qWait(300); // the nodes
        looks.look(u"n1-targets"_s);
        bench.go(u"target/aks-scoring"_s);
        QTRY_VERIFY(bench.find<QAbstractButton>("detach")->isEnabled());
        QTest::qWait(200);
        looks.look(u"n1-failed"_s);
        bench.go(u"target/cpu-cluster"_s);
        QTest::qWait(600);
        looks.look(u"n1-cluster"_s);
        if (!bench.isShown("changePrice")) // no room beside the checks
            bench.shown<TabPages>("targetTabs")->show(u"details"_s);
        bench.press("changePrice");
        bench.press("usageAsTable");
        looks.look(u"n1-cluster-table"_s);
        bench.go(u"new-compute"_s);
        looks.look(u"n3-new-compute"_s);

        bench.go(u"attach"_s);
        bench.find<KindList>("kindList")->select(u"hdinsight"_s);
        looks.look(u"e1-kinds-azure"_s);
        bench.press("next");
        auto *page = bench.find<AttachWizard>("attachWizard");
        bench.find<QLineEdit>("targetName")->setText(u"spark-01"_s);
        bench.type(u"clusterName"_s, u"practice-spark"_s);
        bench.type(u"user"_s, u"sshuser"_s);
        bench.type(u"password"_s, u"secret"_s);
        looks.look(u"e2-form-azure"_s);
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), 3, 15000);
        looks.look(u"o1-send"_s);
        bench.find<QCheckBox>("sendConsent")->setChecked(true);
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), 4, 20000);
        QTest::qWait(300); // the code
        looks.look(u"e4-done-azure"_s);
        bench.press("attachAnother");
        bench.find<KindList>("kindList")->select(u"ssh"_s);
        bench.press("next");
        bench.find<QLineEdit>("targetName")->setText(u"vm-train-gpu"_s);
        bench.type(u"resourceId"_s, MlTargetsBench::vmId().replace(u"practice-vm"_s, u"Practice-VM"_s));
        bench.type(u"user"_s, u"practice"_s);
        bench.type(u"password"_s, u"secret"_s);
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("sameIds"), 10000);
        looks.look(u"o2-same"_s);

        bench.stopLab();
        bench.go(u"targets"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("tryNow"), 20000);
        looks.look(u"n2-offline"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }

    /// A run: the wizard, and its page.
    void runs_data() { Looks::addFewRows(); }
    void runs()
    {
        MlTargetsBench bench(60000);
        Looks looks(bench);
        const QString source = bench.folder + u"/bearings"_s;
        QVERIFY(QDir().mkpath(source));
        for (const char *name : {"train.py", "requirements.txt"}) {
            QFile file(source + u'/' + QLatin1String(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("numpy\n") > 0);
        }
        QVERIFY(bench.openAt(u"runs"_s));
        QTest::qWait(600);
        looks.look(u"n4-no-runs"_s);
        bench.attach(u"datalake"_s, u"lake"_s, {{u"accountName"_s, u"practicelake"_s}});
        bench.go(u"new-run?source="_s + source);
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<QComboBox>("target") && bench.shown<QComboBox>("target")->count() == 3,
                                 10000);
        QTRY_COMPARE(bench.shown<QComboBox>("script")->currentText(), u"train.py"_s);
        looks.look(u"n4-wizard-settings"_s);
        const auto *wizard = bench.find<RunWizard>("runWizard");
        for (const QString &name : {u"files"_s, u"environment"_s, u"review"_s}) {
            const int before = wizard->step();
            QTest::qWait(800); // what is looked at in the background
            bench.press("next");
            QTRY_COMPARE_WITH_TIMEOUT(wizard->step(), before + 1, 10000);
            QTest::qWait(800);
            looks.look(u"n4-wizard-"_s + name);
        }
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("mlRunPage"), 15000);
        QTest::qWait(1500);
        for (const QString &tab : {u"outputs"_s, u"details"_s, u"code"_s}) {
            bench.shown<TabPages>("runTabs")->show(tab);
            looks.look(u"n4-run-"_s + tab);
        }
        for (const QString &page : {u"environments"_s, u"models"_s}) {
            bench.go(page);
            QTest::qWait(600);
            looks.look(u"n5-"_s + page);
        }
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

QTEST_MAIN(TestMlTargetRenders)
#include "tst_mltargetrenders.moc"
