// The pages of endpoints in the window, looked at: with made-up records and a scripted server.
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"
#include "tests/support/webserver.h"
#include "tests/ui/inference/paperendpoints.h"
#include "tests/ui/support/looks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tabpages.h"

#include <QDir>
#include <QFile>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char kScript[] =
    "import json\nimport os\n\nimport torch\n\nmodel = None\n\n\ndef init():\n    global model\n"
    "    path = os.environ[\"AZUREML_MODEL_DIR\"]\n    model = torch.load(path + \"/model.pt\")\n"
    "    model.eval()\n";

void addCalls(Workspace &workspace, const QString &name)
{
    const struct
    {
        int version;
        const char *label;
        int status;
        double ms;
        int secondsAgo;
    } calls[] = {{5, "val row 10", 200, 10.9, 11000}, {5, "val row 12", 200, 10.8, 10900},
                 {5, "sample", 200, 11.0, 10800},     {6, "sample", 200, 9.3, 3700},
                 {6, "empty body", 422, 1.2, 1270},   {6, "val row 117", 200, 9.6, 905},
                 {6, "2 windows", 200, 9.4, 845},     {7, "no rate", 500, 3.1, 545},
                 {7, "2 windows", 200, 1912, 125},    {7, "2 windows", 200, 7.9, 12}};
    for (const auto &each : calls)
        MOORING_OK(workspace.saveCall(
            paperCall(name, each.version, QString::fromLatin1(each.label), each.status, each.ms, each.secondsAgo)));
}

} // namespace

class TestEndpointRenders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPage_data() { Looks::addRows(); }
    void everyPage()
    {
        WebServer server([](const WebAsk &) { return WebAnswer::json(R"({"labels": ["outer-race"]})"); });
        const int port = server.url().port();
        std::unique_ptr<EndpointService> service; // goes after the window
        WindowBench bench;
        Looks looks(bench);
        QTemporaryDir files;
        const auto runner = std::make_shared<PaperRunner>();
        EndpointRecord foreign = paperEndpoint(u"sklearn-local"_s, EndpointState::Running, 6001);
        foreign.isForeign = true;
        foreign.maker = u"az ml --local"_s;
        foreign.foreignUri = u"http://127.0.0.1:6001/score"_s;
        foreign.versions.clear();
        foreign.active = 0;
        bench.prepare = [&](OpenedServices &services) {
            QFile script(files.filePath(u"score.py"_s));
            QVERIFY(script.open(QIODevice::WriteOnly));
            script.write(kScript);
            script.close();
            service =
                std::make_unique<EndpointService>(*services.workspace, services.profile->endpointsFolder(),
                                                  EndpointService::Runners{{u"docker"_s, runner}}, FindRunOutput());
            services.endpoints = service.get();
            MOORING_OK(
                services.workspace->saveEndpoint(paperEndpoint(u"bearing-api"_s, EndpointState::Running, port, 7)));
            MOORING_OK(services.workspace->saveEndpoint(
                brokenEndpoint(u"bearing-api-next"_s, EndpointState::Running, port, 7, files.path())));
            MOORING_OK(services.workspace->saveEndpoint(paperEndpoint(u"old-api"_s, EndpointState::Stopped, 5003, 2)));
            addCalls(*services.workspace, u"bearing-api"_s);
            QDir().mkpath(services.profile->endpointsFolder() + u"/bearing-api/v7"_s);
            QFile log(services.profile->endpointsFolder() + u"/bearing-api/v7/paper.log"_s);
            QVERIFY(log.open(QIODevice::WriteOnly));
            log.write(
                "azmlinfsrv - AML_APP_ROOT: /var/azureml-app/serve\nazmlinfsrv - Found user script at score.py\n");
        };
        runner->others = {foreign};
        QVERIFY(bench.open(u"endpoints"_s));
        QTRY_COMPARE(bench.find<QTableView>("endpointsTable")->model()->rowCount(), 4);
        looks.look(u"endpoints"_s);
        bench.window->router().go(u"endpoint/bearing-api"_s);
        QTRY_VERIFY(bench.find<Button>("measure")->isEnabled());
        bench.find<QSpinBox>("loadAmount")->setValue(120);
        bench.find<QSpinBox>("loadSeconds")->setValue(1);
        bench.find<Button>("measure")->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.jobs->runningCount(), 0, 15000);
        QFETCH(QSize, size);
        QStringList shown{u"test"_s, u"log"_s, u"versions"_s, u"details"_s};
        if (size.width() < 1200) // beside the request there is no room for it
            shown << u"latency"_s;
        if (size.width() < 700)
            shown << u"history"_s;
        for (const QString &tab : shown) {
            auto *tabs = bench.window->router().page()->findChild<TabPages *>();
            tabs->show(tab);
            looks.look(u"endpoint-"_s + tab);
        }
        for (const QString &name : {u"bearing-api-next"_s, u"old-api"_s, u"sklearn-local"_s}) {
            bench.window->router().go(u"endpoint/"_s + name);
            QTest::qWait(300);
            looks.look(u"endpoint-"_s + name);
        }
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }

    void nothingYet_data() { Looks::addRows(); }
    void nothingYet()
    {
        WindowBench bench;
        Looks looks(bench);
        QVERIFY(bench.open(u"endpoints"_s));
        QTest::qWait(200);
        looks.look(u"endpoints-none"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

QTEST_MAIN(TestEndpointRenders)
#include "tst_endpointrenders.moc"
