#include "core/azure/ml/targetexport.h"
#include "tests/support/mlbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

const QString kVm = MlService::resource(u"Microsoft.Compute/virtualMachines"_s, u"vm-1"_s);

Json ubuntu()
{
    return {{"id", toStd(kVm)},
            {"name", "vm-1"},
            {"location", "koreacentral"},
            {"properties",
             {{"storageProfile",
               {{"osDisk", {{"osType", "Linux"}, {"createOption", "FromImage"}}},
                {"imageReference", {{"publisher", "microsoft-dsvm"}, {"offer", "ubuntu-2204"}}}}}}}};
}

} // namespace

/// Attaching and detaching in a workspace of Azure ML.
class TestMlAttach : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QStringList>("set");     ///< field=value
        QTest::addColumn<QByteArray>("expected"); ///< "properties" of the PUT
        const auto row = [](const QString &kind, const QString &type, const QString &name, const QByteArray &document,
                            const QStringList &set, const QByteArray &own) {
            const QString id = MlService::resource(type, name);
            QTest::newRow(qPrintable(kind)) << kind << id << document << set << own;
        };
        row(u"ssh"_s, u"Microsoft.Compute/virtualMachines"_s, u"vm-1"_s, toBytes(ubuntu()),
            {u"resourceId="_s + kVm, u"user=azureuser"_s, u"port=2222"_s},
            R"({"computeType":"VirtualMachine","properties":{"sshPort":2222,"administratorAccount":{"username":"azureuser","password":"CANARY-secret"}}})");
        row(u"hdinsight"_s, u"Microsoft.HDInsight/clusters"_s, u"hdi"_s,
            R"({"location":"koreacentral","properties":{"clusterState":"Running","clusterDefinition":{"kind":"SPARK"},"connectivityEndpoints":[{"name":"SSH","location":"hdi-ssh.azurehdinsight.net","port":22}]}})",
            {u"clusterName=hdi"_s, u"user=sshuser"_s},
            R"({"computeType":"HDInsight","properties":{"sshPort":22,"administratorAccount":{"username":"sshuser","password":"CANARY-secret"}}})");
        row(u"datalake"_s, u"Microsoft.DataLakeAnalytics/accounts"_s, u"lake"_s, R"({"properties":{"state":"Active"}})",
            {u"accountName=lake"_s}, R"({"computeType":"DataLakeAnalytics"})");
        row(u"kubernetes"_s, u"Microsoft.ContainerService/managedClusters"_s, u"aks"_s,
            R"({"location":"koreacentral","properties":{"provisioningState":"Succeeded","powerState":{"code":"Running"}}})",
            {u"resourceId="_s + MlService::resource(u"Microsoft.ContainerService/managedClusters"_s, u"aks"_s)},
            R"({"computeType":"Kubernetes","properties":{"namespace":"default"}})");
    }
    void everyKind()
    {
        QFETCH(QString, kind);
        QFETCH(QString, resource);
        QFETCH(QByteArray, document);
        QFETCH(QStringList, set);
        QFETCH(QByteArray, expected);
        MlBench bench;
        bench.service.resources[resource.toLower()] = Json::parse(document.toStdString());
        std::map<QString, QString> values;
        for (const QString &entry : set)
            values[entry.section(u'=', 0, 0)] = entry.section(u'=', 1);
        const bool hasPassword = kind == u"ssh" || kind == u"hdinsight";
        const auto secrets = hasPassword ? std::map<QString, QByteArray>{{u"password"_s, "CANARY-secret"}}
                                         : std::map<QString, QByteArray>();
        const auto outcome = bench.attach(bench.request(kind, u"t1"_s, values, secrets));
        MOORING_OK(outcome);
        QVERIFY2(outcome->attached, outcome->toJson().dump().c_str());
        QVERIFY(outcome->report.verdict == Verdict::Passed);

        Json sent = bench.lastPut()["properties"];
        QCOMPARE(stringAt(bench.lastPut(), "location"), u"koreacentral"_s);
        QCOMPARE(stringAt(sent, "resourceId"), resource);
        sent.erase("resourceId");
        QCOMPARE(toBytes(sent), expected);
        // GET of the name stands right before its PUT.
        const auto put = bench.service.order.indexOf(u"PUT computes/t1"_s);
        QCOMPARE(bench.service.order.value(put - 1), u"GET computes/t1"_s);

        const auto target = bench.targets->find(u"t1"_s, {});
        MOORING_OK(target);
        QCOMPARE(target->record.kind, kind);
        QCOMPARE(target->state(), u"ready"_s);
        QVERIFY(target->record.log.contains(u"InProgress"_s) && target->record.log.contains(u"Succeeded"_s));
        QVERIFY(!bench.signIn.everythingKept().contains("CANARY"));
        QVERIFY(!bench.context.text().contains(u"CANARY"_s));

        const auto checked = bench.targets->check(u"t1"_s, {}, {}, bench.context, {});
        MOORING_OK(checked);
        QVERIFY2(checked->report.verdict == Verdict::Passed, checked->toJson().dump().c_str());

        const auto left = bench.targets->detach(u"t1"_s, bench.context);
        MOORING_OK(left);
        QVERIFY(left->left.join(u' ').contains(resource));
        QVERIFY(bench.service.order.contains(u"DELETE computes/t1 Detach"_s));
        QCOMPARE(bench.targets->find(u"t1"_s, {}).error().code, u"target.unknown"_s);
        QCOMPARE(bench.signIn.credentials->read(u"azure-target/lab/t1/password"_s, {}).error().code,
                 bench.signIn.credentials->read(u"never"_s, {}).error().code);
        bench.keepTraffic(u"attach-"_s + kind);
    }

    void batchIsOurOwnRecord()
    {
        MlBench bench;
        const QString id = MlService::resource(u"Microsoft.Batch/batchAccounts"_s, u"batch1"_s);
        bench.service.resources[id.toLower()] = Json::parse(
            R"({"properties":{"provisioningState":"Succeeded","accountEndpoint":"batch1.koreacentral.batch.azure.com"}})");
        const auto outcome = bench.attach(bench.request(u"batch"_s, u"pool"_s, {{u"accountName"_s, u"batch1"_s}}));
        MOORING_OK(outcome);
        QVERIFY(outcome->attached);
        QVERIFY(outcome->report.find(u"attach"_s)->answered.contains(u"own record"_s));
        QVERIFY(bench.lastPut().is_null());
        const auto target = bench.targets->find(u"pool"_s, {});
        MOORING_OK(target);
        QVERIFY(!target->compute);
        QCOMPARE(target->state(), u"warning"_s);
        QVERIFY(target->toListJson()["azure"].is_null());
        QCOMPARE(bench.attach(bench.request(u"batch"_s, u"pool2"_s, {{u"accountName"_s, u"BATCH1"_s}})).error().kind,
                 ErrorKind::AlreadyAttached);
        MOORING_OK(bench.targets->check(u"pool"_s, {}, {}, bench.context, {}));
        MOORING_OK(bench.targets->detach(u"pool"_s, bench.context));
        QVERIFY(!bench.targets->find(u"pool"_s, {}));
        bench.keepTraffic(u"attach-batch"_s);
    }

    void databricksTokenIsTriedFirst_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("attached");
        QTest::newRow("good") << 200 << true;
        QTest::newRow("refused") << 403 << false;
        QTest::newRow("signed out") << 401 << false;
    }
    void databricksTokenIsTriedFirst()
    {
        QFETCH(int, status);
        const TestCertificate certificate;
        const WebServer databricks(
            [&](const WebAsk &) {
                return WebAnswer::json(status == 200 ? R"({"userName":"kim"})"
                                                     : R"({"error_code":"403","message":"Invalid access token."})",
                                       status);
            },
            &certificate);
        MlBench bench;
        Cloud cloud = bench.signIn.cloud();
        cloud.caPem = certificate.certificate;
        ArmClient arm(cloud, bench.signIn.service->client(cloud).value(),
                      bench.signIn.service->tokens(bench.signIn.service->accountFor(u"bench"_s).value()));
        MlTargets targets(std::make_shared<MlClient>(bench.client->workspace(), arm), bench.kinds,
                          *bench.signIn.workspace, *bench.signIn.credentials);
        targets.setPause(std::chrono::milliseconds(10));
        const QString id = MlService::resource(u"Microsoft.Databricks/workspaces"_s, u"dbx"_s);
        bench.service.resources[id.toLower()] = {
            {"location", "koreacentral"},
            {"properties",
             {{"managedResourceGroupId", "/subscriptions/s/resourceGroups/managed"},
              {"workspaceUrl", toStd(u"127.0.0.1:%1"_s.arg(databricks.url().port()))}}}};
        const auto outcome = targets.attach(bench.request(u"databricks"_s, u"dbx1"_s, {{u"workspaceName"_s, u"dbx"_s}},
                                                          {{u"accessToken"_s, "CANARY-dapi"}}),
                                            bench.context, {});
        MOORING_OK(outcome);
        QTEST(outcome->attached, "attached");
        QCOMPARE(databricks.asked().front().header("Authorization"), "Bearer CANARY-dapi");
        QVERIFY(!databricks.asked().front().all().contains("CANARY-access"));
        if (status == 200) {
            QCOMPARE(toBytes(bench.lastPut()["properties"]["properties"]),
                     QByteArray(R"({"databricksAccessToken":"CANARY-dapi"})"));
            QCOMPARE(*bench.signIn.credentials->read(u"azure-target/lab/dbx1/accessToken"_s, {}), "CANARY-dapi");
            bench.keepTraffic(u"attach-databricks"_s);
        } else {
            QVERIFY(bench.lastPut().is_null()); // nothing was sent
            QVERIFY(outcome->report.find(u"service"_s)->answered.contains(u"Invalid access token"_s));
        }
        QVERIFY(!bench.signIn.everythingKept().contains("CANARY"));
    }

    /// Whatever the resource says is its address: of a real Azure only Databricks' own hosts see the token.
    void databricksTokenStaysWithDatabricks()
    {
        const TestCertificate certificate;
        const WebServer second([](const WebAsk &) { return WebAnswer::json("{}"); }, &certificate);
        MlBench bench;
        Cloud cloud = bench.signIn.cloud();
        cloud.caPem = certificate.certificate;
        cloud.builtin = true;
        ArmClient arm(cloud, bench.signIn.service->client(cloud).value(),
                      bench.signIn.service->tokens(bench.signIn.service->accountFor(u"bench"_s).value()));
        MlTargets targets(std::make_shared<MlClient>(bench.client->workspace(), arm), bench.kinds,
                          *bench.signIn.workspace, *bench.signIn.credentials);
        const QString id = MlService::resource(u"Microsoft.Databricks/workspaces"_s, u"dbx"_s);
        for (const QString &host : {u"localhost:%1"_s.arg(second.url().port()), u"azuredatabricks.net"_s,
                                    u"x.azuredatabricks.net@localhost:%1"_s.arg(second.url().port()), u"a b"_s}) {
            bench.service.resources[id.toLower()] = {{"properties", {{"workspaceUrl", toStd(host)}}}};
            const auto outcome =
                targets.attach(bench.request(u"databricks"_s, u"dbx1"_s, {{u"workspaceName"_s, u"dbx"_s}},
                                             {{u"accessToken"_s, "CANARY-dapi"}}),
                               bench.context, {});
            MOORING_OK(outcome);
            QVERIFY2(!outcome->attached, qPrintable(host));
        }
        QCOMPARE(second.count(), 0);
        QVERIFY(bench.lastPut().is_null());
    }

    void theSecondAttachmentIsStopped_data()
    {
        QTest::addColumn<QString>("there"); ///< name of the compute that is there
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("code");
        QTest::newRow("same resource, other case") << u"old"_s << kVm.toUpper() << u"target.alreadyAttached"_s;
        QTest::newRow("same name and resource") << u"t1"_s << kVm << u"target.alreadyAttached"_s;
        QTest::newRow("same name, other case") << u"T1"_s << kVm + u"2"_s << u"target.nameTaken"_s;
    }
    void theSecondAttachmentIsStopped()
    {
        QFETCH(QString, there);
        QFETCH(QString, resource);
        QFETCH(QString, code);
        MlBench bench;
        bench.service.computes[there] = MlService::compute(there, u"VirtualMachine"_s, resource);
        const auto outcome = bench.attach(bench.request(
            u"ssh"_s, u"t1"_s, {{u"resourceId"_s, kVm}, {u"user"_s, u"u"_s}}, {{u"password"_s, "CANARY"}}));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, code);
        if (code == u"target.alreadyAttached") {
            QCOMPARE(outcome.error().kind, ErrorKind::AlreadyAttached);
            QCOMPARE(stringAt(outcome.error().detail, "target"), there);
        }
        QVERIFY(bench.lastPut().is_null());
    }

    /// Between the list and the PUT somebody else used the name.
    void neverOverSomethingThatIsThere()
    {
        MlBench bench;
        bench.service.resources[kVm.toLower()] = ubuntu();
        bench.service.first = [&](const WebAsk &ask) {
            if (ask.method == "GET" && ask.path().endsWith("/computes/t1"))
                bench.service.computes[u"t1"_s] = MlService::compute(u"t1"_s, u"AmlCompute"_s, {});
            return WebAnswer{0, {}};
        };
        const auto outcome = bench.attach(bench.request(
            u"ssh"_s, u"t1"_s, {{u"resourceId"_s, kVm}, {u"user"_s, u"u"_s}}, {{u"password"_s, "CANARY"}}));
        MOORING_OK(outcome);
        QVERIFY(!outcome->attached);
        QVERIFY(bench.lastPut().is_null());
    }

    void theDeepestCauseComesFirst()
    {
        MlBench bench;
        bench.service.resources[kVm.toLower()] = ubuntu();
        bench.service.provisioningErrors = Json::parse(
            R"([{"error":{"code":"InternalServerError","message":"outer","details":[{"code":"x","message":"Connection failed to establish within 30000 milliseconds."}]}}])");
        const auto outcome = bench.attach(bench.request(
            u"ssh"_s, u"t1"_s, {{u"resourceId"_s, kVm}, {u"user"_s, u"u"_s}}, {{u"password"_s, "CANARY"}}));
        MOORING_OK(outcome);
        QVERIFY(!outcome->attached);
        const RungResult *last = outcome->report.find(u"attach"_s);
        QVERIFY2(last->answered.startsWith(u"Connection failed to establish"_s), qPrintable(last->answered));
        QCOMPARE(last->fix, u"mooring --workspace lab detach t1"_s);
        const auto target = bench.targets->find(u"t1"_s, {}); // Azure ML keeps an entry: it is shown, with our log
        MOORING_OK(target);
        QCOMPARE(target->state(), u"failed"_s);
        QVERIFY(target->record.log.contains(u"Connection failed"_s));
        MOORING_OK(bench.targets->detach(u"t1"_s, bench.context));
    }

    void wrongForms_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("set");
        QTest::addColumn<QString>("code");
        QTest::newRow("name with a dot") << u"datalake"_s << u"a.b"_s << QStringList{u"accountName=x"_s}
                                         << u"target.badName"_s;
        QTest::newRow("name of one letter")
            << u"datalake"_s << u"a"_s << QStringList{u"accountName=x"_s} << u"target.badName"_s;
        QTest::newRow("reserved") << u"datalake"_s << u"Local"_s << QStringList{u"accountName=x"_s}
                                  << u"target.badName"_s;
        QTest::newRow("no account") << u"datalake"_s << u"ok1"_s << QStringList() << u"field.invalid"_s;
        QTest::newRow("no token") << u"databricks"_s << u"ok1"_s << QStringList{u"workspaceName=x"_s}
                                  << u"field.invalid"_s;
        QTest::newRow("VM without password")
            << u"ssh"_s << u"ok1"_s << QStringList{u"resourceId="_s + kVm, u"user=u"_s} << u"field.invalid"_s;
        QTest::newRow("other subscription")
            << u"databricks"_s << u"ok1"_s
            << QStringList{u"workspaceName=x"_s, u"subscription=99999999-0000-0000-0000-000000000001"_s,
                           u"!accessToken"_s}
            << u"azure.otherSubscription"_s;
        QTest::newRow("VM of another kind")
            << u"ssh"_s << u"ok1"_s
            << QStringList{u"resourceId="_s + MlService::resource(u"A.B/c"_s, u"d"_s), u"user=u"_s}
            << u"field.invalid"_s;
    }
    void wrongForms()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(QStringList, set);
        MlBench bench;
        std::map<QString, QString> values;
        std::map<QString, QByteArray> secrets;
        for (const QString &entry : set) {
            if (entry.startsWith(u'!'))
                secrets[entry.mid(1)] = "CANARY";
            else
                values[entry.section(u'=', 0, 0)] = entry.section(u'=', 1);
        }
        const auto outcome = bench.attach(bench.request(kind, name, values, secrets));
        QVERIFY(!outcome);
        QTEST(outcome.error().code, "code");
        QCOMPARE(outcome.error().kind, ErrorKind::Usage);
        QVERIFY(bench.service.order.isEmpty());
    }

    void leftOutChecks()
    {
        MlBench bench; // the resource is not there
        auto request = bench.request(u"datalake"_s, u"t1"_s, {{u"accountName"_s, u"lake"_s}});
        const auto refused = bench.attach(request);
        MOORING_OK(refused);
        QVERIFY(!refused->attached);
        QVERIFY(bench.lastPut().is_null());
        request.check = false;
        const auto unchecked = bench.attach(request);
        MOORING_OK(unchecked);
        QVERIFY(unchecked->attached);
        QVERIFY(unchecked->report.find(u"resource"_s)->verdict == Verdict::Skipped);
        request.skipRungs = QStringList{u"resorce"_s};
        request.name = u"t2"_s;
        request.values = bench.request(u"datalake"_s, u"t2"_s, {{u"accountName"_s, u"lake2"_s}}).values;
        QCOMPARE(bench.attach(request).error().code, u"rung.unknown"_s);
    }

    /// A person who may not read the resource may still attach it.
    void forbiddenResourceIsAWarning()
    {
        MlBench bench;
        bench.service.first = [](const WebAsk &ask) {
            return ask.path().contains("DataLakeAnalytics")
                       ? WebAnswer::json(R"({"error":{"code":"AuthorizationFailed","message":"no"}})", 403)
                       : WebAnswer{0, {}};
        };
        const auto outcome = bench.attach(bench.request(u"datalake"_s, u"t1"_s, {{u"accountName"_s, u"lake"_s}}));
        MOORING_OK(outcome);
        QVERIFY(outcome->attached);
        QVERIFY(outcome->report.verdict == Verdict::Warned);
    }

    void whatTheWorkspaceMadeIsNotDetached()
    {
        MlBench bench;
        bench.service.computes[u"cpu"_s] = MlService::compute(u"cpu"_s, u"AmlCompute"_s, {});
        QCOMPARE(bench.targets->detach(u"cpu"_s, bench.context).error().code, u"target.notAttached"_s);
        QVERIFY(bench.service.order.isEmpty());
    }

    void unknownTypesNeverBreakAList()
    {
        MlBench bench;
        bench.service.computes[u"q"_s] =
            MlService::compute(u"q"_s, u"Quantum"_s, u"/x"_s, Json::parse(R"({"state":[1,{"a":null}]})"));
        bench.service.computes[u"s"_s] = MlService::compute(u"s"_s, u"SynapseSpark"_s, u"/y"_s);
        bench.service.computes[u"bad"_s] = Json::parse(R"({"name":"bad","properties":7})");
        const auto all = bench.targets->targets({});
        MOORING_OK(all);
        QCOMPARE(all->size(), size_t(2));
        QCOMPARE(all->front().record.kind, u"quantum"_s);
        QCOMPARE(stringAt(all->front().toListJson()["azure"], "computeType"), u"Quantum"_s);
        MOORING_OK(bench.targets->check(u"s"_s, {}, {}, bench.context, {}));
    }

    void exported_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("has"); ///< what the text has, or the code of the error
        QTest::newRow("VM, Python") << u"VirtualMachine"_s << u"sdk"_s << u"RemoteCompute.attach_configuration("_s;
        QTest::newRow("VM, Python, a name with $")
            << u"VirtualMachine"_s << u"sdk"_s << u"username=\"kim \\\"${x}\\\"\""_s;    // that is no escape there
        QTest::newRow("VM, az") << u"VirtualMachine"_s << u"cli"_s << u"export.noWay"_s; // its password is no word
        QTest::newRow("VM, ours") << u"VirtualMachine"_s << u"mooring"_s << u"--secret password=-"_s;
        QTest::newRow("Databricks") << u"Databricks"_s << u"sdk"_s
                                    << u"access_token=os.environ[\"DATABRICKS_TOKEN\"]"_s;
        QTest::newRow("Data Lake") << u"DataLakeAnalytics"_s << u"sdk"_s << u"AdlaCompute"_s;
        QTest::newRow("Kubernetes") << u"Kubernetes"_s << u"cli"_s << u"az ml compute attach --type Kubernetes"_s;
        QTest::newRow("Databricks, az") << u"Databricks"_s << u"cli"_s << u"export.noWay"_s;
        QTest::newRow("cluster") << u"AmlCompute"_s << u"terraform"_s << u"max_node_count                       = 4"_s;
        QTest::newRow("cluster, ours") << u"AmlCompute"_s << u"mooring"_s
                                       << u"compute create t1 --size S --type cluster --min 0 --max 4"_s;
        QTest::newRow("of later") << u"Quantum"_s << u"sdk"_s << u"export.noWay"_s;
        QTest::newRow("other form") << u"AmlCompute"_s << u"ssh"_s << u"export.noWay"_s;
    }
    void exported()
    {
        QFETCH(QString, type);
        QFETCH(QString, form);
        QFETCH(QString, has);
        MlBench bench;
        const bool isManaged = type == u"AmlCompute";
        bench.service.computes[u"t1"_s] =
            MlService::compute(u"t1"_s, type, isManaged ? QString() : kVm,
                               {{"vmSize", "S"}, {"scaleSettings", {{"minNodeCount", 0}, {"maxNodeCount", 4}}}});
        auto target = bench.targets->find(u"t1"_s, {});
        MOORING_OK(target);
        target->record.settings["user"] = "kim \"${x}\"";
        target->record.settings["password"] = {{"stored", true}};
        const auto text = exportTarget(*target, bench.client->workspace(), form);
        const QString got = text ? QString::fromUtf8(*text) : text.error().code;
        QVERIFY2(got.contains(has), qPrintable(got));
        QVERIFY(!got.contains(u"CANARY"_s));
    }

    void whatWasSaidLast()
    {
        MlBench bench;
        QVERIFY(!bench.targets->lastKnown()->has_value());
        bench.service.computes[u"k1"_s] = MlService::compute(
            u"k1"_s, u"Kubernetes"_s, u"/k"_s, Json::parse(R"({"relayConnectionString":"CANARY-relay"})"));
        MOORING_OK(bench.targets->targets({}));
        const auto known = bench.targets->lastKnown();
        MOORING_OK(known);
        QCOMPARE((*known)->targets.size(), size_t(1));
        QCOMPARE((*known)->targets.front().record.name, u"k1"_s);
        QVERIFY(!bench.signIn.everythingKept().contains("CANARY"));
    }

    void hostileAnswers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("page") << QByteArray("<html>sign in</html>") << 200;
        QTest::newRow("deep") << QByteArray(200000, '{') << 200;
        QTest::newRow("null") << QByteArray("null") << 200;
        QTest::newRow("number") << QByteArray("9223372036854775808") << 200;
        QTest::newRow("types") << QByteArray(R"({"name":[],"location":{},"properties":"x","value":"y","status":7})")
                               << 200;
        QTest::newRow("empty") << QByteArray() << 200;
        QTest::newRow("gateway") << QByteArray("<html>502</html>") << 500;
        QTest::newRow("again") << QByteArray("{}") << 401;
    }
    /// Whatever the service says to everything: an Error, never "attached", never a crash.
    void hostileAnswers()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        MlBench bench;
        bench.service.first = [&](const WebAsk &) { return WebAnswer::json(body, status); };
        const auto request = bench.request(u"datalake"_s, u"t1"_s, {{u"accountName"_s, u"lake"_s}});
        QVERIFY(!bench.attach(request) || !bench.attach(request)->attached);
        bench.service.first = [&](const WebAsk &ask) { // all but the list and the resource
            if (ask.path().endsWith("/computes"))
                return WebAnswer::json(R"({"value":[]})");
            return ask.path().contains("DataLake") ? WebAnswer::json(R"({"properties":{}})")
                                                   : WebAnswer::json(body, status);
        };
        const auto outcome = bench.attach(request);
        QVERIFY(!outcome || !outcome->attached);
        QVERIFY(!bench.targets->detach(u"t1"_s, bench.context));
        QVERIFY(!bench.signIn.everythingKept().contains("CANARY"));
    }
};

QTEST_GUILESS_MAIN(TestMlAttach)
#include "tst_mlattach.moc"
