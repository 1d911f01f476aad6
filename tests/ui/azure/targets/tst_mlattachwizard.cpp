// Every kind of the workspace from the form to the proof of its detach, with real widgets against the practice lab.
#include "tests/support/uiwalker.h"
#include "tests/ui/azure/targets/mltargetsbench.h"
#include "ui/attach/wizard/attachwizard.h"
#include "ui/attach/wizard/kindlist.h"
#include "ui/attach/wizard/sendstep.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::MlTargetsBench;

using Texts = std::map<QString, QString>;

class TestMlAttachWizard : public QObject
{
    Q_OBJECT

    static int stepOf(const MlTargetsBench &bench) { return bench.find<AttachWizard>("attachWizard")->step(); }
    static void fillForm(const MlTargetsBench &bench, const QString &kind, const QString &name, const Texts &fields)
    {
        bench.find<KindList>("kindList")->select(kind);
        QCOMPARE(bench.find<KindList>("kindList")->kind(), kind);
        bench.press("next");
        QTRY_COMPARE(stepOf(bench), 1);
        bench.find<QLineEdit>("targetName")->setText(name);
        for (const auto &[field, text] : fields)
            bench.type(field, text);
    }
    static int rowOf(const MlTargetsBench &bench, const QString &name)
    {
        const auto *table = bench.shown<QTableView>("targetTable");
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == name)
                return row;
        }
        return -1;
    }

private Q_SLOTS:
    void everyKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Texts>("fields");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("secret");
        QTest::newRow("virtual machine") << u"ssh"_s
                                         << Texts{{u"resourceId"_s, MlTargetsBench::vmId()},
                                                  {u"user"_s, u"practice"_s},
                                                  {u"password"_s, u"CANARY-password"_s}}
                                         << u"VirtualMachine"_s << u"CANARY-password"_s;
        QTest::newRow("hdinsight") << u"hdinsight"_s
                                   << Texts{{u"clusterName"_s, u"practice-spark"_s},
                                            {u"user"_s, u"sshuser"_s},
                                            {u"password"_s, u"CANARY-password"_s}}
                                   << u"HDInsight"_s << u"CANARY-password"_s;
        QTest::newRow("databricks") << u"databricks"_s
                                    << Texts{{u"workspaceName"_s, u"practice-dbx"_s},
                                             {u"accessToken"_s, u"dapi-CANARY"_s}}
                                    << u"Databricks"_s << u"dapi-CANARY"_s;
        QTest::newRow("data lake") << u"datalake"_s << Texts{{u"accountName"_s, u"practicelake"_s}}
                                   << u"DataLakeAnalytics"_s << QString();
        QTest::newRow("kubernetes") << u"kubernetes"_s << Texts{{u"resourceId"_s, MlTargetsBench::aksId()}}
                                    << u"Kubernetes"_s << QString();
        QTest::newRow("batch") << u"batch"_s << Texts{{u"accountName"_s, u"practicebatch"_s}} << QString() << QString();
    }
    void everyKind()
    {
        QFETCH(QString, kind);
        QFETCH(Texts, fields);
        QFETCH(QString, type);
        QFETCH(QString, secret);
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"attach"_s));
        fillForm(bench, kind, u"1-is-no-name"_s, fields);
        bench.press("next"); // the service's rule for names is looked at before anything is asked
        QTest::qWait(100);
        QCOMPARE(stepOf(bench), 1);
        bench.find<QLineEdit>("targetName")->setText(u"bench1"_s);
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(stepOf(bench), 3, 15000);

        const bool isSent = !type.isEmpty();
        QVERIFY(bench.find<QAbstractButton>("next")->hasFocus()); // not what stands next in the window
        QCOMPARE(bench.isShown("sendConsent"), isSent);
        QCOMPARE(bench.find<QAbstractButton>("next")->text().contains(u"in Azure ML"_s), isSent);
        if (isSent) {
            const QString request = bench.find<CodeBox>("sentRequest")->text();
            QVERIFY2(request.startsWith(u"PUT "_s) && request.contains(type), qPrintable(request));
            QVERIFY(secret.isEmpty() || (!request.contains(secret) && request.contains(u"•••"_s)));
            QVERIFY(!bench.find<QCheckBox>("sendConsent")->isChecked());
            bench.press("next"); // nothing goes without the consent
            QCOMPARE(stepOf(bench), 3);
            QVERIFY(bench.find<QCheckBox>("sendConsent")->hasFocus());
            QTRY_VERIFY(!bench.find<QCheckBox>("sendConsent")->visibleRegion().isEmpty()); // and is in sight
            bench.find<QCheckBox>("sendConsent")->setChecked(true);
        }
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(stepOf(bench), 4, 20000);
        QTRY_VERIFY(
            bench.find<CodeBox>("attachCommand")->text().startsWith(u"mooring --workspace practice-ws attach"_s));
        QVERIFY(secret.isEmpty() || !bench.find<CodeBox>("attachCommand")->text().contains(secret));
        if (kind == u"databricks") // no scripts
            QVERIFY(bench.says(u"for steps of pipelines."_s));
        if (kind == u"datalake") // nothing promises what a service that has ended cannot keep
            QCOMPARE(bench.find<Banner>("attachVerdict")->tone(), Tone::Warn);

        bench.go(u"targets"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(bench, u"bench1"_s) >= 0, 10000);
        bench.go(u"target/bench1"_s);
        bench.press("checkAgain");
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<TextLabel>("checkSummary") &&
                                     bench.shown<TextLabel>("checkSummary")->text().contains(u"passed"_s),
                                 10000);
        bench.press("detach");
        QTRY_VERIFY(bench.isShown("detachDialog"));
        bench.press("danger");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("detachProof"), 20000);
        QCOMPARE(bench.isShown("proofLadder"), isSent);
        QCOMPARE(bench.says(u"Azure ML forgot it."_s), isSent);
        MOORING_WALK(bench.window.get());
        bench.press("closeProof");
        QTRY_VERIFY(bench.isShown("mlTargetsPage"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<QTableView>("targetTable") && rowOf(bench, u"bench1"_s) < 0, 10000);
    }

    /// Which resource is meant: at its field, not as an option of a command.
    void aMissingResourceIsSaidAtItsField_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("words");
        QTest::newRow("one way") << u"datalake"_s << QByteArray("field-accountName") << u"is needed."_s;
        QTest::newRow("two ways") << u"hdinsight"_s << QByteArray("field-clusterName")
                                  << u"is missing: Azure ML must know which resource is meant."_s;
    }
    void aMissingResourceIsSaidAtItsField()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, field);
        QFETCH(QString, words);
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"attach"_s));
        fillForm(bench, kind, u"bench1"_s, {});
        bench.press("next");
        QTRY_VERIFY(bench.find<QLineEdit>(field.constData())->hasFocus());
        QVERIFY(bench.says(words));
        QVERIFY(!bench.says(u"--set"_s));
        QCOMPARE(stepOf(bench), 1);
    }

    void theSameResourceIsDetachedFirst()
    {
        MlTargetsBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.attach(u"ssh"_s, u"first"_s, {{u"resourceId"_s, MlTargetsBench::vmId()}, {u"user"_s, u"practice"_s}},
                     {{u"password"_s, "secret"}});
        bench.go(u"attach"_s);
        fillForm(bench, u"ssh"_s, u"second"_s,
                 {{u"resourceId"_s, MlTargetsBench::vmId().replace(u"practice-vm"_s, u"Practice-VM"_s)},
                  {u"user"_s, u"practice"_s},
                  {u"password"_s, u"secret"_s}});
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("sameIds"), 10000);
        QVERIFY(bench.shown<CodeBox>("sameIds")->text().contains(u"Practice-VM"_s));
        bench.press("detachFirst");
        QTRY_VERIFY(bench.isShown("detachDialog"));
        QVERIFY(bench.says(u"Goes from the keychain"_s)); // the kind has a password
        bench.press("danger");
        QTRY_COMPARE_WITH_TIMEOUT(stepOf(bench), 3, 20000);
    }

    void whatWasLostSightOfIsNotKnown_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("the service goes away") << false;
        QTest::newRow("the person stops") << true;
    }
    void whatWasLostSightOfIsNotKnown()
    {
        QFETCH(bool, isStopped);
        MlTargetsBench bench;
        bench.setFaults({u"slow-provisioning:always"_s});
        QVERIFY(bench.openAt(u"attach"_s));
        fillForm(bench, u"kubernetes"_s, u"bench1"_s, {{u"resourceId"_s, MlTargetsBench::aksId()}});
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(stepOf(bench), 3, 15000);
        bench.find<QCheckBox>("sendConsent")->setChecked(true);
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(stepOf(bench), 2, 5000);
        QTest::qWait(1500); // it was taken, and goes on
        if (isStopped)
            bench.press("stop");
        else
            bench.lab.reset();
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QAbstractButton>("next")->isEnabled(), 20000);
        QCOMPARE(bench.find<QAbstractButton>("next")->text().remove(u'&'), u"Open bench1"_s);
        QString words;
        for (const TextLabel *label : bench.find<AttachWizard>("attachWizard")->findChildren<TextLabel *>())
            words += label->isVisible() ? label->text() + u'\n' : QString();
        QVERIFY2(words.contains(isStopped ? u"Not watched any more."_s : u"Perhaps attached."_s), qPrintable(words));
        QVERIFY2(!words.contains(u"Nothing was attached"_s) && !words.contains(u"Not attached"_s), qPrintable(words));
        MOORING_WALK(bench.window.get());
    }

    void whatFailedInAzureIsShownToTheBottom()
    {
        MlTargetsBench bench;
        bench.setFaults({u"nested-error:always"_s});
        QVERIFY(bench.openAt(u"attach"_s));
        fillForm(bench, u"kubernetes"_s, u"bench1"_s, {{u"resourceId"_s, MlTargetsBench::aksId()}});
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(stepOf(bench), 3, 15000);
        bench.find<QCheckBox>("sendConsent")->setChecked(true);
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(stepOf(bench), 2, 5000);
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QAbstractButton>("next")->isEnabled(), 20000);
        QCOMPARE(bench.find<QAbstractButton>("next")->text().remove(u'&'), u"Open bench1"_s);
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("troubleCard"), 10000);
        bool saysTheDeepest = false;
        for (const TextLabel *label : bench.shown<QWidget>("troubleCard")->findChildren<TextLabel *>())
            saysTheDeepest = saysTheDeepest || label->text().contains(u"30000 milliseconds"_s);
        QVERIFY(saysTheDeepest);
        MOORING_WALK(bench.window.get());
    }
};

QTEST_MAIN(TestMlAttachWizard)
#include "tst_mlattachwizard.moc"
