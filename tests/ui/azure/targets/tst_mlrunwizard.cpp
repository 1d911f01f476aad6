// The run wizard over an Azure ML workspace: from an empty form to the page of a job, as a person does it.
#include "core/azure/ml/mlworkspacebook.h"
#include "core/azure/mlruns/mlsession.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/azure/targets/mltargetsbench.h"
#include "ui/context/openworkspace.h"
#include "ui/runs/wizard/runwizard.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/tabpages.h"
#include "ui/workspace/workspacemodel.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// A window with the lab's workspace, and a source folder.
struct WizardBench : MlTargetsBench
{
    explicit WizardBench(int runMs = 1200, const QString &scriptName = u"train.py"_s) : MlTargetsBench(runMs)
    {
        source = folder + u"/bearings"_s;
        write(source + u'/' + scriptName, "print(1)\n");
        write(source + u"/data/big.bin"_s, "0123456789");
        write(source + u"/.amlignore"_s, "data/\n");
        QFile::link(u"/etc/hostname"_s, source + u"/a-link"_s);
    }
    RunWizard *wizard() const { return shown<RunWizard>("runWizard"); }
    bool at(int step) const { return wizard() && wizard()->step() == step; }
    QString reasonOf(const QString &name) const
    {
        const auto *tree = shown<QTreeView>("fileTree");
        if (!tree || !tree->model()->rowCount())
            return {};
        const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QString() : found.first().siblingAtColumn(2).data().toString();
    }
    void toSettings(const QString &scriptName = u"train.py"_s)
    {
        go(u"new-run?source="_s + source);
        QTRY_VERIFY(wizard());
        QTRY_COMPARE(shown<QComboBox>("script")->currentText(), scriptName);
        QTRY_COMPARE_WITH_TIMEOUT(shown<QComboBox>("target")->currentData().toString(), u"practice-cluster"_s, 10000);
    }
    void toEnvironment(const QString &scriptName = u"train.py"_s)
    {
        toSettings(scriptName);
        press("next");
        QTRY_VERIFY(at(1));
        QTRY_COMPARE(reasonOf(scriptName), u"goes along"_s);
        press("next");
        QTRY_VERIFY(at(2));
    }
    void toReview(const QString &scriptName = u"train.py"_s)
    {
        toEnvironment(scriptName);
        press("next");
        QTRY_VERIFY(at(3));
    }
    std::unique_ptr<MlSession> session()
    {
        const auto workspace = MlWorkspaceBook(*services->workspace).find(window->openWorkspace().name());
        return MlSession::open(*services->signIn, *workspace, *services->kinds, *services->workspace,
                               *services->credentials)
            .value();
    }
    int jobsThere() { return int(session()->runs.runs({}, {}, 100, {}).value().size()); }

    QString source;
};

} // namespace

class TestMlRunWizard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromTheTargetToTheRun_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("plain") << u"train.py"_s;
        QTest::newRow("Korean") << u"학습 시작.py"_s;
    }
    /// The way of a person: target, wizard, run, its outputs on this computer, and the same again.
    void fromTheTargetToTheRun()
    {
        QFETCH(QString, script);
        WizardBench bench(1200, script);
        QVERIFY(bench.openAt(u"target/practice-cluster"_s));
        bench.press("runHere");
        QTRY_VERIFY(bench.wizard());
        QTRY_VERIFY(bench.says(u"Managed cluster"_s)); // what it is stands under the field
        MOORING_WALK(bench.window.get());
        bench.toReview(script);
        QTRY_VERIFY(!bench.shown<FactList>("reviewFacts")->fact(u"Environment"_s).contains(u"being looked at"_s));
        const QString command = bench.shown<CommandBox>("sameCommand")->command();
        QVERIFY2(command.startsWith(u"mooring --workspace practice-"_s), qPrintable(command));
        QVERIFY2(command.contains(u"--target practice-cluster"_s), qPrintable(command));
        MOORING_WALK(bench.window.get());
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("mlRunPage"), 15000);
        bench.shown<TabPages>("runTabs")->show(u"details"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bench.shown<FactList>("mlRunFacts")->fact(u"Script"_s), script, 10000);
        QCOMPARE(bench.jobsThere(), 1);
        const auto *tree = bench.find<QTreeView>("workspaceTree")->model();
        const auto runsInTree = [&] { return tree->rowCount(tree->index(WorkspaceModel::Runs, 0)); };
        QTRY_COMPARE_WITH_TIMEOUT(runsInTree(), 1, 10000); // it, and no draft any more

        QTRY_VERIFY_WITH_TIMEOUT(!bench.isShown("cancelRun") && bench.isShown("runAgain"), 20000);
        bench.shown<TabPages>("runTabs")->show(u"outputs"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.shown<QTableView>("outputsTable"), 10000);
        const auto *model = bench.shown<QTableView>("outputsTable")->model();
        QTRY_VERIFY_WITH_TIMEOUT(model->index(0, 1).data().toString().endsWith(u"B"_s), 10000);
        MOORING_WALK(bench.window.get());
        const QString folder = bench.folder + u"/fetched"_s;
        QVERIFY(QDir().mkpath(folder));
        bench.press("fetchOutputs");
        auto *dialog = bench.find<QFileDialog>("fetchFolderDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(folder);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("openOutputs"), 10000);
        QVERIFY(QFile::exists(folder + u'/' + model->index(0, 0).data().toString()));

        bench.shown<TabPages>("runTabs")->show(u"details"_s);
        QCOMPARE(bench.shown<FactList>("mlRunFacts")->fact(u"Source folder"_s), bench.source);
        bench.press("runAgain");
        QTRY_VERIFY_WITH_TIMEOUT(bench.at(3), 10000); // everything is known: the review at once
        QCOMPARE(bench.wizard()->draft().settings().script, script);
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(bench.jobsThere(), 2, 15000);
    }

    void whatTakesNoRunsIsGrey()
    {
        WizardBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.attach(u"datalake"_s, u"lake"_s, {{u"accountName"_s, u"practicelake"_s}});
        bench.toSettings();
        auto *targets = bench.shown<QComboBox>("target");
        const int lake = targets->findData(u"lake"_s);
        QVERIFY(lake >= 0);
        QVERIFY(!qobject_cast<QStandardItemModel *>(targets->model())->item(lake)->isEnabled());
        QVERIFY2(targets->itemText(lake).contains(u"runs no command jobs on it (DataLakeAnalytics)"_s),
                 qPrintable(targets->itemText(lake)));
        // A link that names it all the same is stopped at its field.
        bench.go(u"new-run?target=lake&source="_s + bench.source);
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"runs no command jobs"_s), 10000);
        QTRY_COMPARE(bench.shown<QComboBox>("script")->currentText(), u"train.py"_s);
        bench.press("next");
        QTRY_VERIFY(bench.says(u"Runs on: "_s));
        QVERIFY(bench.at(0));
        MOORING_WALK(bench.window.get());
    }

    void wrongScriptAndRules()
    {
        WizardBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.toSettings();
        bench.shown<QComboBox>("script")->setEditText(u"trian.py"_s);
        bench.press("next");
        QTRY_VERIFY(bench.says(u"Did you mean train.py?"_s));
        QVERIFY(bench.at(0));
        bench.shown<QComboBox>("script")->setEditText(u"train.py"_s);
        bench.press("next");
        QTRY_VERIFY(bench.at(1));
        QTRY_COMPARE(bench.reasonOf(u"data"_s), u".amlignore, line 1: data/"_s);
        QVERIFY2(bench.reasonOf(u"a-link"_s).contains(u"code in Azure ML has none"_s),
                 qPrintable(bench.reasonOf(u"a-link"_s)));
        QTRY_VERIFY(bench.says(u"Content that the workspace has already is not sent again."_s));
        write(bench.source + u"/.amlignore"_s, "train.py\n");
        QTRY_VERIFY(bench.reasonOf(u"train.py"_s).contains(u".amlignore"_s));
        bench.press("next");
        QTRY_VERIFY(bench.says(u"A rule keeps the script train.py here"_s));
        QVERIFY(bench.at(1));
    }

    void environments()
    {
        WizardBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        write(bench.source + u"/requirements.txt"_s, "numpy\n");
        bench.toEnvironment();
        const auto verdict = [&] { return bench.shown<QLabel>("environmentVerdict")->text(); };
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"new in the workspace"_s, 10000);
        QVERIFY(bench.isShown("default") && bench.isShown("image") && !bench.isShown("interpreter"));
        QVERIFY(bench.says(u"mcr.microsoft.com/"_s));
        bench.shown<QRadioButton>("imageChoice")->click();
        bench.press("next");
        QTRY_VERIFY(bench.says(u"Name the image."_s));
        QVERIFY(bench.at(2));
        QTest::keyClicks(bench.shown<QLineEdit>("image"), u"python:3.11"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Runs in a container of python:3.11."_s), 10000);
        MOORING_WALK(bench.window.get());
        bench.shown<QRadioButton>("file")->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Azure ML builds its image before the run starts"_s), 10000);
        bench.press("next");
        QTRY_VERIFY(bench.at(3));
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("mlRunPage"), 15000);
        bench.toEnvironment();
        QTRY_VERIFY(bench.shown<QRadioButton>("file"));
        bench.shown<QRadioButton>("file")->click();
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"in the workspace already"_s, 10000);
    }

    void aRefusedStartKeepsEverything()
    {
        WizardBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.toReview();
        bench.setFaults({u"policy:always"_s});
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Not started. All settings are kept."_s), 15000);
        QVERIFY(bench.at(3) && !bench.isShown("stopStart"));
        QCOMPARE(bench.wizard()->draft().settings().source, bench.source);
        MOORING_WALK(bench.window.get());
        bench.setFaults({});
        QCOMPARE(bench.jobsThere(), 0);
        bench.press("next");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("mlRunPage"), 15000);
        QCOMPARE(bench.jobsThere(), 1);
    }

    void stoppedWhileItStarts()
    {
        WizardBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        bench.toReview();
        bench.setFaults({u"too-many-requests:always"_s}); // it waits and asks again
        bench.press("next");
        bench.press("stopStart");
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Stopped. Nothing runs."_s), 10000);
        QVERIFY(bench.at(3) && !bench.isShown("stopStart"));
        bench.setFaults({});
        QCOMPARE(bench.jobsThere(), 0);
    }

    void eachWorkspaceHasItsDraft()
    {
        WizardBench bench;
        QVERIFY(bench.openAt(u"targets"_s));
        const QString name = bench.window->openWorkspace().name();
        bench.go(u"new-run"_s);
        QTRY_VERIFY(bench.wizard());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.wizard()->draft().settings().target.isEmpty(), 10000);
        bench.shown<QLineEdit>("source")->setText(bench.source);
        QTRY_COMPARE(bench.shown<QComboBox>("script")->currentText(), u"train.py"_s);
        bench.window->openWorkspace().open({});
        bench.go(u"new-run"_s);
        QTRY_VERIFY(bench.wizard());
        QVERIFY(bench.shown<QLineEdit>("source")->text().isEmpty());
        QCOMPARE(bench.wizard()->draft().settings().target, u"local"_s);
        bench.window->openWorkspace().open(name);
        bench.go(u"new-run"_s);
        QTRY_VERIFY(bench.wizard());
        QCOMPARE(bench.shown<QLineEdit>("source")->text(), bench.source);
    }

    /// A file that was written for this computer goes to a target of the workspace.
    void aRunYamlFromHome()
    {
        WizardBench bench;
        QVERIFY(bench.openAt(u"new-run"_s));
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Managed cluster"_s), 10000);
        write(bench.source + u"/run.yaml"_s, "script: train.py\narguments: [--epochs, '3']\n");
        bench.press("openYaml");
        auto *dialog = bench.find<QFileDialog>("openYamlDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(bench.source + u"/run.yaml"_s);
        dialog->close();
        QTRY_COMPARE(bench.shown<QLineEdit>("arguments")->text(), u"--epochs 3"_s);
        QCOMPARE(bench.wizard()->draft().settings().target, u"practice-cluster"_s);
        QVERIFY(!bench.says(u"There is no target of this name."_s));
    }

    void whoIsNotThereIsSaid()
    {
        WizardBench bench;
        QVERIFY(bench.openAt(u"new-run"_s));
        QTRY_VERIFY(bench.wizard());
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Managed cluster"_s), 10000);
        bench.stopLab();
        bench.wizard()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"As of "_s), 30000); // what was seen last, with its age
        QVERIFY(bench.shown<QComboBox>("target")->count() >= 1);
        MOORING_WALK(bench.window.get());
    }
};

QTEST_MAIN(TestMlRunWizard)
#include "tst_mlrunwizard.moc"
