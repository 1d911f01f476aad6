#include "core/inference/portowner.h"
#include "tests/ui/inference/deploy/deploybench.h"
#include "ui/shell/router.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/textlabel.h"
#include "ui/workspace/workspacemodel.h"

#include <QCheckBox>
#include <QTcpServer>
#include <QTreeView>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLong = 60000; // ms: a server starts in seconds, on a busy machine in more

QStringList endpointsInTree(const DeployBench &bench)
{
    QStringList names;
    for (const WorkspaceItem &item :
         static_cast<WorkspaceModel *>(bench.window->findChild<QTreeView *>()->model())->content().endpoints)
        names << (item.draft ? item.name + u", a draft"_s : item.name);
    return names;
}

} // namespace

/// The whole wizard, with endpoints as processes of the real inference server.
class TestDeployProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_TESTENV "/.complete")), "the Python packages of the tests");
    }

    void fromSettingsToAnAnswer()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"deploy"_s));
        DeployWizard *page = bench.page();
        QTRY_COMPARE(page->draft().runner, u"process"_s); // Docker was looked for and is not there
        QCOMPARE(bench.button("next")->text(), u"Deploy"_s);
        bench.button("next")->click();
        QCOMPARE(page->step(), 0); // nothing was said yet
        bench.fill(u"bearing"_s);
        QTRY_VERIFY(bench.find<FactList>("whatGoesIn")->fact(u"Model"_s).contains(u"1 B"_s));
        QTRY_VERIFY(bench.find<FactList>("whatGoesIn")->fact(u"Code"_s).contains(u"1 file"_s));
        const QString command = bench.find<CommandBox>("sameCommand")->command();
        QVERIFY2(command.startsWith(u"mooring deploy bearing --model "_s) && command.contains(u"--to process"_s),
                 qPrintable(command));
        bench.button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), 3, kLong);
        const auto made = bench.endpoint(u"bearing"_s);
        MOORING_OK(made);
        QCOMPARE(made->state, EndpointState::Running);
        QCOMPARE(bench.score(u"bearing"_s), QByteArray("\"A\""));
        QVERIFY(!bench.window->context()->drafts.find(u"deploy"_s));
    }

    void aFailedInitIsShownAndRetried()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"deploy"_s));
        DeployWizard *page = bench.page();
        bench.fill(u"bearing"_s);
        bench.script(kBroken);
        bench.button("next")->click();
        auto *cause = bench.find<QWidget>("initCause");
        QTRY_VERIFY_WITH_TIMEOUT(cause->isVisible(), kLong);
        QCOMPARE(page->step(), 2);
        QCOMPARE(bench.find<ElidedLabel>("causeException")->text(), u"KeyError: 'weights'"_s);
        QCOMPARE(bench.find<ElidedLabel>("causePlace")->text(), u"score.py, line 2, in init"_s);
        QCOMPARE(bench.button("next")->text(), u"Retry"_s);
        const Draft *draft = bench.window->context()->drafts.find(u"deploy"_s);
        QVERIFY(draft && draft->glyph == Glyph::Failed);
        QTRY_COMPARE(endpointsInTree(bench), QStringList{u"bearing, a draft"_s}); // and not the failed record beside it
        bench.script(kAnswering);
        bench.button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), 3, kLong);
        QVERIFY(!cause->isVisible());
        QTRY_COMPARE(endpointsInTree(bench), QStringList{u"bearing"_s});
        QCOMPARE(bench.endpoint(u"bearing"_s)->active, 2);
        QCOMPARE(bench.score(u"bearing"_s), QByteArray("\"A\""));
    }

    void aNewVersionFailsAndTheOldOneAnswers()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"welcome"_s));
        const auto first = bench.deploy(u"bearing"_s);
        MOORING_OK(first);
        bench.script(kBroken);
        bench.window->router().go(u"deploy?endpoint=bearing"_s);
        DeployWizard *page = bench.page();
        QTRY_COMPARE(page->draft().name, u"bearing"_s);
        QVERIFY(bench.find<QLineEdit>("endpointName")->isReadOnly());
        QCOMPARE(page->draft().python, kPython);
        bench.button("next")->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>("initCause")->isVisible(), kLong);
        const QString statement = bench.find<TextLabel>("startStatement")->text();
        QVERIFY2(statement.contains(u"bearing, version 1, answers on %1."_s.arg(first->port)), qPrintable(statement));
        QCOMPARE(bench.score(u"bearing"_s), QByteArray("\"A\""));
        bench.script(QByteArray(kAnswering).replace("return text", "return 'new'"));
        bench.button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), 3, kLong);
        QCOMPARE(bench.endpoint(u"bearing"_s)->active, 3);
        QCOMPARE(bench.endpoint(u"bearing"_s)->port, first->port);
        QCOMPARE(bench.score(u"bearing"_s), QByteArray("\"new\""));
    }

    void aNameThatIsTakenAsks()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"welcome"_s));
        MOORING_OK(bench.deploy(u"bearing"_s));
        bench.window->router().go(u"deploy"_s);
        DeployWizard *page = bench.page();
        bench.fill(u"bearing"_s);
        auto *replace = bench.find<QCheckBox>("replaceEndpoint");
        QTRY_VERIFY(replace->isVisible());
        QCOMPARE(replace->text(), u"Make version 2 of it"_s);
        bench.button("next")->click();
        QCOMPARE(page->step(), 0);
        replace->click();
        bench.button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page->step(), 3, kLong);
        QCOMPARE(bench.endpoint(u"bearing"_s)->active, 2);
    }

    void aTakenPortHasAName()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"deploy"_s));
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        bench.fill(u"bearing"_s);
        bench.choose("portWay", "choice-own");
        bench.type("port", QString::number(other.serverPort()));
        auto *holder = bench.find<TextLabel>("portHolder");
        QTRY_VERIFY(holder->isVisible() && holder->text().contains(u"Held by process"_s));
        QVERIFY2(holder->text().contains(u"tst_deployprocess"_s), qPrintable(holder->text()));
        QVERIFY(!bench.find<QCheckBox>("takePort")->isVisible()); // it is none of ours
        bench.button("next")->click();
        QCOMPARE(bench.page()->step(), 0);
        bench.button("useNextPort")->click();
        QVERIFY(bench.find<QLineEdit>("port")->text().toInt() > other.serverPort());
        QTRY_VERIFY(!holder->isVisible());
    }

    void itTakesThePlaceOfAnother()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"welcome"_s));
        const auto first = bench.deploy(u"first"_s);
        MOORING_OK(first);
        bench.window->router().go(u"deploy"_s);
        bench.fill(u"second"_s);
        bench.choose("portWay", "choice-own");
        bench.type("port", QString::number(first->port));
        auto *take = bench.find<QCheckBox>("takePort");
        QTRY_VERIFY(take->isVisible());
        QVERIFY(take->text().contains(u"first"_s));
        take->click();
        QTRY_VERIFY(bench.find<CommandBox>("sameCommand")->command().contains(u"--take-port-of first"_s));
        bench.button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.page()->step(), 3, kLong);
        QCOMPARE(bench.endpoint(u"second"_s)->port, first->port);
        QCOMPARE(bench.endpoint(u"first"_s)->state, EndpointState::Stopped);
    }

    void leavingKeepsADraft()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"deploy"_s));
        QTRY_COMPARE(bench.page()->draft().runner, u"process"_s);
        bench.fill(u"bearing"_s);
        bench.window->router().go(u"welcome"_s);
        auto *tree = bench.window->findChild<QTreeView *>();
        QVERIFY(tree);
        const QModelIndex draft = static_cast<WorkspaceModel *>(tree->model())->indexOfRoute(u"deploy"_s);
        QVERIFY(draft.isValid());
        QCOMPARE(draft.data().toString(), u"bearing"_s);
        QVERIFY(draft.data(WorkspaceModel::DraftRole).toBool());
        QCOMPARE(draft.parent().row(), int(WorkspaceModel::Endpoints));
        UiSettings::Choices choices = bench.settings->choices();
        choices.language = u"ko"_s; // every page is made anew
        bench.settings->choose(choices);
        bench.window->router().go(u"deploy"_s);
        QTRY_VERIFY(bench.page() && bench.find<QLineEdit>("endpointName")->text() == u"bearing");
        QCOMPARE(bench.find<QLineEdit>("python")->text(), kPython);
    }

    void itGoesOnWhileOneLooksElsewhere()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"deploy"_s));
        bench.fill(u"bearing"_s);
        bench.script(QByteArray(kAnswering)
                         .replace("import os\n", "import os, time\n")
                         .replace("    global text\n", "    global text\n    time.sleep(4)\n"));
        bench.button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.page()->step(), 2, kLong);
        UiSettings::Choices choices = bench.settings->choices();
        choices.language = u"ko"_s;
        QPointer<DeployWizard> before = bench.page();
        bench.settings->choose(choices);
        QTRY_VERIFY(!before); // another page of the same route
        QTRY_COMPARE(bench.page()->step(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(bench.page()->step(), 3, kLong);
        QCOMPARE(bench.score(u"bearing"_s), QByteArray("\"A\""));
    }

    void stopped()
    {
        DeployBench bench;
        QVERIFY(bench.open(u"deploy"_s));
        bench.fill(u"bearing"_s);
        bench.script("import time\ndef init():\n    time.sleep(600)\ndef run(x):\n    return x\n");
        bench.button("next")->click();
        auto *stop = bench.button("stopDeploy");
        QTRY_VERIFY(stop->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(bench.page()->step(), 2, kLong);
        stop->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.button("next")->text(), u"Retry"_s, kLong);
        QVERIFY(!stop->isVisible());
        QCOMPARE(bench.endpoint(u"bearing"_s)->state, EndpointState::Failed);
        QVERIFY(isPortFree(bench.endpoint(u"bearing"_s)->port));
        bench.button("back")->click();
        QCOMPARE(bench.page()->step(), 0);
        QCOMPARE(bench.find<QLineEdit>("endpointName")->text(), u"bearing"_s);
    }
};

QTEST_MAIN(TestDeployProcess)
#include "tst_deployprocess.moc"
