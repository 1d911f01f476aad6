// A model to Azure Container Instances from the window, over the practice lab.
#include "core/base/files.h"
#include "core/inference/endpointservice.h"
#include "core/workspace/profile.h"
#include "tests/support/testsupport.h"
#include "tests/ui/azure/azurebench.h"
#include "tests/ui/support/looks.h"
#include "ui/inference/deploy/deploywizard.h"
#include "ui/log/logpane.h"
#include "ui/log/logview.h"
#include "ui/shell/router.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::AzureBench;
using mooring::test::Looks;

namespace {

constexpr int kLong = 60'000; // ms: the lab takes six seconds for a group, a busy machine more

/// A model and a script beside the window; what was deployed is undeployed at the end.
class Bench : public AzureBench
{
public:
    Bench()
    {
        qputenv("MOORING_DOCKER_HOST", "unix:///nowhere/docker.sock");
        write(u"model/weights.txt"_s, "weights");
        write(u"code/score.py"_s, "def init():\n    pass\n\n\ndef run(body):\n    return 1\n");
    }
    void write(const QString &name, const QByteArray &text) const
    {
        MOORING_OK(makeFolder(QFileInfo(files.filePath(name)).absolutePath()));
        MOORING_OK(writeFileAtomically(files.filePath(name), text, 0644));
    }
    void choose(const char *control, const char *choice) const
    {
        find<SegmentedControl>(control)->findChild<QAbstractButton *>(QLatin1String(choice))->click();
    }
    void type(const char *name, const QString &text) const { find<QLineEdit>(name)->setText(text); }
    void fill() const
    {
        type("endpointName", u"bearing"_s);
        choose("modelWay", "choice-folder");
        type("modelFolder", files.filePath(u"model"_s));
        type("score", files.filePath(u"code/score.py"_s));
    }
    DeployWizard *wizard() const { return find<DeployWizard>("deployWizard"); }
    QAbstractButton *cloudChoice() const
    {
        return find<SegmentedControl>("runsIn")->findChild<QAbstractButton *>(u"choice-aci"_s);
    }

    QByteArray provisioningLog() const
    {
        return readWholeFile(services->profile->endpointsFolder() + u"/bearing/v1/provisioning.log"_s).valueOr({});
    }

    QTemporaryDir files;
};

QString logged(const LogPane *pane) { return pane ? pane->view()->visibleText().join(u'\n') : QString(); }

} // namespace

class TestDeployAci : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Without a workspace of Azure ML it is there, cannot be chosen, and says why.
    void needsAWorkspace()
    {
        Bench bench;
        QVERIFY(bench.open(u"deploy"_s));
        QVERIFY(!bench.cloudChoice()->isEnabled());
        QVERIFY(bench.cloudChoice()->toolTip().contains(u"open one first"_s));
        QVERIFY(!bench.isShown("cloudCpu"));
    }

    void fromSettingsToAnAnswer()
    {
        Bench bench;
        QVERIFY(bench.open(u"welcome"_s));
        bench.openPractice();
        bench.window->router().go(u"deploy"_s);
        DeployWizard *wizard = bench.wizard();
        QVERIFY(wizard);
        QCOMPARE(wizard->draft().runner, u"aci"_s);
        QVERIFY(bench.cloudChoice()->isEnabled());
        QVERIFY(bench.isShown("cloudCpu") && bench.isShown("cloudEnvironment"));
        QVERIFY(!bench.isShown("portField") && !bench.isShown("dockerEnvironment"));
        bench.fill();
        bench.type("cloudCpu", u"none"_s);
        bench.press("next");
        QCOMPARE(wizard->step(), 0); // no size: nothing begins
        bench.type("cloudCpu", u"1,5"_s);
        QCOMPARE(wizard->draft().settings().cloud.cpu, 1.5);
        const QString happens = bench.find<QLabel>("whatHappens")->text();
        QVERIFY2(happens.contains(u"practice-ws"_s) && happens.contains(u"only who has the key"_s),
                 qPrintable(happens));
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(wizard->step(), 1, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(logged(bench.find<LogPane>("buildLog")).contains(u"The package was sent"_s), kLong);
        QTRY_COMPARE_WITH_TIMEOUT(wizard->step(), 3, kLong);
        const auto made = bench.services->endpoints->book().findEndpoint(u"bearing"_s);
        MOORING_OK(made);
        QCOMPARE(made->state, EndpointState::Running);
        QCOMPARE(made->serving()->settings.cloud.cpu, 1.5);

        // Its page, and what it says of where it runs.
        QTRY_VERIFY(bench.isShown("endpointPage"));
        QTRY_COMPARE(bench.find<QWidget>("endpointPage")->findChild<Badge *>()->word(), u"Running, healthy"_s);
        bench.find<QPlainTextEdit>("requestBody")->setPlainText(u"{}"_s);
        QTRY_VERIFY(bench.find<QAbstractButton>("send")->isEnabled());
        bench.press("send");
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<ElidedLabel>("answerStatus")->text().startsWith(u"200 OK"_s), kLong);
        QVERIFY(bench.find<QPlainTextEdit>("answerBody")->toPlainText().contains(u"nothing here is real"_s));
        bench.find<TabPages>("endpointTabs")->show(u"details"_s);
        QTRY_COMPARE(bench.find<FactList>("versionFacts")->fact(u"Workspace"_s), u"practice-ws"_s);

        test::RecordingContext context;
        MOORING_OK(bench.services->endpoints->undeploy(u"bearing"_s, context));
    }

    void aQuotaOfZero()
    {
        Bench bench;
        QVERIFY(bench.open(u"welcome"_s));
        bench.startLab({u"quota-zero:always"_s});
        bench.signIn();
        bench.window->openWorkspace().noteChange();
        bench.window->openWorkspace().open(u"practice-ws"_s);
        bench.window->router().go(u"deploy"_s);
        bench.fill();
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("buildBanner"), kLong);
        QCOMPARE(bench.wizard()->step(), 1);
        auto *banner = bench.find<QWidget>("buildBanner");
        QVERIFY2(banner->accessibleDescription().contains(u"ContainerGroupQuotaReached"_s),
                 qPrintable(banner->accessibleName() + banner->accessibleDescription()));
    }

    void everyPage_data() { Looks::addFewRows(); }
    void everyPage()
    {
        Bench bench;
        Looks looks(bench);
        QVERIFY(bench.open(u"welcome"_s));
        bench.openPractice();
        bench.window->router().go(u"deploy"_s);
        bench.fill();
        QTest::qWait(800); // what was looked for
        looks.look(u"aci-s1-settings"_s);
        if (bench.window->width() < 1000) { // what follows is the pages of every deployment
            QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
            return;
        }
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.provisioningLog().contains("practice-blobstore"), kLong); // in any language
        looks.look(u"aci-s2-build"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("endpointPage"), kLong);
        test::RecordingContext context;
        const auto call = bench.services->endpoints->score(u"bearing"_s, 0, {"{}"}, context);
        MOORING_OK(call);
        QCOMPARE(call->status, 200);
        QTest::qWait(500);
        looks.look(u"aci-f-endpoint"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
        MOORING_OK(bench.services->endpoints->undeploy(u"bearing"_s, context));
    }
};

MOORING_AZURE_TEST_MAIN(TestDeployAci)
#include "tst_deployaci.moc"
