#include "tests/core/practice/specvalidator.h"
#include "tests/support/labbench.h"
#include "tests/support/trafficrecorder.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    int calls = 0;
    QStringList problems;
};

constexpr const char *kSpecifications[] = {"machinelearningservices/resource-manager/**/2024-10-01/*.json",
                                           "machinelearningservices/data-plane/**/2019-09-30/*.json",
                                           "batch/**/*.json",
                                           "containerinstance/**/*.json",
                                           "hdinsight/**/*.json",
                                           "databricks/**/*.json",
                                           "datalake-analytics/**/*.json",
                                           "containerservice/**/2024-09-01/*.json",
                                           "resources/**/*.json",
                                           "authorization/**/*.json",
                                           "containerregistry/**/*.json",
                                           "compute/**/virtualMachine.json",
                                           "network/**/networkInterface.json",
                                           "network/**/publicIpAddress.json",
                                           "storage/resource-manager/**/*.json"};

const QString kSubscription = u"/subscriptions/"_s + QLatin1StringView(practice::kSubscription);

QString inGroup(const QString &rest) { return practice::groupId(practice::kGroup) + u"/providers/"_s + rest; }

/// The schema of run history writes "object" for a cell of a metric, which holds any value: clients read numbers.
bool isAnyValue(const QString &operation, const Json &error)
{
    static const QRegularExpression cell(u"^/value/\\d+/cells/\\d+/loss$"_s);
    static const QRegularExpression number(u"^Expected type object but found type (number|integer)$"_s);
    const Json at = error.value("at", Json::array());
    return operation == u"RunMetrics_GetByQuery" && stringAt(error, "side") == u"response" &&
           stringAt(error, "code") == u"INVALID_TYPE" && number.match(stringAt(error, "message")).hasMatch() &&
           at.is_array() && !at.empty() && std::all_of(at.begin(), at.end(), [](const Json &place) {
               return place.is_string() && cell.match(QString::fromStdString(place.get<std::string>())).hasMatch();
           });
}

} // namespace

/// Every answer of the practice lab, through Microsoft's validator against Microsoft's OpenAPI files.
class TestPracticeSpecs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(canJudge(), "the OpenAPI files of Azure (MOORING_AZURE_SPECS) and npm's oav"); }

    void everyOperation()
    {
        bench = std::make_unique<LabBench>([this](const QString &kind, LabRequest request, const LabReply &reply) {
            if (kind == u"datalake") // its schema knows its paths only below a host of that service
                request.base = u"https://practicelake.azuredatalakeanalytics.net"_s;
            recorder.record(kind, request, reply);
        });
        QVERIFY(bench->lab);
        directory();
        things();
        computes();
        jobs();
        history();
        containers();
        online();
        batch();
        livy();
        dataLake();
        bench.reset();

        const auto rows = validated();
        QVERIFY(!rows.empty());
        QStringList wrong;
        for (const auto &[operation, row] : rows) {
            qInfo("%-55s %3d  %s", qPrintable(operation), row.calls, row.problems.isEmpty() ? "valid" : "NOT VALID");
            for (const QString &problem : row.problems)
                wrong << operation + u": "_s + problem;
        }
        for (const char *operation : kExpected)
            QVERIFY2(rows.contains(QString::fromLatin1(operation)), operation);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(anyValues > 0); // else the schema was mended, and isAnyValue() goes
    }

private:
    int anyValues = 0;
    static constexpr const char *kExpected[] = {"Tenants_List",
                                                "Subscriptions_List",
                                                "Subscriptions_Get",
                                                "Subscriptions_ListLocations",
                                                "ResourceGroups_List",
                                                "ResourceGroups_Get",
                                                "Providers_Get",
                                                "Providers_Register",
                                                "Permissions_ListForResourceGroup",
                                                "VirtualMachines_ListAll",
                                                "VirtualMachines_Get",
                                                "NetworkInterfaces_Get",
                                                "PublicIPAddresses_Get",
                                                "Clusters_Get",
                                                "Clusters_List",
                                                "BatchAccount_Get",
                                                "BatchAccount_List",
                                                "BatchAccount_GetKeys",
                                                "Workspaces_ListBySubscription",
                                                "Workspaces_Get",
                                                "Accounts_Get",
                                                "ManagedClusters_Get",
                                                "ManagedClusters_ListClusterUserCredentials",
                                                "Registries_Get",
                                                "Registries_ListCredentials",
                                                "StorageAccounts_GetProperties",
                                                "Workspaces_ListKeys",
                                                "Compute_List",
                                                "Compute_Get",
                                                "Compute_CreateOrUpdate",
                                                "Compute_Update",
                                                "Compute_Delete",
                                                "Compute_ListNodes",
                                                "Compute_ListKeys",
                                                "Compute_Start",
                                                "Compute_Stop",
                                                "Compute_Restart",
                                                "VirtualMachineSizes_List",
                                                "Usages_List",
                                                "Quotas_List",
                                                "Jobs_CreateOrUpdate",
                                                "Jobs_Get",
                                                "Jobs_List",
                                                "Jobs_Cancel",
                                                "Jobs_Delete",
                                                "CodeVersions_CreateOrGetStartPendingUpload",
                                                "CodeVersions_CreateOrUpdate",
                                                "CodeVersions_Get",
                                                "CodeVersions_List",
                                                "EnvironmentVersions_CreateOrUpdate",
                                                "EnvironmentVersions_Get",
                                                "EnvironmentContainers_List",
                                                "Datastores_List",
                                                "Datastores_ListSecrets",
                                                "Runs_Get",
                                                "Runs_GetDetails",
                                                "Runs_GetByQuery",
                                                "RunMetrics_GetByQuery",
                                                "RunArtifacts_ListInContainer",
                                                "RunArtifacts_GetContentInformation",
                                                "ContainerGroups_CreateOrUpdate",
                                                "ContainerGroups_Get",
                                                "ContainerGroups_List",
                                                "ContainerGroups_Stop",
                                                "ContainerGroups_Start",
                                                "ContainerGroups_Restart",
                                                "ContainerGroups_Delete",
                                                "Containers_ListLogs",
                                                "Location_ListUsage",
                                                "OnlineEndpoints_List",
                                                "OnlineEndpoints_Get",
                                                "OnlineEndpoints_ListKeys",
                                                "OnlineEndpoints_GetToken",
                                                "OnlineDeployments_List",
                                                "OnlineDeployments_Get",
                                                "OnlineDeployments_GetLogs",
                                                "Pool_List",
                                                "Pool_Get",
                                                "Job_Add",
                                                "Job_Get",
                                                "Job_List",
                                                "Job_Terminate",
                                                "Job_Delete",
                                                "Task_Add",
                                                "Task_Get",
                                                "Task_List",
                                                "File_ListFromTask",
                                                "File_GetFromTask",
                                                "Job_SubmitSparkBatchJob",
                                                "Job_GetSparkBatchJob",
                                                "Job_ListSparkBatchJob",
                                                "Job_GetSparkBatchState",
                                                "Job_DeleteSparkBatch",
                                                "Job_Create",
                                                "Job_Cancel"};

    WebReply arm(const QByteArray &method, const QString &path, const char *version, const Json &body = {})
    {
        const QString mark = path.contains(u'?') ? u"&api-version="_s : u"?api-version="_s;
        WebHeaders headers;
        if (method == "POST" && body.is_null()) // without one Qt says that an empty POST is a form
            headers.emplace_back("Content-Type", "application/json");
        return bench->ask(u"arm"_s, method, path + mark + QLatin1StringView(version), body, headers);
    }
    WebReply askWorkspace(const QByteArray &method, const QString &path, const Json &body = {})
    {
        return arm(method, practice::workspaceResourceId() + path, "2024-10-01", body);
    }

    void directory()
    {
        for (const char *path : {"/tenants", "/subscriptions"})
            arm("GET", QString::fromLatin1(path), "2022-12-01");
        arm("GET", kSubscription, "2022-12-01");
        arm("GET", kSubscription + u"/locations"_s, "2022-12-01");
        arm("GET", kSubscription + u"/resourcegroups"_s, "2024-07-01");
        arm("GET", kSubscription + u"/resourcegroups/practice-group"_s, "2024-07-01");
        arm("GET", kSubscription + u"/resourcegroups/practice-none"_s, "2024-07-01"); // 404
        arm("GET", kSubscription + u"/resources"_s, "2024-07-01");
        arm("GET", kSubscription + u"/providers/Microsoft.Batch"_s, "2024-07-01");
        arm("POST", kSubscription + u"/providers/Microsoft.Batch/register"_s, "2024-07-01");
        arm("GET", inGroup(u"Microsoft.Authorization/permissions"_s), "2022-04-01");
    }

    void things()
    {
        const std::pair<const char *, const char *> all[] = {
            {"Microsoft.Compute/virtualMachines/practice-vm", "2024-07-01"},
            {"Microsoft.Compute/virtualMachines/practice-vm?$expand=instanceView", "2024-07-01"},
            {"Microsoft.Network/networkInterfaces/practice-vm-nic", "2024-01-01"},
            {"Microsoft.Network/publicIPAddresses/practice-vm-ip", "2024-01-01"},
            {"Microsoft.HDInsight/clusters/practice-spark", "2021-06-01"},
            {"Microsoft.Batch/batchAccounts/practicebatch", "2024-07-01"},
            {"Microsoft.Databricks/workspaces/practice-dbx", "2024-05-01"},
            {"Microsoft.DataLakeAnalytics/accounts/practicelake", "2016-11-01"},
            {"Microsoft.ContainerService/managedClusters/practice-aks", "2024-09-01"},
            {"Microsoft.ContainerRegistry/registries/practiceregistry", "2023-07-01"},
            {"Microsoft.Storage/storageAccounts/practicestorage", "2023-05-01"},
            {"Microsoft.MachineLearningServices/workspaces/practice-ws", "2024-10-01"}};
        for (const auto &[path, version] : all) {
            arm("GET", inGroup(QString::fromLatin1(path)), version);
            const QString type = QString::fromLatin1(path).section(u'/', 0, 1);
            if (!type.contains(u"network"_s))
                arm("GET", kSubscription + u"/providers/"_s + type, version);
        }
        arm("POST", inGroup(u"Microsoft.Batch/batchAccounts/practicebatch/listKeys"_s), "2024-07-01");
        arm("POST", inGroup(u"Microsoft.ContainerService/managedClusters/practice-aks/listClusterUserCredential"_s),
            "2024-09-01");
        arm("POST", inGroup(u"Microsoft.ContainerRegistry/registries/practiceregistry/listCredentials"_s),
            "2023-07-01");
        arm("POST", practice::workspaceResourceId() + u"/listKeys"_s, "2024-10-01");
        for (const char *what : {"vmSizes", "usages", "quotas"})
            arm("GET",
                kSubscription + u"/providers/Microsoft.MachineLearningServices/locations/koreacentral/"_s +
                    QLatin1StringView(what),
                "2024-10-01");
    }

    void attachAndDetach(const char *type, const QString &resource, const Json &inner)
    {
        Json properties{{"computeType", type}, {"resourceId", toStd(inGroup(resource))}};
        if (!inner.is_null())
            properties["properties"] = inner;
        bench->awaitOperation(
            askWorkspace("PUT", u"/computes/mine"_s, {{"location", "koreacentral"}, {"properties", properties}}));
        askWorkspace("GET", u"/computes/mine"_s);
        askWorkspace("POST", u"/computes/mine/listKeys"_s);
        bench->awaitOperation(askWorkspace("DELETE", u"/computes/mine?underlyingResourceAction=Detach"_s));
        askWorkspace("GET", u"/computes/mine"_s); // 404
    }

    void computes()
    {
        const Json login{{"sshPort", 22}, {"administratorAccount", {{"username", "u"}, {"password", "P"}}}};
        attachAndDetach("VirtualMachine", u"Microsoft.Compute/virtualMachines/practice-vm"_s, login);
        attachAndDetach("HDInsight", u"Microsoft.HDInsight/clusters/practice-spark"_s, login);
        attachAndDetach("Databricks", u"Microsoft.Databricks/workspaces/practice-dbx"_s,
                        {{"databricksAccessToken", "dapi-x"}});
        attachAndDetach("DataLakeAnalytics", u"Microsoft.DataLakeAnalytics/accounts/practicelake"_s, {});
        attachAndDetach("Kubernetes", u"Microsoft.ContainerService/managedClusters/practice-aks"_s,
                        {{"namespace", "default"}});
        attachAndDetach("SynapseSpark", u"Microsoft.Synapse/workspaces/practice-synapse/bigDataPools/practicepool"_s,
                        {});
        const Json scale{{"minNodeCount", 1}, {"maxNodeCount", 2}, {"nodeIdleTimeBeforeScaleDown", "PT120S"}};
        const Json cluster{{"computeType", "AmlCompute"},
                           {"properties", {{"vmSize", "STANDARD_DS3_V2"}, {"scaleSettings", scale}}}};
        bench->awaitOperation(
            askWorkspace("PUT", u"/computes/made"_s, {{"location", "koreacentral"}, {"properties", cluster}}));
        bench->awaitOperation(
            askWorkspace("PATCH", u"/computes/made"_s, {{"properties", {{"properties", {{"scaleSettings", scale}}}}}}));
        askWorkspace("POST", u"/computes/made/listNodes"_s);
        for (const QString &act : {u"stop"_s, u"start"_s, u"restart"_s})
            bench->awaitOperation(askWorkspace("POST", u"/computes/practice-instance/"_s + act));
        askWorkspace("GET", u"/computes"_s);
        bench->awaitOperation(askWorkspace("DELETE", u"/computes/made?underlyingResourceAction=Delete"_s));
    }

    void jobs()
    {
        const QString code = u"/codes/practice-code/versions/1"_s;
        askWorkspace("POST", code + u"/startPendingUpload"_s, {{"pendingUploadType", "TemporaryBlobReference"}});
        const Json hash{{"hash_sha256", "practice"}, {"hash_version", "202208"}};
        askWorkspace(
            "PUT", code,
            {{"properties", {{"codeUri", "https://practice.invalid/c"}, {"isAnonymous", true}, {"properties", hash}}}});
        askWorkspace("GET", code);
        askWorkspace("GET", u"/codes/other/versions?hash=practice&hashVersion=202208"_s);
        const QString environment = u"/environments/practice-env/versions/1"_s;
        askWorkspace("PUT", environment,
                     {{"properties", {{"image", "practice/image:1"}, {"condaFile", "name: x"}, {"osType", "Linux"}}}});
        askWorkspace("GET", environment);
        askWorkspace("GET", u"/environments"_s);
        askWorkspace("GET", u"/datastores"_s);
        askWorkspace("POST", u"/datastores/workspaceblobstore/listSecrets"_s, Json::object());
        const Json job{{"jobType", "Command"},
                       {"displayName", "t"},
                       {"experimentName", "practice-experiment"},
                       {"command", "python train.py"},
                       {"codeId", toStd(practice::workspaceResourceId() + code)},
                       {"environmentId", toStd(practice::workspaceResourceId() + environment)},
                       {"computeId", toStd(practice::workspaceResourceId() + u"/computes/practice-cluster"_s)},
                       {"environmentVariables", {{"K", "V"}}},
                       {"inputs", {{"a", {{"jobInputType", "literal"}, {"value", "1"}}}}},
                       {"resources", {{"instanceCount", 1}}}};
        for (const QString &id : {u"/jobs/one"_s, u"/jobs/two"_s, u"/jobs/three"_s})
            askWorkspace("PUT", id, {{"properties", job}});
        askWorkspace("POST", u"/jobs/two/cancel"_s);
        askWorkspace("DELETE", u"/jobs/three"_s);
        askWorkspace("GET", u"/jobs/none"_s); // 404
        QTest::qWait(1400);
        askWorkspace("GET", u"/jobs/one"_s);
        askWorkspace("GET", u"/jobs/two"_s);
        askWorkspace("GET", u"/jobs"_s);
    }

    void history()
    {
        const QString experiment =
            u"/history/v1.0"_s + practice::workspaceResourceId() + u"/experiments/practice-experiment"_s;
        for (const char *end : {"/runs/one", "/runs/one/details", "/runs/two/details", "/runs/one/children",
                                "/runs/one/artifacts", "/runs/one/artifacts/contentinfo?path=user_logs%2Fstd_log.txt",
                                "/runs/one/artifacts/prefix/contentinfo?path=outputs", ""})
            bench->ask(u"ml"_s, "GET", experiment + QLatin1StringView(end));
        bench->ask(u"ml"_s, "POST", experiment + u"/runs:query"_s, {{"top", 10}});
        bench->ask(u"ml"_s, "POST", experiment + u"/metrics:query"_s, {{"filter", "RunId eq 'one'"}});
        bench->ask(u"ml"_s, "GET",
                   u"/artifact/v2.0"_s + practice::workspaceResourceId() +
                       u"/artifacts/ExperimentRun/dcid.one/contentinfo?path=user_logs%2Fstd_log.txt"_s);
    }

    void containers()
    {
        const QString groups = inGroup(u"Microsoft.ContainerInstance/containerGroups"_s);
        const QString one = groups + u"/practice-model"_s;
        const Json port{{"port", 5001}, {"protocol", "TCP"}};
        const Json inner{{"image", "practice/model:1"},
                         {"ports", Json::array({port})},
                         {"environmentVariables", Json::array({{{"name", "K"}, {"secureValue", "S"}}})},
                         {"resources", {{"requests", {{"cpu", 0.5}, {"memoryInGB", 1.0}}}}}};
        const Json properties{{"osType", "Linux"},
                              {"containers", Json::array({{{"name", "web"}, {"properties", inner}}})},
                              {"ipAddress", {{"type", "Public"}, {"ports", Json::array({port})}}}};
        bench->awaitOperation(
            arm("PUT", one, "2023-05-01", {{"location", "koreacentral"}, {"properties", properties}}));
        arm("GET", one, "2023-05-01");
        arm("GET", groups, "2023-05-01");
        arm("GET", kSubscription + u"/providers/Microsoft.ContainerInstance/containerGroups"_s, "2023-05-01");
        arm("GET", one + u"/containers/web/logs?tail=10&timestamps=true"_s, "2023-05-01");
        for (const QString &act : {u"/stop"_s, u"/start"_s, u"/restart"_s})
            arm("POST", one + act, "2023-05-01");
        for (const QString &what : {u"usages"_s, u"capabilities"_s})
            arm("GET", kSubscription + u"/providers/Microsoft.ContainerInstance/locations/koreacentral/"_s + what,
                "2023-05-01");
        arm("DELETE", one, "2023-05-01");
    }

    void online()
    {
        askWorkspace("GET", u"/onlineEndpoints"_s);
        askWorkspace("GET", u"/onlineEndpoints/practice-none"_s); // 404
        askWorkspace("POST", u"/onlineEndpoints/practice-online/listKeys"_s);
        askWorkspace("POST", u"/onlineEndpoints/practice-online/token"_s); // 400: it has keys
        askWorkspace("POST", u"/onlineEndpoints/practice-online-k8s/token"_s);
        for (const auto &[name, deployment] :
             {std::pair(u"practice-online"_s, u"blue"_s), std::pair(u"practice-online-k8s"_s, u"main"_s),
              std::pair(u"practice-online-failed"_s, u"first"_s)}) {
            const QString one = u"/onlineEndpoints/"_s + name;
            askWorkspace("GET", one);
            askWorkspace("GET", one + u"/deployments"_s);
            askWorkspace("GET", one + u"/deployments/"_s + deployment);
            for (const char *container : {"InferenceServer", "StorageInitializer"})
                askWorkspace("POST", one + u"/deployments/"_s + deployment + u"/getLogs"_s,
                             {{"containerType", container}, {"tail", 10}});
        }
    }

    WebReply batchCall(const QByteArray &method, const QString &path, const Json &body = {})
    {
        WebRequest request;
        request.method = method;
        request.url = QUrl(bench->urls[u"batch"_s] + path + u"?api-version=2024-07-01.20.0"_s);
        request.bearer = bench->token;
        if (!body.is_null())
            request.body = toBytes(body);
        if (method == "POST")
            request.contentType = "application/json; odata=minimalmetadata";
        return bench->client->send(request, {}).valueOr({});
    }

    void batch()
    {
        batchCall("GET", u"/pools"_s);
        batchCall("GET", u"/pools/practice-pool"_s);
        batchCall("GET", u"/supportedimages"_s);
        QCOMPARE(batchCall("POST", u"/jobs"_s, {{"id", "j1"}, {"poolInfo", {{"poolId", "practice-pool"}}}}).status,
                 201);
        QCOMPARE(batchCall("POST", u"/jobs/j1/tasks"_s, {{"id", "t1"}, {"commandLine", "/bin/true"}}).status, 201);
        QTest::qWait(1400);
        for (const QString &path : {u"/jobs"_s, u"/jobs/j1"_s, u"/jobs/j1/tasks"_s, u"/jobs/j1/tasks/t1"_s,
                                    u"/jobs/j1/tasks/t1/files"_s, u"/jobs/j1/tasks/t1/files/stdout.txt"_s})
            QCOMPARE(batchCall("GET", path).status, 200);
        QCOMPARE(batchCall("POST", u"/jobs/j1/tasks/t1/terminate"_s).status, 204);
        QCOMPARE(batchCall("POST", u"/jobs/j1/terminate"_s, Json::object()).status, 202);
        QCOMPARE(batchCall("DELETE", u"/jobs/j1"_s).status, 202);
    }

    void livy()
    {
        const QByteArray token = std::exchange(bench->token, {});
        const WebHeaders headers{{"Authorization", "Basic " + QByteArray("admin:secret").toBase64()},
                                 {"X-Requested-By", "mooring"}};
        const QString all = u"/livy/batches"_s;
        QCOMPARE(
            bench->ask(u"livy"_s, "POST", all, {{"file", "wasbs:///example/train.py"}, {"name", "t"}}, headers).status,
            201);
        for (const QString &end : {u""_s, u"/0"_s, u"/0/state"_s, u"/0/log"_s})
            QCOMPARE(bench->ask(u"livy"_s, "GET", all + end, {}, headers).status, 200);
        QCOMPARE(bench->ask(u"livy"_s, "DELETE", all + u"/0"_s, {}, headers).status, 200);
        bench->token = token;
    }

    void dataLake()
    {
        const QString one = u"/Jobs/70726163-7469-6365-8000-000000000999"_s;
        const QString version = u"?api-version=2016-11-01"_s;
        const Json job{{"type", "USql"}, {"name", "t"}, {"properties", {{"type", "USql"}, {"script", "SELECT"}}}};
        QCOMPARE(bench->ask(u"datalake"_s, "PUT", one + version, job).status, 200);
        QCOMPARE(bench->ask(u"datalake"_s, "GET", one + version).status, 200);
        QCOMPARE(bench->ask(u"datalake"_s, "GET", u"/Jobs"_s + version).status, 200);
        QCOMPARE(bench
                     ->ask(u"datalake"_s, "POST", one + u"/CancelJob"_s + version, {},
                           {{"Content-Type", "application/json"}})
                     .status,
                 200);
    }

    std::map<QString, Row> validated()
    {
        std::map<QString, Row> rows;
        QStringList specifications;
        for (const char *pattern : kSpecifications)
            specifications << QString::fromLatin1(pattern);
        for (const JudgedExchange &one : judged(recorder.folder(), specifications)) {
            if (one.operation.isEmpty()) // addresses of operations have no schema
                continue;
            Row &row = rows[one.operation];
            ++row.calls;
            for (const Json &error : one.errors) {
                if (isAnyValue(one.operation, error)) {
                    ++anyValues;
                    continue;
                }
                row.problems << one.file + u' ' + QString::fromUtf8(toBytes(error));
            }
        }
        return rows;
    }

    TrafficRecorder recorder;
    std::unique_ptr<LabBench> bench;
};

QTEST_GUILESS_MAIN(TestPracticeSpecs)
#include "tst_practicespecs.moc"
