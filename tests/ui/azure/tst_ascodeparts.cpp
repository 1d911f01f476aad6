#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/page.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tabpages.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

/// Runs and endpoints as code, on their pages. That the texts are right is tested with Azure's own tools
/// (tests/core/azure/ascode).
class TestAsCodeParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onThePage_data()
    {
        QTest::addColumn<QString>("route");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("has");
        const QString run = u"run/r1"_s, endpoint = u"endpoint/bearing"_s;
        QTest::newRow("run, command") << run << u"command"_s << u"mooring run train.py --source /work/src"_s;
        QTest::newRow("run, file") << run << u"mooring"_s << u"script: train.py\n"_s;
        QTest::newRow("run, Python") << run << u"sdk"_s << u"config = ScriptRunConfig("_s;
        QTest::newRow("run, az ml: why not") << run << u"cli"_s << u"there is no interpreter to name"_s;
        QTest::newRow("endpoint, command")
            << endpoint << u"command"_s << u"mooring deploy bearing --model /work/model"_s;
        QTest::newRow("endpoint, Python") << endpoint << u"sdk"_s << u"LocalWebservice.deploy_configuration("_s;
        QTest::newRow("endpoint, az ml") << endpoint << u"cli"_s << u"endpoint_name: bearing\n"_s;
    }
    void onThePage()
    {
        QFETCH(QString, route);
        QFETCH(QString, form);
        QFETCH(QString, has);
        WindowBench bench;
        QVERIFY(bench.open(u"targets"_s));
        RunRecord run;
        run.id = u"r1"_s;
        run.name = u"train-001"_s;
        run.state = RunState::Completed;
        run.settings.source = u"/work/src"_s;
        run.settings.script = u"train.py"_s;
        run.settings.environment = {EnvironmentChoice::Kind::Python, u"/opt/python"_s};
        MOORING_OK(bench.services->workspace->saveRun(run));
        EndpointRecord endpoint;
        endpoint.name = u"bearing"_s;
        endpoint.runner = u"process"_s;
        endpoint.state = EndpointState::Stopped;
        EndpointVersion version;
        version.number = 1;
        version.modelPath = u"/work/model"_s;
        version.codeSource = u"/work/src"_s;
        version.settings.name = endpoint.name;
        version.settings.runner = endpoint.runner;
        version.settings.model = version.modelPath;
        version.settings.score = u"score.py"_s;
        endpoint.versions = {version};
        MOORING_OK(bench.services->workspace->saveEndpoint(endpoint));

        bench.window->router().go(route);
        const auto tabs = [&] { return bench.window->router().page()->findChild<TabPages *>(); };
        QTRY_VERIFY(tabs() && !tabs()->isHidden());
        tabs()->show(u"code"_s);
        QTRY_VERIFY(bench.find<SegmentedControl>("sameAs"));
        bench.find<QAbstractButton>(qPrintable(u"choice-"_s + form))->click();
        const QString text = bench.find<CodeBox>("attachCommand")->text();
        QVERIFY2(text.contains(has), qPrintable(text));
        QTRY_COMPARE(mooring::test::walkUi(bench.window.get()), QStringList());
    }
};

QTEST_MAIN(TestAsCodeParts)
#include "tst_ascodeparts.moc"
