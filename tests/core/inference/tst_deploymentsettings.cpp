#include "core/inference/deploymentsettings.h"
#include "core/inference/endpointrecord.h"
#include "core/inference/initfailure.h"
#include "core/inference/portowner.h"
#include "core/inference/serverenvironment.h"
#include "tests/support/testsupport.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;

namespace {

DeploymentSettings good()
{
    DeploymentSettings settings;
    settings.name = u"bearing"_s;
    settings.model = u"/m"_s;
    settings.score = u"score.py"_s;
    settings.source = u"/code"_s;
    settings.runner = u"process"_s;
    return settings;
}

const QByteArray kServerLog = R"(2026-11-24 11:57:17,510 E [13240] azmlinfsrv - User's init function failed
2026-11-24 11:57:17,511 E [13240] azmlinfsrv - Encountered Exception Traceback (most recent call last):
  File "/env/lib/python3.11/site-packages/azureml_inference_server_http/server/user_script.py", line 119, in invoke_init
    self._user_init()
  File "/p/v1/code/score.py", line 5, in init
    load()
  File "/p/v1/code/parts/load.py", line 3, in load
    return open("x")
           ^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: 'x'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/env/lib/python3.11/site-packages/azureml_inference_server_http/server/aml_blueprint.py", line 109, in setup
    self.user_script.invoke_init()
azureml_inference_server_http.server.user_script.UserScriptException: Caught an unhandled exception from the user script

2026-11-24 11:57:17,745 E [13239] gunicorn.error - Reason: Worker failed to boot.
)";

} // namespace

/// What is decided about an endpoint, how it is kept, and small facts about this computer.
class TestDeploymentSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip()
    {
        DeploymentSettings settings = good();
        settings.environment = {Kind::File, u"/code/requirements.txt"_s};
        settings.port = 5005;
        settings.variables = {{u"A"_s, u"b c"_s}};
        const auto read = DeploymentSettings::fromJson(settings.toJson());
        MOORING_OK(read);
        QVERIFY(*read == settings);
        QCOMPARE(settings.toCommand().join(u' '),
                 u"mooring deploy bearing --model /m --score score.py --source /code --env /code/requirements.txt "
                 "--to process --port 5005 --var A=b c"_s);
        for (const char *bad : {"[]", "null", "{}", "{\"name\":7}", "\"x\""})
            QVERIFY(!DeploymentSettings::fromJson(Json::parse(bad)));
        const auto odd = DeploymentSettings::fromJson(
            Json::parse(R"({"name":"x1","port":"a","variables":[1],"environment":7,"model":{}})"));
        MOORING_OK(odd);
        QVERIFY(!odd->port && odd->variables.empty() && odd->model.isEmpty());
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGood");
        for (const char *name : {"ab", "bearing", "Bearing-2", "a1"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char *name : {"", "a", "1a", "a-", "-a", "a b", "a/b", "../x", "a_b", "a.b", "--privileged"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
        QTest::newRow("33") << QString(33, u'a') << false;
        QTest::newRow("Hangul") << u"가나"_s << false;
        QTest::newRow("line end") << u"ab\n"_s << false;
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, isGood);
        QCOMPARE(isEndpointName(name), isGood);
    }

    void wrongSettings_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<std::function<void(DeploymentSettings &)>>("change");
        const auto row = [](const char *code, std::function<void(DeploymentSettings &)> change) {
            QTest::newRow(code) << QString::fromLatin1(code) << std::move(change);
        };
        row("endpoint.badName", [](DeploymentSettings &s) { s.name = u"a b"_s; });
        row("endpoint.badPort", [](DeploymentSettings &s) { s.port = 80; });
        row("endpoint.badRunner", [](DeploymentSettings &s) { s.runner = u"moon"_s; });
        row("endpoint.badVariable", [](DeploymentSettings &s) { s.variables[u"A-B"_s] = u"1"_s; });
        row("endpoint.needsDocker", [](DeploymentSettings &s) { s.environment = {Kind::Image, u"x"_s}; });
        row("endpoint.pythonInDocker", [](DeploymentSettings &s) {
            s.runner = u"docker"_s;
            s.environment = {Kind::Python, u"python3"_s};
        });
        row("endpoint.onlyInAzure", [](DeploymentSettings &s) { s.cloud.cpu = 2; });
        row("endpoint.badSize", [](DeploymentSettings &s) {
            s.runner = u"aci"_s;
            s.cloud.memory = 0;
        });
        row("endpoint.badDnsLabel", [](DeploymentSettings &s) {
            s.runner = u"aci"_s;
            s.cloud.dnsLabel = u"A_b"_s;
        });
        row("endpoint.notInAzure", [](DeploymentSettings &s) {
            s.runner = u"aci"_s;
            s.dockerfile = u"/d"_s;
        });
        row("endpoint.oneEnvironment", [](DeploymentSettings &s) {
            s.dockerfile = u"/d"_s;
            s.environment = {Kind::Image, u"x"_s};
        });
    }
    void wrongSettings()
    {
        QFETCH(QString, code);
        QFETCH(std::function<void(DeploymentSettings &)>, change);
        DeploymentSettings settings = good();
        MOORING_OK(settings.validate());
        change(settings);
        const auto valid = settings.validate();
        QVERIFY(!valid);
        QCOMPARE(valid.error().code, code);
        QCOMPARE(valid.error().kind, ErrorKind::Usage);
    }

    void recordRoundTrip()
    {
        EndpointRecord record;
        record.name = u"bearing"_s;
        record.runner = u"process"_s;
        record.state = EndpointState::Running;
        record.port = 5001;
        record.active = 1;
        EndpointVersion version;
        version.number = 1;
        version.state = EndpointVersion::State::Serving;
        version.settings = good();
        version.pid = 77;
        version.failure = findInitFailure(kServerLog, u"/p/v1/code"_s, u"/code"_s);
        record.versions = {version};
        const auto read = EndpointRecord::fromStoreJson(record.toStoreJson());
        MOORING_OK(read);
        QCOMPARE(toBytes(read->toStoreJson()), toBytes(record.toStoreJson()));
        QCOMPARE(read->toDeployedJson()["pid"].get<int>(), 77);
        QCOMPARE(stringAt(read->toListJson(), "version"), u"1"_s);
        QCOMPARE(read->scoringUri(), u"http://127.0.0.1:5001/score"_s);
        QVERIFY(!EndpointRecord::fromStoreJson(Json()));
        QVERIFY(!EndpointRecord::fromStoreJson({{"endpoint", "x"}, {"state", "flying"}}));
        MOORING_OK(EndpointRecord::fromStoreJson({{"endpoint", "x"}, {"state", "failed"}, {"versions", "none"}}));
    }

    void aFailureIsPinnedToTheOwnFile()
    {
        const auto failure = findInitFailure(kServerLog, u"/p/v1/code"_s, u"/home/me/code"_s);
        QVERIFY(failure);
        QCOMPARE(failure->exception, u"FileNotFoundError: [Errno 2] No such file or directory: 'x'"_s);
        QCOMPARE(failure->file, u"/home/me/code/parts/load.py"_s);
        QCOMPARE(failure->line, 3);
        QCOMPARE(failure->function, u"load"_s);
        QVERIFY(failure->traceback.contains("/home/me/code/score.py") && !failure->traceback.contains("/p/v1/code"));
        QVERIFY(!findInitFailure("all is well\n", u"/p"_s, u"/c"_s));
        QVERIFY(!findInitFailure({}, u"/p"_s, u"/c"_s));
        const qsizetype cut = kServerLog.indexOf("FileNotFound");
        QVERIFY(!findInitFailure(kServerLog.left(cut), u"/p/v1/code"_s, u"/c"_s)); // cut off: nothing is made up
    }
    void aSyntaxErrorHasItsPlace()
    {
        const QByteArray log = "… azmlinfsrv - Traceback (most recent call last):\n"
                               "  File \"/env/x.py\", line 1, in <module>\n    import main\n"
                               "  File \"/p/code/score.py\", line 7\n    def run(x\n           ^\n"
                               "SyntaxError: '(' was never closed\n";
        const auto failure = findInitFailure(log, u"/p/code"_s, u"/c"_s);
        QVERIFY(failure);
        QCOMPARE(failure->file, u"/c/score.py"_s);
        QCOMPARE(failure->line, 7);
    }

    void whoBringsTheServer()
    {
        QVERIFY(bringsServer({u"numpy"_s, u"azureml-inference-server-http==1.5.1"_s}));
        QVERIFY(bringsServer({u"AzureML_Inference_Server_HTTP"_s}));
        QVERIFY(bringsServer({u"azureml-defaults>=1"_s}));
        QVERIFY(!bringsServer({u"azureml-inference-server-http-extra"_s, u"azureml-core"_s}));
        const auto conda = withPipRequirement("channels: [defaults]\ndependencies:\n- python=3.11\n- pip:\n  - numpy\n",
                                              u"server>=1"_s);
        MOORING_OK(conda);
        QVERIFY2(conda->contains("server>=1") && conda->contains("numpy") && conda->contains("defaults"), *conda);
        QVERIFY(withPipRequirement("dependencies: [python]\n", u"server"_s)->contains("server"));
        QVERIFY(!withPipRequirement("a: [b", u"server"_s));
    }

    void whoHasAPort()
    {
        const int fd = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        QCOMPARE(bind(fd, reinterpret_cast<sockaddr *>(&address), size), 0);
        QCOMPARE(listen(fd, 1), 0);
        getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
        const int port = ntohs(address.sin_port);
        QVERIFY(!isPortFree(port));
        const auto owner = findPortOwner(port);
        QVERIFY(owner);
        QCOMPARE(owner->pid, qint64(getpid()));
        QVERIFY(owner->command.contains(u"tst_deploymentsettings"_s));
        QVERIFY(findFreePort(port) > port);
        QCOMPARE(findFreePort(65535, [](int) { return true; }), 0);
        close(fd);
        QVERIFY(isPortFree(port));
        QVERIFY(!findPortOwner(port));
    }
};

QTEST_GUILESS_MAIN(TestDeploymentSettings)
#include "tst_deploymentsettings.moc"
