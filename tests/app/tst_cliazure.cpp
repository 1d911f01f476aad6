#include "tests/app/cli.h"
#include "tests/support/mlservice.h"

#include <QFile>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// A cloud on loopback: metadata, tokens, and one workspace.
class PlayedCloud
{
public:
    MlService service;
    WebServer server{[this](const WebAsk &ask) { return answer(ask); }};

    PlayedCloud() { service.base = server.base(); }

private:
    WebAnswer answer(const WebAsk &ask)
    {
        const std::string base = server.base().toStdString();
        if (ask.path() == "/metadata/endpoints")
            return WebAnswer::json(toBytes({{"name", "played"},
                                            {"resourceManager", base},
                                            {"authentication", {{"loginEndpoint", base}, {"audiences", {base}}}}}));
        if (ask.path().endsWith("/token"))
            return WebAnswer::json(R"({"token_type":"Bearer","access_token":"CANARY-access","expires_in":3600})");
        return service.answer(ask);
    }
};

/// A profile that knows the cloud and the workspace, with somebody signed in.
struct Bench
{
    PlayedCloud cloud;
    Cli cli;

    Bench()
    {
        qputenv("MOORING_TEST_CLIENT", "CANARY-client-secret");
        cli.json(
            {u"cloud"_s, u"add"_s, u"played"_s, u"--resource-manager"_s, QString::fromLatin1(cloud.server.base())});
        cli.json(
            with({u"signin"_s, u"--cloud"_s, u"played"_s, u"--tenant"_s, u"t1"_s, u"--service-principal"_s, u"app"_s}));
        cli.json({u"workspace"_s, u"add"_s, u"azureml"_s, u"lab"_s, u"--cloud"_s, u"played"_s, u"--resource-id"_s,
                  QString::fromLatin1(MlService::workspacePath())});
    }
    static QStringList with(QStringList words)
    {
        return words << u"--secret"_s << u"client-secret=env:MOORING_TEST_CLIENT"_s;
    }
    static QStringList lab(QStringList words) { return with(QStringList{u"--workspace"_s, u"lab"_s} + words); }
};

} // namespace

/// The real program over a workspace of Azure ML played on loopback: documents and exit codes of cli.md.
class TestCliAzure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void workspaces()
    {
        Bench bench;
        const Json all = bench.cli.json({u"workspace"_s});
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(stringAt(all[1], "kind"), u"azureml"_s);
        QCOMPARE(stringAt(all[1], "resourceId"), QString::fromLatin1(MlService::workspacePath()));
        QVERIFY(boolAt(all[0], "default") && !boolAt(all[1], "default"));
        QVERIFY(boolAt(bench.cli.json({u"workspace"_s, u"use"_s, u"lab"_s})[1], "default"));
        QCOMPARE(bench.cli.json(Bench::with({u"targets"_s})).size(), size_t(1)); // this computer
        QCOMPARE(bench.cli.json({u"workspace"_s, u"remove"_s, u"lab"_s}).size(), size_t(1));
    }

    void configFile()
    {
        Bench bench;
        const QString path = bench.cli.folder() + u"/config.json"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toBytes(
            {{"subscription_id", MlService::kSubscription}, {"resource_group", "lab"}, {"workspace_name", "ws2"}}));
        file.close();
        QCOMPARE(bench.cli.json({u"workspace"_s, u"add"_s, u"azureml"_s, u"two"_s, u"--config"_s, path}).size(),
                 size_t(3));
    }

    void attachCheckAndDetach()
    {
        Bench bench;
        const QString lake = MlService::resource(u"Microsoft.DataLakeAnalytics/accounts"_s, u"lake"_s);
        bench.cloud.service.resources[lake.toLower()] = Json::parse(R"({"properties":{}})");
        const Json attached =
            bench.cli.json(Bench::lab({u"attach"_s, u"datalake"_s, u"lake-1"_s, u"--set"_s, u"accountName=lake"_s}));
        QVERIFY(boolAt(attached, "attached"));
        QCOMPARE(stringAt(attached, "verdict"), u"passed"_s);
        QCOMPARE(attached["rungs"].size(), size_t(3));

        const Json list = bench.cli.json(Bench::lab({u"targets"_s}));
        QCOMPARE(list.size(), size_t(2));
        QCOMPARE(stringAt(list[1], "state"), u"ready"_s);
        QCOMPARE(stringAt(list[1]["azure"], "computeType"), u"DataLakeAnalytics"_s);
        const Json shown = bench.cli.json(Bench::lab({u"show"_s, u"lake-1"_s}));
        QVERIFY(stringAt(shown, "log").contains(u"Succeeded"_s));

        const Json twice = bench.cli.error(
            Bench::lab({u"attach"_s, u"datalake"_s, u"lake-2"_s, u"--set"_s, u"accountName=LAKE"_s}), 6);
        QCOMPARE(stringAt(twice["detail"], "target"), u"lake-1"_s);
        QCOMPARE(stringAt(bench.cli.json(Bench::lab({u"check"_s, u"lake-1"_s})), "verdict"), u"passed"_s);
        QVERIFY(boolAt(bench.cli.json(Bench::lab({u"detach"_s, u"lake-1"_s})), "detached"));
        QVERIFY(bench.cloud.service.order.contains(u"DELETE computes/lake-1 Detach"_s));
        QCOMPARE(stringAt(bench.cli.error(Bench::lab({u"check"_s, u"lake-1"_s}), 2), "code"), u"target.unknown"_s);
    }

    void aFailedAttachIsExitFive()
    {
        Bench bench;
        bench.cloud.service.provisioningErrors =
            Json::parse(R"([{"error":{"code":"Quota","message":"No quota left."}}])");
        const auto output =
            bench.cli.run(QStringList{u"--json"_s} + Bench::lab({u"attach"_s, u"datalake"_s, u"lake-1"_s,
                                                                 u"--no-check"_s, u"--set"_s, u"accountName=lake"_s}));
        QCOMPARE(output.exitCode, 5);
        const Json document = Json::parse(output.output.toStdString(), nullptr, false);
        QVERIFY(!boolAt(document, "attached", true));
        QVERIFY2(output.output.contains("No quota left."), output.output.constData());
        QVERIFY(!output.output.contains("CANARY") && !output.errors.contains("CANARY"));
    }

    void managedCompute()
    {
        Bench bench;
        const Json made = bench.cli.json(
            Bench::lab({u"compute"_s, u"create"_s, u"cpu"_s, u"--size"_s, u"STANDARD_DS3_V2"_s, u"--max"_s, u"4"_s}));
        QCOMPARE(stringAt(made, "kind"), u"managed"_s);
        QCOMPARE(stringAt(made["azure"], "vmSize"), u"STANDARD_DS3_V2"_s);
        bench.cli.json(Bench::lab({u"compute"_s, u"resize"_s, u"cpu"_s, u"--max"_s, u"8"_s}));
        QCOMPARE(stringAt(bench.cli.error(Bench::lab({u"detach"_s, u"cpu"_s}), 2), "code"), u"target.notAttached"_s);
        QCOMPARE(stringAt(bench.cli.error(Bench::lab({u"compute"_s, u"delete"_s, u"cpu"_s}), 2), "code"),
                 u"compute.notConfirmed"_s);
        QCOMPARE(
            stringAt(bench.cli.error(Bench::lab({u"compute"_s, u"delete"_s, u"cpu"_s, u"--confirm"_s, u"cpt"_s}), 2),
                     "code"),
            u"compute.notConfirmed"_s);
        QVERIFY(!bench.cloud.service.order.join(u' ').contains(u"DELETE"_s));
        bench.cli.json(Bench::lab({u"compute"_s, u"delete"_s, u"cpu"_s, u"--confirm"_s, u"cpu"_s}));
        QVERIFY(bench.cloud.service.computes.empty());
    }

    void usageOfAManagedCompute()
    {
        Bench bench;
        bench.cloud.service.computes[u"cpu"_s] =
            MlService::compute(u"cpu"_s, u"AmlCompute"_s, {}, {{"currentNodeCount", 2}});
        bench.cloud.service.computes[u"vm"_s] = MlService::compute(u"vm"_s, u"VirtualMachine"_s, u"/r"_s);
        bench.cli.json(Bench::lab({u"targets"_s}));
        const Json usage = bench.cli.json(
            Bench::lab({u"compute"_s, u"usage"_s, u"cpu"_s, u"--days"_s, u"3"_s, u"--price"_s, u"1.20 EUR"_s}));
        QCOMPARE(stringAt(usage, "target"), u"cpu"_s);
        QCOMPARE(usage["days"].size(), size_t(3));
        QCOMPARE(numberAt(usage, "pricePerNodeHour"), 1.2);
        QCOMPARE(stringAt(usage, "currency"), u"EUR"_s);
        QCOMPARE(intAt(usage, "holdsMs"), qint64(600'000));
        QVERIFY(numberAt(usage, "nodeHours") > 0); // this look counts too
        QCOMPARE(numberAt(usage, "cost"), numberAt(usage, "nodeHours") * 1.2);
        qint64 known = 0;
        for (const Json &day : usage["days"])
            known += intAt(day, "seenMs") + intAt(day, "unknownMs");
        QCOMPARE(known, intAt(usage, "seenMs") + intAt(usage, "unknownMs"));
        QVERIFY(usage["days"][0]["steps"][0]["nodes"].is_null()); // nobody looked the day before yesterday
        const CommandOutput text = bench.cli.run(Bench::lab({u"compute"_s, u"usage"_s, u"cpu"_s}));
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.output.contains("1.20 EUR"), text.output.constData()); // it was kept
        bench.cli.json(Bench::lab({u"compute"_s, u"usage"_s, u"cpu"_s, u"--price"_s, u"none"_s}));
        QVERIFY(bench.cli.json(Bench::lab({u"compute"_s, u"usage"_s, u"cpu"_s}))["cost"].is_null());

        const auto refused = [&](const QStringList &words) {
            return stringAt(bench.cli.error(Bench::lab(QStringList{u"compute"_s, u"usage"_s} + words), 2), "code");
        };
        QCOMPARE(refused({u"vm"_s}), u"target.notManaged"_s);
        QCOMPARE(refused({u"cpv"_s}), u"target.unknown"_s);
        QCOMPARE(refused({u"cpu"_s, u"--price"_s, u"much"_s}), u"compute.badPrice"_s);
        bench.cli.error(Bench::lab({u"compute"_s, u"usage"_s, u"cpu"_s, u"--days"_s, u"36"_s}), 2);
        // What was seen is there without it, and without Azure.
        bench.cloud.service.computes.erase(u"cpu"_s);
        QCOMPARE(stringAt(bench.cli.json(Bench::lab({u"compute"_s, u"usage"_s, u"cpu"_s})), "target"), u"cpu"_s);
        bench.cloud.service.first = [](const WebAsk &) {
            return WebAnswer{200, {}, {}, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"};
        };
        QCOMPARE(stringAt(bench.cli.json(Bench::lab({u"compute"_s, u"usage"_s, u"cpu"_s})), "target"), u"cpu"_s);
    }

    void withoutANetwork()
    {
        Bench bench;
        bench.cloud.service.computes[u"cpu"_s] = MlService::compute(u"cpu"_s, u"AmlCompute"_s, {});
        QVERIFY(bench.cli.json(Bench::lab({u"targets"_s}))[1].value("asOf", Json()).is_null());
        bench.cloud.service.first = [](const WebAsk &) {
            return WebAnswer{200, {}, {}, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"};
        };
        const Json list = bench.cli.json(Bench::lab({u"targets"_s}));
        QCOMPARE(list.size(), size_t(2));
        QCOMPARE(stringAt(list[1], "state"), u"unknown"_s);
        QVERIFY(timeAt(list[1], "asOf"));
        bench.cli.error(Bench::lab({u"check"_s, u"cpu"_s}), 3); // but nothing is done on old knowledge
    }

    void nobodySignedIn()
    {
        Cli cli;
        cli.json({u"workspace"_s, u"add"_s, u"azureml"_s, u"lab"_s, u"--resource-id"_s,
                  QString::fromLatin1(MlService::workspacePath())});
        QCOMPARE(stringAt(cli.error({u"--workspace"_s, u"lab"_s, u"targets"_s}, 4), "code"), u"signin.needed"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliAzure)
#include "tst_cliazure.moc"
