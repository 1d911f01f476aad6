#include "tests/support/labbench.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

Json attachBody(const char *type, const QString &resource, const Json &inner = nullptr)
{
    Json properties{{"computeType", type},
                    {"resourceId", toStd(practice::groupId(practice::kGroup) + u"/providers/"_s + resource)}};
    if (!inner.is_null())
        properties["properties"] = inner;
    return {{"location", "koreacentral"}, {"properties", properties}};
}

const QString kVm = u"Microsoft.Compute/virtualMachines/practice-vm"_s;

Json machine() { return {{"sshPort", 22}, {"administratorAccount", {{"username", "u"}, {"password", "P"}}}}; }

Json clusterBody()
{
    return {{"location", "koreacentral"},
            {"properties", {{"computeType", "AmlCompute"}, {"properties", {{"vmSize", "STANDARD_NC6S_V3"}}}}}};
}

QString codeOf(const Json &body) { return stringAt(body.value("error", Json::object()), "code"); }

} // namespace

class TestPracticeLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { bench = std::make_unique<LabBench>(); }
    void cleanup() { bench.reset(); }

    void isACloud()
    {
        CloudRequest request;
        request.name = u"practice"_s;
        request.resourceManager = QUrl(bench->urls[u"arm"_s]);
        request.ml = QUrl(bench->urls[u"ml"_s]);
        request.caPem = bench->lab->authorityPem();
        const auto cloud = discoverCloud(request, {});
        MOORING_OK(cloud);
        QCOMPARE(cloud->login.toString(), bench->urls[u"signin"_s]);
        QCOMPARE(cloud->tenant, QString::fromLatin1(practice::kTenant));
        QVERIFY(cloud->mayCarryToken(QUrl(bench->urls[u"ml"_s])));
        QVERIFY(!cloud->mayCarryToken(QUrl(bench->urls[u"blob"_s])));
        // azureml-core asks an older version and wants a list, whose authority ends in /adfs.
        const Json list = bench->jsonOf(bench->ask(u"arm"_s, "GET", u"/metadata/endpoints?api-version=2019-05-01"_s));
        QVERIFY(list.is_array() && list.size() == 1);
        QVERIFY(stringAt(list[0]["authentication"], "loginEndpoint").endsWith(u"/adfs"_s));
    }

    void nobodyElseTrustsIt()
    {
        const WebClient stranger(WebTransport::make().value());
        WebRequest request;
        request.url = QUrl(bench->urls[u"arm"_s] + u"/metadata/endpoints?api-version=2022-09-01"_s);
        const auto reply = stranger.send(request, {});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, u"azure.certificate"_s);
    }

    void wantsAToken_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("resource manager") << u"arm"_s << u"/subscriptions?api-version=2022-12-01"_s << 401;
        QTest::newRow("run history") << u"ml"_s << u"/history/v1.0"_s + practice::workspaceResourceId() + u"/runs/x"_s
                                     << 401;
        QTest::newRow("blob") << u"blob"_s << u"/practicestorage/c/b"_s << 403;
        QTest::newRow("databricks") << u"databricks"_s << u"/api/2.1/clusters/list"_s << 401;
        QTest::newRow("livy") << u"livy"_s << u"/livy/batches"_s << 401;
        QTest::newRow("batch") << u"batch"_s << u"/pools?api-version=2024-07-01.20.0"_s << 403;
        QTest::newRow("online endpoint") << u"online"_s << u"/practice-online/score"_s << 401;
        QTest::newRow("online endpoint with a token") << u"online"_s << u"/practice-online-k8s/swagger.json"_s << 401;
        QTest::newRow("data lake") << u"datalake"_s << u"/Jobs?api-version=2016-11-01"_s << 401;
    }
    void wantsAToken()
    {
        QFETCH(QString, kind);
        QFETCH(QString, path);
        bench->token = {};
        QTEST(bench->ask(kind, "GET", path).status, "status");
        bench->token = "eyJhbGciOiJub25lIn0.e30."; // signed by nobody
        QTEST(bench->ask(kind, "GET", path).status, "status");
    }

    void attaches_data()
    {
        QTest::addColumn<QString>("body");
        const auto row = [](const char *name, const Json &body) {
            QTest::newRow(name) << QString::fromUtf8(toBytes(body));
        };
        row("vm", attachBody("VirtualMachine", kVm, machine()));
        row("vm, as azureml-core sends it",
            attachBody("VirtualMachine", kVm.toUpper(), // ids compare without regard to case
                       {{"sshPort", 22},
                        {"address", nullptr},
                        {"administratorAccount",
                         {{"username", "u"},
                          {"privateKeyData", "K"},
                          {"publicKeyData", ""},
                          {"password", ""},
                          {"passphrase", "P"}}}}));
        row("hdinsight, port as text",
            attachBody("HDInsight", u"Microsoft.HDInsight/clusters/practice-spark"_s,
                       {{"sshPort", "22"}, {"administratorAccount", {{"username", "u"}, {"password", "P"}}}}));
        row("databricks", attachBody("Databricks", u"Microsoft.Databricks/workspaces/practice-dbx"_s,
                                     {{"databricksAccessToken", "dapiCANARY"}}));
        row("data lake", attachBody("DataLakeAnalytics", u"Microsoft.DataLakeAnalytics/accounts/practicelake"_s));
        row("batch", attachBody("Batch", u"Microsoft.Batch/batchAccounts/practicebatch"_s));
        row("aks", attachBody("AKS", u"Microsoft.ContainerService/managedClusters/practice-aks"_s));
        row("kubernetes", attachBody("Kubernetes", u"Microsoft.ContainerService/managedClusters/practice-aks"_s,
                                     {{"namespace", "default"}, {"identityType", "SystemAssigned"}}));
    }
    void attaches()
    {
        QFETCH(QString, body);
        const Json sent = Json::parse(body.toStdString());
        QCOMPARE(bench->askWorkspace("GET", u"/computes/mine"_s).status, 404);
        const WebReply begun = bench->askWorkspace("PUT", u"/computes/mine"_s, sent);
        QCOMPARE(begun.status, 201);
        QVERIFY(!begun.header("Azure-AsyncOperation").isEmpty());
        QCOMPARE(stringAt(bench->jsonOf(begun)["properties"], "provisioningState"), u"Creating"_s);
        QCOMPARE(stringAt(bench->awaitOperation(begun), "status"), u"Succeeded"_s);
        const WebReply read = bench->askWorkspace("GET", u"/computes/mine"_s);
        const Json properties = bench->jsonOf(read)["properties"];
        QCOMPARE(stringAt(properties, "provisioningState"), u"Succeeded"_s);
        QCOMPARE(boolAt(properties, "isAttachedCompute"), true);
        QVERIFY2(!read.body.contains("CANARY") && !read.body.contains("\"password\"") &&
                     !read.body.contains("passphrase"),
                 read.body.constData());
        if (const Json inner = properties.value("properties", Json::object()); inner.contains("sshPort"))
            QVERIFY(inner["sshPort"].is_number_integer());

        // In earnest a Delete would remove the machine itself.
        QCOMPARE(bench->askWorkspace("DELETE", u"/computes/mine?underlyingResourceAction=Delete"_s).status, 400);
        const WebReply detached = bench->askWorkspace("DELETE", u"/computes/mine?underlyingResourceAction=detach"_s);
        QCOMPARE(detached.status, 202);
        QCOMPARE(stringAt(bench->awaitOperation(detached), "status"), u"Succeeded"_s);
        QCOMPARE(bench->askWorkspace("GET", u"/computes/mine"_s).status, 404);
    }

    void onlyItsOwnThings()
    {
        Json body = attachBody("VirtualMachine", u"Microsoft.Compute/virtualMachines/production"_s, machine());
        QCOMPARE(bench->askWorkspace("PUT", u"/computes/mine"_s, body).status, 400);
        body["properties"]["resourceId"] = "/subscriptions/0/resourceGroups/g/providers/" + toStd(kVm);
        QCOMPARE(bench->askWorkspace("PUT", u"/computes/mine"_s, body).status, 400);
        QCOMPARE(bench->ask(u"arm"_s, "GET", u"/subscriptions/0/resourcegroups?api-version=2024-07-01"_s).status, 404);
    }

    void theSecondAttachmentBreaksTheFirst()
    {
        for (const QString &name : {u"/computes/one"_s, u"/computes/two"_s})
            bench->awaitOperation(bench->askWorkspace("PUT", name, attachBody("VirtualMachine", kVm, machine())));
        QCOMPARE(
            stringAt(bench->jsonOf(bench->askWorkspace("GET", u"/computes/one"_s))["properties"], "provisioningState"),
            u"Failed"_s);
        QCOMPARE(
            stringAt(bench->jsonOf(bench->askWorkspace("GET", u"/computes/two"_s))["properties"], "provisioningState"),
            u"Succeeded"_s);
    }

    void everythingIsNamedPractice()
    {
        const QString all = practice::groupId(practice::kGroup).section(u"/resourceGroups"_s, 0, 0);
        for (const QString &path :
             {all + u"/resources?api-version=2024-07-01"_s, all + u"/resourcegroups?api-version=2024-07-01"_s,
              practice::workspaceResourceId() + u"/computes?api-version=2024-10-01"_s}) {
            const Json list = bench->jsonOf(bench->ask(u"arm"_s, "GET", path));
            QVERIFY(!list["value"].empty());
            for (const Json &thing : list["value"])
                QVERIFY2(stringAt(thing, "name").startsWith(u"practice"_s),
                         stringAt(thing, "name").toUtf8().constData());
        }
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");   // of a PUT that makes a cluster
        QTest::addColumn<QString>("code"); // at once, or at the operation's end
        QTest::newRow("none") << QString() << 201 << QString();
        QTest::newRow("policy") << u"policy"_s << 403 << u"RequestDisallowedByPolicy"_s;
        QTest::newRow("expired") << u"expired-token"_s << 401 << u"ExpiredAuthenticationToken"_s;
        QTest::newRow("429") << u"too-many-requests"_s << 429 << u"TooManyRequests"_s;
        QTest::newRow("quota") << u"quota-zero"_s << 201 << u"QuotaExceeded"_s;
        QTest::newRow("nested") << u"nested-error"_s << 201 << u"InternalServerError"_s;
    }
    void faults()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        if (!fault.isEmpty())
            bench->lab->setFaults({*ChosenFault::parse(fault)});
        const WebReply begun = bench->askWorkspace("PUT", u"/computes/mine"_s, clusterBody());
        QCOMPARE(begun.status, status);
        if (status == 429)
            QCOMPARE(begun.header("Retry-After"), "1"_ba);
        const Json end = status == 201 ? bench->awaitOperation(begun) : bench->jsonOf(begun);
        QTEST(codeOf(end), "code");
        if (fault == u"nested-error")
            QVERIFY(toBytes(end).contains("Connection failed to establish within 30000 milliseconds."));
        if (!fault.isEmpty())
            QCOMPARE(bench->lab->faults().front().struck, 1);
    }

    void slowProvisioning()
    {
        bench->lab->setFaults({*ChosenFault::parse(u"slow-provisioning"_s)});
        const WebReply begun = bench->askWorkspace("PUT", u"/computes/mine"_s, clusterBody());
        QTest::qWait(600); // twice what it takes otherwise
        const Json now =
            bench->jsonOf(bench->ask({}, "GET", QString::fromLatin1(begun.header("Azure-AsyncOperation"))));
        QCOMPARE(stringAt(now, "status"), u"InProgress"_s);
    }

    void wrongPassword()
    {
        bench->lab->setFaults({*ChosenFault::parse(u"wrong-password"_s)});
        QVERIFY(bench->signIn().isEmpty());
        QVERIFY(!bench->signIn().isEmpty()); // once
    }

    void refusedTokens()
    {
        bench->lab->setFaults({*ChosenFault::parse(u"token-refused"_s), *ChosenFault::parse(u"key-changed"_s)});
        bench->token = "dapi-practice";
        const WebReply reply = bench->ask(u"databricks"_s, "GET", u"/api/2.1/clusters/list"_s);
        QCOMPARE(reply.status, 403);
        QVERIFY(reply.body.contains("WRONG_WORKSPACE"));
        bench->token = bench->signIn();
        QCOMPARE(bench->ask(u"batch"_s, "GET", u"/pools?api-version=2024-07-01.20.0"_s).status, 403);
    }

    void runsAJob()
    {
        const Json body{
            {"properties",
             {{"jobType", "Command"},
              {"command", "python train.py"},
              {"experimentName", "practice-experiment"},
              {"environmentId", toStd(practice::workspaceResourceId() + u"/environments/e/versions/1"_s)}}}};
        QCOMPARE(bench->askWorkspace("PUT", u"/jobs/j1"_s, body).status, 201);
        const auto status = [&] {
            return stringAt(bench->jsonOf(bench->askWorkspace("GET", u"/jobs/j1"_s))["properties"], "status");
        };
        QCOMPARE(status(), u"Queued"_s);
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"Running"_s, 5000);
        const QString history = u"/history/v1.0"_s + practice::workspaceResourceId() + u"/runs/j1/details"_s;
        const Json details = bench->jsonOf(bench->ask(u"ml"_s, "GET", history));
        const QString log = stringAt(details["logFiles"], "user_logs/std_log.txt");
        QVERIFY2(log.startsWith(bench->urls[u"blob"_s]), qPrintable(log));
        bench->token = {}; // the address holds its own signature
        const WebReply whole = bench->ask({}, "GET", log);
        QCOMPARE(whole.status, 200);
        QVERIFY(whole.body.startsWith("Practice lab: nothing here is real."));
        const WebReply part = bench->ask({}, "GET", log, {}, {{"Range", "bytes=9-11"}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, "lab"_ba);
        QCOMPARE(bench->ask({}, "GET", log, {}, {{"Range", "bytes=1000000-"}}).status, 416);
        QCOMPARE(bench->ask({}, "GET", QString(log).replace(u"sig="_s, u"sig=x"_s)).status, 403);
        bench->token = bench->signIn();
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"Completed"_s, 5000);
    }

    void cancelsAJob()
    {
        const Json body{{"properties",
                         {{"jobType", "Command"}, {"command", "sleep"}, {"environmentId", "e1"}, {"computeId", "c"}}}};
        bench->askWorkspace("PUT", u"/jobs/j2"_s, body);
        QCOMPARE(bench->askWorkspace("POST", u"/jobs/j2/cancel"_s).status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(
            stringAt(bench->jsonOf(bench->askWorkspace("GET", u"/jobs/j2"_s))["properties"], "status"), u"Canceled"_s,
            5000);
    }

    void survivesNonsense_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not HTTP") << "hello\r\n\r\n"_ba;
        QTest::newRow("endless head") << "GET / HTTP/1.1\r\n" + QByteArray(200'000, 'a');
        QTest::newRow("bad chunk") << "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"_ba;
        QTest::newRow("cut off") << "POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf"_ba;
    }
    void survivesNonsense()
    {
        QFETCH(QByteArray, bytes);
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(bench->lab->authorityPem()));
        QSslSocket socket;
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(u"localhost"_s, quint16(QUrl(bench->urls[u"arm"_s]).port()));
        QVERIFY2(socket.waitForEncrypted(5000), qPrintable(socket.errorString()));
        socket.write(bytes);
        socket.waitForReadyRead(500);
        socket.abort();
        QCOMPARE(bench->ask(u"arm"_s, "GET", u"/subscriptions?api-version=2022-12-01"_s).status, 200);
    }

private:
    std::unique_ptr<LabBench> bench;
};

QTEST_GUILESS_MAIN(TestPracticeLab)
#include "tst_practicelab.moc"
