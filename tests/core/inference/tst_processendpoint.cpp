#include "core/base/files.h"
#include "core/base/process.h"
#include "core/inference/endpointservice.h"
#include "core/inference/modelsource.h"
#include "core/inference/portowner.h"
#include "core/inference/processrunner.h"
#include "core/targets/local/localhost.h"
#include "tests/support/testsupport.h"
#include "tests/support/workspacesupport.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/socket.h>
#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kPython = QStringLiteral(MOORING_TESTENV "/bin/python");

const QByteArray kAnswering =
    "import json, os\n"
    "def init():\n"
    "    global text\n"
    "    text = open(os.path.join(os.environ['AZUREML_MODEL_DIR'], 'model', 'a.txt')).read()\n"
    "def run(body):\n"
    "    print('scoring', body)\n"
    "    return {'text': text, 'version': 1}\n";
const QByteArray kBroken = "def init():\n    return {}['weights']\ndef run(body):\n    return 1\n";

Result<CommandOutput> python(const QStringList &arguments, const QString &folder = {})
{
    Command command;
    command.program = kPython;
    command.arguments = arguments;
    command.folder = folder;
    command.limit = 90s;
    return runCommand(command, {});
}

/// A profile, a service on it, a model and a source folder.
struct Bench
{
    TemporaryProfile place;
    std::unique_ptr<Workspace> workspace = place.open();
    QTemporaryDir files;
    EndpointService service{
        *workspace,
        place.profile.endpointsFolder(),
        EndpointService::Runners{{u"process"_s, std::make_shared<ProcessRunner>(std::make_shared<LocalHost>(
                                                    place.profile.runsFolder(), place.profile.environmentsFolder()))}},
        {}};
    RecordingContext context;

    Bench()
    {
        QDir(files.path()).mkpath(u"model"_s);
        QDir(files.path()).mkpath(u"code"_s);
        (void)writeFileAtomically(files.filePath(u"model/a.txt"_s), "A");
    }
    ~Bench()
    {
        const auto all = workspace->endpoints();
        for (const EndpointRecord &each : *all) {
            if (!service.undeploy(each.name, context))
                qWarning("left: %s", qPrintable(each.name));
        }
    }
    void script(const QByteArray &text) const { (void)writeFileAtomically(files.filePath(u"code/score.py"_s), text); }
    DeploymentSettings settings(const QString &name) const
    {
        DeploymentSettings wanted;
        wanted.name = name;
        wanted.model = files.filePath(u"model"_s);
        wanted.source = files.filePath(u"code"_s);
        wanted.score = u"score.py"_s;
        wanted.runner = u"process"_s;
        wanted.environment = {EnvironmentChoice::Kind::Python, kPython};
        return wanted;
    }
    Result<EndpointRecord> deploy(const QByteArray &text, bool replace = false)
    {
        script(text);
        return service.deploy(settings(u"bearing"_s), replace, context);
    }
    QByteArray score()
    {
        const auto call = service.score(u"bearing"_s, 0, {"{}"}, context);
        return call ? call->body : call.error().text().toUtf8();
    }
    QByteArray log(bool serving = false)
    {
        QByteArray text;
        (void)service.readLog(u"bearing"_s, EndpointRunner::Log::Server, serving, false,
                              [&text](const QByteArray &bytes) {
                                  text += bytes;
                                  return true;
                              },
                              {});
        return text;
    }
    /// Processes that belong to this bench, by what stands in their command line.
    int processes() const
    {
        int count = 0;
        for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            const QByteArray line = readFileRange(u"/proc/%1/cmdline"_s.arg(pid), 0, 65536).valueOr({});
            count += line.contains("serve.py") && line.contains(place.profile.endpointsFolder().toUtf8());
        }
        return count;
    }
};

} // namespace

/// Endpoints as processes of the real inference server.
class TestProcessEndpoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_TESTENV "/.complete")), "the Python packages of the tests");
    }

    void twoAtOnceHaveTheirOwnPorts_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<QString>("code");
        QTest::newRow("both answer") << kAnswering << QString();
        QTest::newRow("one is broken, and the other one answers on its port") << kBroken << u"endpoint.initFailed"_s;
    }
    void twoAtOnceHaveTheirOwnPorts()
    {
        QFETCH(QByteArray, other);
        Bench bench, second;
        (void)writeFileAtomically(second.files.filePath(u"model/a.txt"_s), "B");
        Result<EndpointRecord> there = Error::canceled();
        std::thread thread([&] { there = second.deploy(other); });
        const auto here = bench.deploy(kAnswering);
        thread.join();
        MOORING_OK(here);
        QTEST(there ? QString() : there.error().code, "code");
        QVERIFY(bench.score().contains("A"));
        if (!there)
            return;
        QVERIFY(here->port != there->port);
        QVERIFY(second.score().contains("B"));
    }

    void fromDeployToUndeploy()
    {
        Bench bench;
        bench.script(kAnswering);
        const auto deployed = bench.service.deploy(bench.settings(u"bearing"_s), false, bench.context);
        MOORING_OK(deployed);
        QCOMPARE(deployed->state, EndpointState::Running);
        QCOMPARE(deployed->active, 1);
        QVERIFY(deployed->serving()->pid && deployed->serving()->coldStartMs);
        const auto owner = findPortOwner(deployed->port);
        QVERIFY(owner && owner->command.contains(u"serve.py"_s));
        for (const QByteArray &line : readWholeFile(u"/proc/net/tcp"_s).valueOr({}).split('\n')) {
            const auto cells = line.simplified().split(' ');
            if (cells.value(3) == "0A" &&
                cells.value(1).endsWith(':' + QByteArray::number(deployed->port, 16).toUpper()))
                QVERIFY2(cells[1].startsWith("0100007F"), line); // this computer alone
        }

        auto call = bench.service.score(u"bearing"_s, 0, {R"({"q": 1})"}, bench.context);
        MOORING_OK(call);
        QCOMPARE(call->status, 200);
        QCOMPARE(call->body, QByteArray(R"({"text": "A", "version": 1})"));
        QVERIFY(bench.log().contains(R"(scoring {"q": 1})"));

        // Broken: pinned, and the first version goes on.
        QByteArray broken = kAnswering;
        broken.replace("global text\n", "global text\n    text = {}['weights']\n");
        bench.script(broken);
        const auto failed = bench.service.reload(u"bearing"_s, bench.context);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"endpoint.initFailed"_s);
        QCOMPARE(failed.error().cause, u"KeyError: 'weights'"_s);
        QCOMPARE(stringAt(failed.error().detail, "file"), bench.files.filePath(u"code/score.py"_s));
        QCOMPARE(intAt(failed.error().detail, "line"), 4);
        auto now = bench.service.refresh(u"bearing"_s, {});
        QCOMPARE(now->state, EndpointState::Running);
        QCOMPARE(now->active, 1);
        QVERIFY(now->pinned());
        QCOMPARE(bench.service.score(u"bearing"_s, 0, {"{}"}, bench.context)->status, 200);

        // Mended: a third version on the same port.
        bench.script(QByteArray(kAnswering).replace("'version': 1", "'version': 3"));
        const auto mended = bench.service.reload(u"bearing"_s, bench.context);
        MOORING_OK(mended);
        QCOMPARE(mended->active, 3);
        QCOMPARE(mended->port, deployed->port);
        QVERIFY(!mended->pinned());
        QVERIFY(bench.service.score(u"bearing"_s, 0, {"{}"}, bench.context)->body.contains("3"));
        const auto old = bench.service.score(u"bearing"_s, 1, {"{}"}, bench.context);
        MOORING_OK(old);
        QCOMPARE(old->version, 1);
        QCOMPARE(compareAnswers(old->body, R"({"text": "A", "version": 3})").at(0).path, u"/version"_s);
        QCOMPARE(bench.workspace->calls(u"bearing"_s, 100)->size(), size_t(4));
        QCOMPARE(bench.workspace->calls(u"bearing"_s, 1)->at(0).version, 1);

        MOORING_OK(bench.service.stop(u"bearing"_s, bench.context));
        QCOMPARE(bench.processes(), 0);
        QCOMPARE(bench.service.refresh(u"bearing"_s, {})->state, EndpointState::Stopped);
        QCOMPARE(bench.service.score(u"bearing"_s, 0, {}, bench.context).error().kind, ErrorKind::NotReachable);
        MOORING_OK(bench.service.restart(u"bearing"_s, bench.context));
        QVERIFY(bench.service.score(u"bearing"_s, 0, {"{}"}, bench.context)->body.contains("3"));
        MOORING_OK(bench.service.undeploy(u"bearing"_s, bench.context));
        QCOMPARE(bench.processes(), 0);
        QVERIFY(!QFile::exists(bench.place.profile.endpointsFolder() + u"/bearing"_s));
        QVERIFY(QFile::exists(bench.files.filePath(u"model/a.txt"_s)));
        QCOMPARE(bench.service.refresh(u"bearing"_s, {}).error().code, u"endpoint.unknown"_s);
        QVERIFY(bench.workspace->calls(u"bearing"_s, 10)->empty());
    }

    void theFirstVersionMayBeBroken()
    {
        Bench bench;
        const auto failed = bench.deploy(kBroken);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"endpoint.initFailed"_s);
        QCOMPARE(bench.processes(), 0);
        const auto record = bench.service.refresh(u"bearing"_s, {});
        QCOMPARE(record->state, EndpointState::Failed);
        QCOMPARE(record->pinned()->line, 2);
        QCOMPARE(bench.service.restart(u"bearing"_s, bench.context).error().code, u"endpoint.neverServed"_s);
        bench.script(kAnswering);
        const auto mended = bench.service.reload(u"bearing"_s, bench.context);
        MOORING_OK(mended);
        QCOMPARE(mended->active, 2);
    }

    void loadingFailures_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("exception");
        QTest::addColumn<int>("line");
        QTest::newRow("syntax") << QByteArray("def init():\n    pass\ndef run(body:\n    return 1\n")
                                << u"SyntaxError"_s << 3;
        QTest::newRow("import") << QByteArray("import no_such_module\ndef init(): pass\ndef run(b): pass\n")
                                << u"ModuleNotFoundError"_s << 1;
        QTest::newRow("chained") << QByteArray(
                                        "def init():\n    try:\n        1/0\n    except ZeroDivisionError as e:\n"
                                        "        raise RuntimeError('no') from e\ndef run(b): pass\n")
                                 << u"ZeroDivisionError"_s << 3;
    }
    void loadingFailures()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, exception);
        QFETCH(int, line);
        Bench bench;
        const auto failed = bench.deploy(text);
        QVERIFY(!failed);
        QVERIFY2(failed.error().cause.startsWith(exception), failed.error().text().toUtf8() + bench.log());
        QCOMPARE(intAt(failed.error().detail, "line"), line);
        QCOMPARE(stringAt(failed.error().detail, "file"), bench.files.filePath(u"code/score.py"_s));
    }

    void theScriptThatIsThereIsTaken()
    {
        Bench bench;
        bench.script(kAnswering);
        DeploymentSettings settings = bench.settings(u"bearing"_s);
        settings.score.clear();
        const auto besideTheCode = checkModelSource(settings, {}, {});
        MOORING_OK(besideTheCode);
        QCOMPARE(besideTheCode->settings.score, u"score.py"_s);
        settings.model = std::exchange(settings.source, {}); // a model that brings its script, as our sample does
        const auto broughtAlong = checkModelSource(settings, {}, {});
        MOORING_OK(broughtAlong);
        QCOMPARE(broughtAlong->settings.source, QFileInfo(settings.model).canonicalFilePath());
    }

    void wrongInputTouchesNothing()
    {
        Bench bench;
        bench.script(kAnswering);
        const auto codeOf = [&bench](auto change) {
            DeploymentSettings settings = bench.settings(u"bearing"_s);
            change(settings);
            const auto deployed = bench.service.deploy(settings, false, bench.context);
            return deployed ? u"none"_s : deployed.error().code;
        };
        QCOMPARE(codeOf([](auto &s) { s.model = u"/no/model"_s; }), u"endpoint.modelMissing"_s);
        QCOMPARE(codeOf([](auto &s) { s.model = u"run:x/y"_s; }), u"endpoint.modelMissing"_s);
        QCOMPARE(codeOf([](auto &s) { s.score = u"other.py"_s; }), u"endpoint.scoreMissing"_s);
        QCOMPARE(codeOf([](auto &s) { s.score.clear(), s.source.clear(); }), u"endpoint.scoreNeeded"_s);
        QCOMPARE(codeOf([](auto &s) { s.score = u"/etc/passwd"_s; }), u"endpoint.scoreOutside"_s);
        QCOMPARE(codeOf([](auto &s) { s.source = u"/no"_s; }), u"endpoint.sourceMissing"_s);
        QCOMPARE(codeOf([](auto &s) {
                     s.runner = u"docker"_s;
                     s.environment = {};
                 }),
                 u"usage.notInThisVersion"_s);
        bench.script("x = 1\n");
        QCOMPARE(codeOf([](auto &) {}), u"endpoint.noInit"_s);
        QVERIFY(bench.workspace->endpoints()->empty());
        QVERIFY(!QFile::exists(bench.place.profile.endpointsFolder()));
    }

    void aPythonWithoutTheServer()
    {
        Bench bench;
        bench.script(kAnswering);
        DeploymentSettings settings = bench.settings(u"bearing"_s);
        const QString bare = bench.files.filePath(u"bare"_s);
        MOORING_OK(python({u"-m"_s, u"venv"_s, u"--without-pip"_s, bare}));
        settings.environment.value = bare + u"/bin/python"_s;
        const auto failed = bench.service.deploy(settings, false, bench.context);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"endpoint.noServer"_s);
        QVERIFY(failed.error().fix.contains(u"pip install"_s));
    }

    void aTakenPortHasAName()
    {
        Bench bench;
        bench.script(kAnswering);
        MOORING_OK(bench.service.deploy(bench.settings(u"first"_s), false, bench.context));
        const int port = bench.service.refresh(u"first"_s, {})->port;
        QCOMPARE(bench.service.deploy(bench.settings(u"first"_s), false, bench.context).error().code,
                 u"endpoint.exists"_s);
        DeploymentSettings second = bench.settings(u"second"_s);
        second.port = port;
        const auto busy = bench.service.deploy(second, false, bench.context);
        QVERIFY(!busy);
        QCOMPARE(busy.error().code, u"endpoint.portBusy"_s);
        QCOMPARE(stringAt(busy.error().detail, "endpoint"), u"first"_s);
        QVERIFY(intAt(busy.error().detail, "pid") > 0);
        second.port.reset();
        const auto other = bench.service.deploy(second, false, bench.context);
        MOORING_OK(other);
        QVERIFY(other->port != port);
        // Replacing keeps the port; the old version's process is gone.
        const auto replaced = bench.service.deploy(bench.settings(u"first"_s), true, bench.context);
        MOORING_OK(replaced);
        QCOMPARE(replaced->port, port);
        QCOMPARE(replaced->active, 2);
    }

    void anotherTakesThePort()
    {
        Bench bench;
        bench.script(kAnswering);
        MOORING_OK(bench.service.deploy(bench.settings(u"first"_s), false, bench.context));
        const int port = bench.service.refresh(u"first"_s, {})->port;
        const auto held = bench.service.lookAtPort(port, u"second"_s);
        MOORING_OK(held);
        QVERIFY(!held->isFree && held->owner && held->next > port);
        QCOMPARE(held->endpoint, u"first"_s);
        QVERIFY(bench.service.lookAtPort(port, u"first"_s)->isFree); // its own
        DeployRequest second{bench.settings(u"second"_s), false, u"first"_s, {}};
        QCOMPARE(bench.service.deploy(second, bench.context).error().code, u"endpoint.portNeeded"_s);
        second.settings.port = port + 1;
        QCOMPARE(bench.service.deploy(second, bench.context).error().code, u"endpoint.otherPort"_s);
        second.settings.port = port;
        second.takesPortOf = u"nobody"_s;
        QCOMPARE(bench.service.deploy(second, bench.context).error().code, u"endpoint.unknown"_s);
        second.takesPortOf = u"first"_s;

        // It fails: who had the port goes on.
        bench.script(kBroken);
        QCOMPARE(bench.service.deploy(second, bench.context).error().code, u"endpoint.initFailed"_s);
        QCOMPARE(bench.service.refresh(u"first"_s, {})->state, EndpointState::Running);
        QCOMPARE(bench.service.refresh(u"first"_s, {})->port, port);
        QCOMPARE(bench.service.score(u"first"_s, 0, {"{}"}, bench.context)->status, 200);

        bench.script(kAnswering);
        second.replace = true;
        QList<DeployWatch::Phase> phases;
        DeployWatch::Place place;
        second.watch.onPhase = [&phases](DeployWatch::Phase phase) { phases << phase; };
        second.watch.onPlace = [&place](const DeployWatch::Place &now) { place = now; };
        const auto taken = bench.service.deploy(second, bench.context);
        MOORING_OK(taken);
        QCOMPARE(taken->port, port);
        QCOMPARE(phases.first(), DeployWatch::Phase::Context);
        QCOMPARE(phases.last(), DeployWatch::Phase::Healthy);
        QCOMPARE(phases.count(DeployWatch::Phase::Start), 2); // tried aside, then in its place
        QVERIFY(QFile::exists(place.serverLog));
        QCOMPARE(place.codeFiles, 1);
        const auto first = bench.service.refresh(u"first"_s, {});
        QCOMPARE(first->state, EndpointState::Stopped);
        QVERIFY(first->port != port && first->port > 0);
        MOORING_OK(bench.service.restart(u"first"_s, bench.context)); // both beside each other
        QCOMPARE(bench.service.score(u"first"_s, 0, {"{}"}, bench.context)->status, 200);
        QCOMPARE(bench.service.score(u"second"_s, 0, {"{}"}, bench.context)->status, 200);
    }

    void aFailedMoveKeepsThePort()
    {
        Bench bench;
        bench.script(kAnswering);
        MOORING_OK(bench.service.deploy(bench.settings(u"first"_s), false, bench.context));
        const int port = bench.service.refresh(u"first"_s, {})->port;
        bench.script(kBroken);
        DeploymentSettings moved = bench.settings(u"first"_s);
        moved.port = bench.service.lookAtPort(port, u"first"_s)->next;
        QVERIFY(!bench.service.deploy(moved, true, bench.context));
        const auto now = bench.service.refresh(u"first"_s, {});
        QCOMPARE(now->port, port);
        QCOMPARE(now->state, EndpointState::Running);
    }

    void aDeadServerIsFailedAndStartsAgain()
    {
        Bench bench;
        const auto deployed = bench.deploy(kAnswering);
        MOORING_OK(deployed);
        const auto owner = findPortOwner(deployed->port);
        kill(pid_t(owner->pid), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(bench.service.refresh(u"bearing"_s, {})->state, EndpointState::Failed, 15000);
        QVERIFY(!bench.service.refresh(u"bearing"_s, {})->reason.isEmpty());
        MOORING_OK(bench.service.restart(u"bearing"_s, bench.context));
        QCOMPARE(bench.service.score(u"bearing"_s, 0, {"{}"}, bench.context)->status, 200);
    }

    void scriptsThatMisbehave()
    {
        Bench bench;
        MOORING_OK(bench.deploy("import os\n"
                                "def init(): pass\n"
                                "def run(body):\n"
                                "    if body == 'die': os._exit(3)\n"
                                "    if body == 'raise': raise ValueError('bad')\n"
                                "    return body\n"));
        const auto raised = bench.service.score(u"bearing"_s, 0, {"raise"}, bench.context);
        MOORING_OK(raised);
        QCOMPARE(raised->status, 500);
        const auto died = bench.service.score(u"bearing"_s, 0, {"die"}, bench.context);
        QVERIFY(!died);
        QCOMPARE(died.error().code, u"endpoint.noAnswer"_s);
        QCOMPARE(bench.workspace->calls(u"bearing"_s, 1)->at(0).status, 0);
        QVERIFY(!bench.workspace->calls(u"bearing"_s, 1)->at(0).error.isEmpty());
    }

    void canceledWhileItStarts()
    {
        Bench bench;
        bench.script("import time\ndef init(): time.sleep(600)\ndef run(b): pass\n");
        std::thread canceler([&bench] {
            while (bench.processes() == 0)
                std::this_thread::sleep_for(20ms);
            std::this_thread::sleep_for(500ms);
            bench.context.cancelToken().cancel();
        });
        const auto canceled = bench.service.deploy(bench.settings(u"bearing"_s), false, bench.context);
        canceler.join();
        QVERIFY(!canceled);
        QCOMPARE(canceled.error().kind, ErrorKind::Canceled);
        QCOMPARE(bench.processes(), 0);
        JobContext fresh;
        QCOMPARE(bench.service.refresh(u"bearing"_s, {})->state, EndpointState::Failed);
        MOORING_OK(bench.service.undeploy(u"bearing"_s, fresh));
    }

    /// As if Mooring had been killed: the record says that somebody deploys who does not live.
    void anInterruptedDeploymentIsSettled()
    {
        Bench bench;
        MOORING_OK(bench.deploy(kAnswering));
        auto record = bench.workspace->findEndpoint(u"bearing"_s);
        record->state = EndpointState::Deploying;
        record->worker = u"999999 1 no-boot"_s;
        EndpointVersion tried = *record->latest();
        tried.number = 2;
        tried.instance = u"none"_s;
        record->versions.push_back(tried);
        MOORING_OK(bench.workspace->saveEndpoint(*record));
        const auto settled = bench.service.refresh(u"bearing"_s, {});
        QCOMPARE(settled->state, EndpointState::Running); // the first one serves all the time
        QCOMPARE(settled->versions.back().state, EndpointVersion::State::Failed);
        QVERIFY(!settled->reason.isEmpty());
    }

    void aScikitLearnModel()
    {
        Bench bench;
        const QByteArray train = "import pickle, sys\nfrom sklearn.linear_model import LogisticRegression\n"
                                 "m = LogisticRegression().fit([[0.], [1.], [2.], [3.]], [0, 0, 1, 1])\n"
                                 "pickle.dump(m, open(sys.argv[1], 'wb'))\n";
        const auto trained = python({u"-c"_s, QString::fromUtf8(train), bench.files.filePath(u"model/m.pkl"_s)});
        MOORING_OK(trained);
        QVERIFY2(trained->succeeded(), trained->errors);
        MOORING_OK(
            bench.deploy("import json, os, pickle\n"
                         "def init():\n    global m\n"
                         "    m = pickle.load(open(os.path.join(os.environ['AZUREML_MODEL_DIR'], 'm.pkl'), 'rb'))\n"
                         "def run(body):\n    return m.predict(json.loads(body)['data']).tolist()\n"));
        const auto call = bench.service.score(u"bearing"_s, 0, {R"({"data": [[0.1], [2.9]]})"}, bench.context);
        MOORING_OK(call);
        QCOMPARE(call->body, QByteArray("[0, 1]"));
    }

    void anMlflowModelNeedsNoScript()
    {
        Bench bench;
        const QByteArray save = "import mlflow.pyfunc, sys\n"
                                "class Double(mlflow.pyfunc.PythonModel):\n"
                                "    def predict(self, context, model_input, params=None):\n"
                                "        return [2 * x for x in model_input['x'].tolist()]\n"
                                "mlflow.pyfunc.save_model(sys.argv[1], python_model=Double())\n";
        const QString model = bench.files.filePath(u"mlflow"_s);
        const auto saved = python({u"-c"_s, QString::fromUtf8(save), model}, bench.files.path());
        MOORING_OK(saved);
        QVERIFY2(saved->succeeded(), saved->errors.right(2000));
        DeploymentSettings settings = bench.settings(u"bearing"_s);
        settings.model = model;
        settings.score.clear();
        settings.source.clear();
        MOORING_OK(bench.service.deploy(settings, false, bench.context));
        const auto call = bench.service.score(
            u"bearing"_s, 0, {R"({"input_data": {"columns": ["x"], "data": [[1], [4]]}})"}, bench.context);
        MOORING_OK(call);
        QVERIFY2(call->body == "[2, 8]", call->body + bench.log());
        MOORING_OK(bench.service.reload(u"bearing"_s, bench.context));
    }
};

QTEST_GUILESS_MAIN(TestProcessEndpoint)
#include "tst_processendpoint.moc"
