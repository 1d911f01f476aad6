#include "tests/support/testsupport.h"
#include "ui/inference/deploy/deploydraft.h"

using namespace mooring;
using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;
using EnvironmentWay = DeployDraft::EnvironmentWay;
using ModelWay = DeployDraft::ModelWay;

/// What a form has been told, without widgets.
class TestDeployDraft : public QObject
{
    Q_OBJECT
    static DeployDraft full()
    {
        DeployDraft draft;
        draft.name = u"bearing-api"_s;
        draft.replace = true;
        draft.modelWay = ModelWay::Folder;
        draft.modelFolder = u"/models/m"_s;
        draft.score = u"/code/score.py"_s;
        draft.source = u"/code"_s;
        draft.environmentWay = EnvironmentWay::File;
        draft.environmentFile = u"/code/env.yml"_s;
        draft.ownPort = true;
        draft.portText = u"5001"_s;
        draft.takesPort = true;
        draft.variables = {{u"THRESHOLD"_s, u"0.82"_s}};
        draft.networkSettings = true;
        return draft;
    }

private Q_SLOTS:
    void settings()
    {
        const DeploymentSettings made = full().settings();
        QCOMPARE(made.name, u"bearing-api"_s);
        QCOMPARE(made.model, u"/models/m"_s);
        QCOMPARE(made.environment, (EnvironmentChoice{Kind::File, u"/code/env.yml"_s}));
        QCOMPARE(made.port.value_or(0), 5001);
        QCOMPARE(made.variables.at(u"THRESHOLD"_s), u"0.82"_s);
        QVERIFY(made.networkSettings);
        QVERIFY(made.validate().ok());
    }

    void whereItRunsDecidesWhatCounts_data()
    {
        QTest::addColumn<QString>("runner");
        QTest::addColumn<int>("way");
        QTest::addColumn<QStringList>("command"); // what stands in it beside the rest
        QTest::newRow("image in docker") << u"docker"_s << int(EnvironmentWay::Image) << QStringList{u"--image"_s};
        QTest::newRow("image in a process") << u"process"_s << int(EnvironmentWay::Image) << QStringList{};
        QTest::newRow("Dockerfile in a process") << u"process"_s << int(EnvironmentWay::Dockerfile) << QStringList{};
        QTest::newRow("python in a process")
            << u"process"_s << int(EnvironmentWay::Python) << QStringList{u"--python"_s};
        QTest::newRow("python in docker") << u"docker"_s << int(EnvironmentWay::Python) << QStringList{};
        QTest::newRow("Dockerfile") << u"docker"_s << int(EnvironmentWay::Dockerfile) << QStringList{u"--dockerfile"_s};
    }
    void whereItRunsDecidesWhatCounts()
    {
        QFETCH(QString, runner);
        QFETCH(int, way);
        QFETCH(QStringList, command);
        DeployDraft draft = full();
        draft.runner = runner;
        draft.environmentWay = EnvironmentWay(way);
        draft.image = u"box:1"_s;
        draft.python = u"python3"_s;
        draft.dockerfile = u"/code/Dockerfile"_s;
        const QStringList words = draft.request().toCommand();
        for (const QString &option : {u"--image"_s, u"--python"_s, u"--dockerfile"_s, u"--env"_s})
            QCOMPARE(words.contains(option), command.contains(option));
        QVERIFY(draft.settings().validate().ok());
        QCOMPARE(words.contains(u"--network-settings"_s), runner == u"docker"); // a process needs none
    }

    void request()
    {
        DeployDraft draft = full();
        draft.portHolder = u"old"_s;
        QStringList words = draft.request().toCommand();
        QVERIFY(words.contains(u"--replace"_s));
        QCOMPARE(words.value(words.indexOf(u"--take-port-of"_s) + 1), u"old"_s);
        draft.ownPort = false; // a free one takes nobody's
        QVERIFY(!draft.request().toCommand().contains(u"--take-port-of"_s));
    }

    void keptAndTakenUp()
    {
        const DeployDraft draft = full();
        QCOMPARE(DeployDraft::fromJson(draft.toJson()), draft);
        QCOMPARE(DeployDraft::fromJson(Json()), DeployDraft());
        QCOMPARE(DeployDraft::of(draft.settings()).settings(), draft.settings());
    }

    void aRelativeScriptStandsInItsFolder()
    {
        DeploymentSettings settings = full().settings();
        settings.score = u"score.py"_s;
        QCOMPARE(DeployDraft::of(settings).score, u"/code/score.py"_s);
    }

    void problems_data()
    {
        using Change = std::function<void(DeployDraft &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("part");
        QTest::newRow("none") << Change([](DeployDraft &) {}) << QString();
        QTest::newRow("no name") << Change([](DeployDraft &d) { d.name.clear(); }) << u"name"_s;
        QTest::newRow("bad name") << Change([](DeployDraft &d) { d.name = u"-x"_s; }) << u"name"_s;
        QTest::newRow("no folder") << Change([](DeployDraft &d) { d.modelFolder.clear(); }) << u"model"_s;
        QTest::newRow("no output") << Change([](DeployDraft &d) { d.modelWay = ModelWay::Outputs; }) << u"model"_s;
        QTest::newRow("no file") << Change([](DeployDraft &d) { d.environmentFile.clear(); }) << u"environment"_s;
        QTest::newRow("a word for a port") << Change([](DeployDraft &d) { d.portText = u"x"_s; }) << u"port"_s;
        QTest::newRow("a low port") << Change([](DeployDraft &d) { d.portText = u"80"_s; }) << u"port"_s;
        QTest::newRow("a value alone") << Change([](DeployDraft &d) {
            d.variables = {{{}, u"v"_s}};
        }) << u"variables"_s;
        QTest::newRow("twice") << Change([](DeployDraft &d) {
            d.variables = {{u"A"_s, {}}, {u"A"_s, {}}};
        }) << u"variables"_s;
        QTest::newRow("no name of a variable") << Change([](DeployDraft &d) {
            d.variables = {{u"1A"_s, {}}};
        }) << u"variables"_s;
    }
    void problems()
    {
        using Change = std::function<void(DeployDraft &)>;
        QFETCH(Change, change);
        QFETCH(QString, part);
        DeployDraft draft = full();
        change(draft);
        QCOMPARE(!draft.nameProblem().isEmpty(), part == u"name");
        QCOMPARE(!draft.modelProblem().isEmpty(), part == u"model");
        QCOMPARE(!draft.environmentProblem().isEmpty(), part == u"environment");
        QCOMPARE(!draft.portProblem().isEmpty(), part == u"port");
        QCOMPARE(!draft.variablesProblem().isEmpty(), part == u"variables");
    }

    void names_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("a run") << u"bearing-cnn-038"_s << u"bearing-cnn-038"_s;
        QTest::newRow("taken") << u"bearing"_s << u"bearing-2"_s;
        QTest::newRow("other letters") << u"3 모델_v1!"_s << u"v1"_s;
        QTest::newRow("nothing left") << u"모델"_s << u"endpoint"_s;
        QTest::newRow("too long") << QString(60, u'a') << QString(28, u'a');
    }
    void names()
    {
        QFETCH(QString, text);
        const QString made = endpointNameOf(text, {u"bearing"_s});
        QTEST(made, "name");
        QVERIFY(isEndpointName(made));
    }
};

QTEST_GUILESS_MAIN(TestDeployDraft)
#include "tst_deploydraft.moc"
