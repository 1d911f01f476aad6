#include "core/base/files.h"
#include "core/inference/deploymentlook.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;

/// What a form is told of settings before anything is done.
class TestDeploymentLook : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    RecordingContext m_context;

    QString path(const QString &name) const { return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + name; }
    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QVERIFY(writeFileAtomically(path(name), text).ok());
    }
    DeploymentLook look(const DeploymentSettings &settings)
    {
        return lookAtDeployment(settings, {}, NetworkPlaces(), m_context);
    }
    DeploymentSettings settings() const
    {
        DeploymentSettings wanted;
        wanted.name = u"bearing"_s;
        wanted.model = path(u"model"_s);
        wanted.score = path(u"code/score.py"_s);
        wanted.runner = u"process"_s;
        return wanted;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"model/a.bin"_s, QByteArray(1000, 'a'));
        write(u"model/more/b.bin"_s, QByteArray(500, 'b'));
        write(u"code/score.py"_s, "import os\n\n\ndef init():\n    pass\n\ndef run(data):\n    return data\n");
        write(u"code/helper.py"_s, "x = 1\n");
        write(u"code/big.tmp"_s, "left out\n");
        write(u"code/.amlignore"_s, "*.tmp\n");
    }

    void modelAndScript()
    {
        const DeploymentLook found = look(settings());
        QVERIFY(found.model && !found.modelProblem);
        QCOMPARE(found.model->files, 2);
        QCOMPARE(found.model->size, 1500);
        QVERIFY(found.model->isFolder && !found.model->isMlflow);
        QVERIFY(found.script && !found.scriptProblem);
        QCOMPARE(found.script->initLine, 4);
        QCOMPARE(found.script->runLine, 7);
        QCOMPARE(found.script->argument, u"data"_s);
        QCOMPARE(found.script->source, path(u"code"_s));
        QCOMPARE(found.script->files, 3); // the ignore file goes along
        QCOMPARE(found.script->out, 1);
        QVERIFY2(found.script->rule.contains(u".amlignore"_s), qPrintable(found.script->rule));
        QVERIFY(found.dockerfile.isEmpty()); // a process has none
    }

    void eachPartByItself()
    {
        DeploymentSettings wanted = settings();
        wanted.name.clear(); // says nothing about the model
        wanted.model = path(u"nowhere"_s);
        DeploymentLook found = look(wanted);
        QVERIFY(found.modelProblem && !found.model);
        QCOMPARE(found.modelProblem->code, u"endpoint.modelMissing"_s);
        wanted.model = path(u"model/a.bin"_s);
        wanted.score = path(u"code/nowhere.py"_s);
        found = look(wanted);
        QCOMPARE(found.model->files, 1);
        QVERIFY(!found.model->isFolder);
        QCOMPARE(found.scriptProblem->code, u"endpoint.scoreMissing"_s);
        wanted.score = path(u"code/big.tmp"_s);
        write(u"code/big.tmp"_s, "def init(): pass\ndef run(x): pass\n");
        QCOMPARE(look(wanted).scriptProblem->code, u"endpoint.scoreLeftOut"_s);
    }

    void withoutAScript()
    {
        DeploymentSettings wanted = settings();
        wanted.score.clear();
        write(u"model/serve.py"_s, "def run(x):\n    return x\n");
        write(u"model/other.py"_s, "def main(): pass\n");
        DeploymentLook found = look(wanted);
        QCOMPARE(found.scripts, std::vector<QString>{path(u"model/serve.py"_s)});
        write(u"model/MLmodel"_s, "flavors: {}\n");
        write(u"model/requirements.txt"_s, "numpy\nscikit-learn==1.5.0\n");
        found = look(wanted);
        QVERIFY(found.model->isMlflow);
        QVERIFY(found.environment);
        QCOMPARE(found.environment->packages, 2);
        QVERIFY(!found.environment->bringsServer);
    }

    void environmentFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isConda");
        QTest::addColumn<QString>("python");
        QTest::addColumn<bool>("bringsServer");
        QTest::newRow("requirements") << QByteArray("numpy\nazureml-inference-server-http==1.5.1\n") << false
                                      << QString() << true;
        QTest::newRow("conda") << QByteArray("dependencies:\n  - python=3.11\n  - pip\n  - pip:\n    - numpy\n") << true
                               << u"3.11"_s << false;
    }
    void environmentFile()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isConda);
        QFETCH(QString, python);
        QFETCH(bool, bringsServer);
        write(u"env"_s, text);
        DeploymentSettings wanted = settings();
        wanted.environment = {Kind::File, path(u"env"_s)};
        const DeploymentLook found = look(wanted);
        QVERIFY2(found.environment, found.environmentProblem ? qPrintable(found.environmentProblem->text()) : "");
        QCOMPARE(found.environment->isConda, isConda);
        QCOMPARE(found.environment->python, python);
        QCOMPARE(found.environment->bringsServer, bringsServer);
        wanted.environment.value = path(u"missing"_s);
        QVERIFY(look(wanted).environmentProblem);
    }

    void dockerfile()
    {
        DeploymentSettings wanted = settings();
        wanted.runner = u"docker"_s;
        wanted.environment = {Kind::Image, u"box:1"_s};
        QVERIFY2(look(wanted).dockerfile.startsWith("FROM box:1\n"), look(wanted).dockerfile.constData());
        wanted.environment = {};
        wanted.dockerfile = path(u"Dockerfile"_s);
        QCOMPARE(look(wanted).environmentProblem->code, u"endpoint.dockerfileMissing"_s);
        write(u"Dockerfile"_s, "FROM mine:1\n");
        QCOMPARE(look(wanted).dockerfile, QByteArray("FROM mine:1\n"));
    }

    void networkWithoutItsContent()
    {
        write(u"ca.pem"_s, "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n");
        NetworkPlaces places;
        places.caFiles = QStringList{path(u"ca.pem"_s)};
        const DeploymentLook found = lookAtDeployment(settings(), {}, places, m_context);
        QCOMPARE(found.network.size(), size_t(1));
        QVERIFY(found.network[0].content.isEmpty());
        QVERIFY(!found.network[0].summary.isEmpty());
    }

    void entryPoints_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("none") << QByteArray("from other import init, run\n") << u"0 0 "_s;
        QTest::newRow("inside a class") << QByteArray("class A:\n    def run(self):\n        pass\n") << u"0 0 "_s;
        QTest::newRow("async") << QByteArray("def init(): pass\nasync def run( raw_data : str):\n")
                               << u"1 2 raw_data"_s;
        QTest::newRow("longer names") << QByteArray("def initial(): pass\ndef run_all(x): pass\n") << u"0 0 "_s;
        QTest::newRow("windows lines") << QByteArray("\r\ndef init():\r\n  pass\r\ndef run(x):\r\n") << u"2 4 x"_s;
    }
    void entryPoints()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, found);
        DeploymentLook::Script script;
        findEntryPoints(text, script);
        QCOMPARE(u"%1 %2 %3"_s.arg(script.initLine).arg(script.runLine).arg(script.argument), found);
    }
};

QTEST_GUILESS_MAIN(TestDeploymentLook)
#include "tst_deploymentlook.moc"
