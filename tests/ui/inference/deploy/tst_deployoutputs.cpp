#include "core/inference/endpointservice.h"
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"
#include "tests/ui/runs/runsuibench.h"
#include "ui/inference/deploy/deploywizard.h"
#include "ui/runs/runpage.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// From the outputs of a real run to an endpoint that answers with them.
class TestDeployOutputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_TESTENV "/.complete")), "the Python packages of the tests");
        qputenv("MOORING_DOCKER_HOST", "unix:///nowhere/docker.sock");
    }

    void fromTheRunPage()
    {
        RunsUiBench bench;
        bench.write(u"train.sh"_s, "mkdir -p outputs/model\nprintf trained > outputs/model/model.pkl\n");
        bench.write(u"score.py"_s,
                    "import os\n\n\ndef init():\n    global text\n"
                    "    text = open(os.path.join(os.environ['AZUREML_MODEL_DIR'], 'model.pkl')).read()\n"
                    "\n\ndef run(data):\n    return text\n");
        bench.write(u"plain.sh"_s, "echo nothing to serve > outputs/notes.txt\n");
        const QString plain = bench.start(u"plain.sh"_s, u"plain-001"_s);
        const QString run = bench.start(u"train.sh"_s, u"bearing-001"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bench.record(run).state, RunState::Completed, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(bench.record(plain).state, RunState::Completed, 30000);

        auto *other = bench.show<RunPage>({1100, 700}, plain);
        QTRY_VERIFY(!other->findChild<QAbstractButton *>(u"runAgain"_s)->isHidden());
        QVERIFY(other->findChild<QAbstractButton *>(u"deployRun"_s)->isHidden());
        auto *page = bench.show<RunPage>({1100, 700}, run);
        auto *deploy = page->findChild<QAbstractButton *>(u"deployRun"_s);
        QTRY_VERIFY(!deploy->isHidden());
        deploy->click();
        QCOMPARE(bench.navigator.routes.last(), u"deploy?run="_s + run);

        auto *wizard = bench.show<DeployWizard>({1100, 700}, u"deploy?run="_s + run);
        const auto button = [wizard](const QString &name) { return wizard->findChild<QAbstractButton *>(name); };
        auto *outputs = wizard->findChild<QComboBox *>(u"modelOutput"_s);
        QTRY_COMPARE(outputs->currentText(), u"bearing-001, model"_s);
        QTRY_COMPARE(wizard->draft().name, u"bearing-001"_s);
        QCOMPARE(wizard->draft().score, bench.source() + u"/score.py"_s);
        QTRY_COMPARE(wizard->draft().runner, u"process"_s);
        auto *ways = wizard->findChild<SegmentedControl *>(u"processEnvironment"_s);
        ways->findChild<QAbstractButton *>(u"choice-python"_s)->click();
        wizard->findChild<QLineEdit *>(u"python"_s)->setText(QStringLiteral(MOORING_TESTENV "/bin/python"));
        button(u"next"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(wizard->step(), 3, 60000);
        QCOMPARE(bench.navigator.routes.last(), u"endpoint/bearing-001"_s);
        RecordingContext context;
        const auto call = bench.services.endpoints->score(u"bearing-001"_s, 0, {"{}"}, context);
        MOORING_OK(call);
        QCOMPARE(call->body, QByteArray("\"trained\""));
        QCOMPARE(bench.services.endpoints->book().findEndpoint(u"bearing-001"_s)->latest()->settings.model,
                 u"run:bearing-001/model"_s);
        MOORING_OK(bench.services.endpoints->undeploy(u"bearing-001"_s, context));
    }
};

QTEST_MAIN(TestDeployOutputs)
#include "tst_deployoutputs.moc"
