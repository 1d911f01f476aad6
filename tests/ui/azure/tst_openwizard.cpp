// Opening an Azure ML workspace: the ways to sign in, the choosing, config.json and resource id.
#include "core/azure/ml/mlworkspacebook.h"
#include "core/practice/world/labworld.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/azure/azurebench.h"
#include "ui/azure/signin/codelabel.h"
#include "ui/context/openworkspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QRadioButton>
#include <QTableView>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::AzureBench;

namespace {

/// With the practice lab running and its cloud chosen.
void openWizard(AzureBench &bench, const QStringList &faults = {})
{
    QVERIFY(bench.open(u"welcome"_s));
    bench.startLab(faults);
    bench.window->openWorkspace().noteChange();
    bench.window->router().go(u"open-workspace?cloud=practice"_s);
    QTRY_COMPARE(bench.find<QComboBox>("cloud")->currentData().toString(), u"practice"_s);
}

void chooseMethod(const AzureBench &bench, const char *name) { bench.find<QRadioButton>(name)->setChecked(true); }

/// As an application, which nobody waits for.
void signInQuickly(AzureBench &bench)
{
    chooseMethod(bench, "method-service-principal");
    bench.find<QLineEdit>("tenant")->setText(QString::fromLatin1(practice::kTenant));
    bench.find<QLineEdit>("clientId")->setText(u"practice-app"_s);
    bench.find<QLineEdit>("clientSecret")->setText(u"practice-secret"_s);
    bench.press("next");
}

QStringList namesInTable(const AzureBench &bench)
{
    const QAbstractItemModel *model = bench.find<QTableView>("workspaceTable")->model();
    QStringList names;
    for (int i = 0; i < model->rowCount(); ++i)
        names << model->index(i, 0).data().toString();
    return names;
}

} // namespace

class TestOpenWizard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeviceCodeLeadsToTheWorkspace()
    {
        AzureBench bench;
        openWizard(bench);
        auto *browser = bench.find<QRadioButton>("method-browser");
        QTRY_VERIFY(browser->hasFocus());
        QTest::keyClick(browser, Qt::Key_Down); // from the first way to the second
        QVERIFY(bench.find<QRadioButton>("method-device-code")->isChecked());
        QCOMPARE(bench.find<QAbstractButton>("next")->text(), u"Get a code"_s);
        bench.press("next");
        QTRY_VERIFY(bench.isShown("deviceCode"));
        QVERIFY(!bench.find<QAbstractButton>("next")->isEnabled());
        QVERIFY(bench.textOf("codeTimeLeft").startsWith(u"14 min"_s) ||
                bench.textOf("codeTimeLeft") == u"15 min left"_s);
        QVERIFY(bench.textOf("codeAddress").endsWith(u"/devicelogin"_s));
        const QString code = bench.find<CodeLabel>("deviceCode")->code();
        bench.press("copyCode");
        QCOMPARE(QGuiApplication::clipboard()->text(), code);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("pickerStep"), 10000); // by itself
        QTRY_COMPARE(namesInTable(bench), QStringList{u"practice-ws"_s});
        QTRY_COMPARE(bench.find<QAbstractButton>("next")->text(), u"Open practice-ws"_s);
        MOORING_WALK(bench.window.get());
        bench.press("next");
        QTRY_VERIFY(bench.isShown("openedTitle"));
        QVERIFY(bench.openName().isEmpty()); // not yet
        bench.press("next");
        QCOMPARE(bench.openName(), u"practice-ws"_s);
        QVERIFY(bench.isShown("mlHomePage"));
    }

    /// A page that only says "sign in" leads to the cloud of its workspace.
    void signsInWhereTheWorkspaceIs()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"welcome"_s));
        bench.startLab({});
        bench.window->openWorkspace().noteChange();
        bench.window->openWorkspace().open(u"practice-ws"_s);
        bench.window->router().go(u"targets"_s);
        QTRY_VERIFY(bench.isShown("signInAgain"));
        bench.press("signInAgain");
        QVERIFY(bench.isShown("signInPage"));
        QTRY_COMPARE(bench.find<QComboBox>("cloud")->currentData().toString(), u"practice"_s);
        chooseMethod(bench, "method-device-code");
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("mlTargetsPage"), 10000); // back where it was
        QTRY_VERIFY(!bench.isShown("signInAgain"));
    }

    void aRefusedSignInShowsItsReason()
    {
        AzureBench bench;
        openWizard(bench, {u"wrong-password:once"_s});
        chooseMethod(bench, "method-device-code");
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("signInState") == u"The sign-in was refused."_s, 10000);
        QVERIFY2(bench.textOf("signInText").contains(u"AADSTS50126"_s), qPrintable(bench.textOf("signInText")));
        QVERIFY(bench.find<QAbstractButton>("next")->isEnabled());
        QVERIFY(bench.services->signIn->accounts().valueOr({}).empty());
        MOORING_WALK(bench.window.get());
        bench.press("newCode");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("pickerStep"), 10000);
    }

    void escStopsWaiting()
    {
        AzureBench bench;
        openWizard(bench);
        chooseMethod(bench, "method-device-code");
        bench.press("next");
        QTRY_VERIFY(bench.isShown("deviceCode"));
        QTest::keyClick(bench.find<QWidget>("deviceCode"), Qt::Key_Escape);
        QVERIFY(!bench.isShown("deviceCode"));
        QTRY_COMPARE(bench.jobs->runningCount(), 0);
        QVERIFY(bench.services->signIn->accounts().valueOr({}).empty());
        QVERIFY(bench.isShown("signInStep"));
    }

    void aServicePrincipalSaysWhatItLacks()
    {
        AzureBench bench;
        openWizard(bench);
        const size_t before = bench.jobs->jobs().size();
        chooseMethod(bench, "method-service-principal");
        bench.press("next");
        QVERIFY(bench.find<QLineEdit>("clientSecret")->hasFocus());
        QCOMPARE(bench.jobs->jobs().size(), before);
        signInQuickly(bench);
        QTRY_VERIFY(bench.isShown("pickerStep"));
        QVERIFY(bench.find<QLineEdit>("clientSecret")->text().isEmpty());
    }

    void whoIsSignedInNeedNotSignInAgain()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"welcome"_s));
        bench.startLab();
        bench.signIn();
        bench.window->router().go(u"open-workspace?cloud=practice"_s);
        QTRY_VERIFY(bench.find<QRadioButton>("method-account-practice-app") ||
                    bench.window->findChildren<QRadioButton *>().size() > 5);
        QTRY_COMPARE(bench.find<QAbstractButton>("next")->text(), u"&Next"_s);
        bench.press("next");
        QVERIFY(bench.isShown("pickerStep"));
        bench.press("signOut");
        QTRY_VERIFY(bench.isShown("signInStep"));
        QTRY_VERIFY(bench.services->signIn->accounts().valueOr({}).empty());
    }

    void searchAndSubscriptionsNarrowTheList()
    {
        AzureBench bench;
        openWizard(bench);
        signInQuickly(bench);
        QTRY_COMPARE(namesInTable(bench), QStringList{u"practice-ws"_s});
        bench.find<QLineEdit>("findWorkspace")->setText(u"nowhere"_s);
        QVERIFY(namesInTable(bench).isEmpty());
        bench.find<QLineEdit>("findWorkspace")->setText(u"korea practice-group"_s);
        QCOMPARE(namesInTable(bench), QStringList{u"practice-ws"_s});
        const QByteArray box = "subscription-" + QByteArray(practice::kSubscription);
        bench.find<QCheckBox>(box.constData())->click();
        QTRY_VERIFY(namesInTable(bench).isEmpty());
        bench.press("next");
        QVERIFY(bench.isShown("pickerStep")); // nothing to open: said in the footer
    }

    /// Nobody is signed in: it is opened once somebody is.
    void aConfigFileIsOpenedAfterTheSignIn()
    {
        AzureBench bench;
        openWizard(bench);
        const QString path = bench.folder + u"/config.json"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toBytes(Json{{"subscription_id", practice::kSubscription},
                                {"resource_group", practice::kGroup},
                                {"workspace_name", practice::kWorkspace}}));
        file.close();
        bench.press("openByConfig");
        auto *dialog = bench.find<QFileDialog>("configDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(bench.isShown("windowBanner") || bench.jobs->runningCount() == 0);
        QTRY_VERIFY(bench.isShown("signInStep"));
        QTest::qWait(200);
        signInQuickly(bench);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("openedTitle"), 10000);
        QVERIFY(MlWorkspaceBook(*bench.services->workspace).find(u"practice-ws"_s).ok());
    }

    void aWrongResourceIdIsSaid()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"open-workspace"_s));
        const size_t before = bench.jobs->jobs().size();
        bench.press("openById");
        auto *field = bench.find<QLineEdit>("resourceId");
        QVERIFY(field->hasFocus());
        field->setText(u"/subscriptions/x"_s);
        bench.press("openTypedId");
        QVERIFY(bench.isShown("openBanner"));
        QCOMPARE(bench.jobs->jobs().size(), before); // nothing was asked
    }
};

MOORING_AZURE_TEST_MAIN(TestOpenWizard)
#include "tst_openwizard.moc"
