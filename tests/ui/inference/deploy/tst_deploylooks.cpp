// Every step of the wizard without Docker, looked at.
#include "tests/ui/inference/deploy/deploybench.h"
#include "tests/ui/support/looks.h"

#include <QCheckBox>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestDeployLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_TESTENV "/.complete")), "the Python packages of the tests");
    }
    void everyStep_data() { Looks::addFewRows(); /* each starts three servers */ }
    void everyStep()
    {
        DeployBench bench;
        Looks looks(bench);
        QVERIFY(bench.open(u"deploy"_s));
        QTRY_COMPARE(bench.page()->draft().runner, u"process"_s);
        bench.button("next")->click();
        looks.look(u"s0-deploy-wrong"_s);
        MOORING_OK(bench.deploy(u"bearing-api"_s));
        bench.page()->refresh();
        bench.fill(u"bearing-api-next"_s);
        bench.choose("portWay", "choice-own");
        bench.type("port", QString::number(bench.endpoint(u"bearing-api"_s)->port));
        QTRY_VERIFY(!bench.find<QCheckBox>("takePort")->isHidden());
        bench.find<QCheckBox>("takePort")->click();
        bench.button("addVariable")->click();
        bench.type("variableName", u"THRESHOLD"_s);
        bench.type("variableValue", u"0.82"_s);
        QTest::qWait(400); // the look rests before it asks
        looks.look(u"s1-deploy-settings"_s);
        bench.script("import os\n\n\ndef init():\n    global model\n    path = os.environ['AZUREML_MODEL_DIR']\n"
                     "    model = open(path + '/model.pt')\n\n\ndef run(data):\n    return 1\n");
        bench.button("next")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.find<QWidget>("initCause")->isHidden(), 60000);
        looks.look(u"s3-deploy-init-failed"_s);
        bench.script(kAnswering);
        bench.button("next")->click();
        bench.window->router().go(u"welcome"_s); // who looks is led to the endpoint's own page
        QTRY_COMPARE_WITH_TIMEOUT(bench.page()->step(), 3, 60000);
        bench.window->router().go(u"deploy"_s);
        looks.look(u"s4-deploy-done"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

QTEST_MAIN(TestDeployLooks)
#include "tst_deploylooks.moc"
