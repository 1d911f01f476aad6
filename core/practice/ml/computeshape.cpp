#include "core/practice/ml/computeshape.h"

#include "core/practice/world/labworld.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

/// A text of another case or a number as text, as it should have been.
void straighten(Json &inner)
{
    if (const auto port = inner.find("sshPort"); port != inner.end() && port->is_string())
        inner["sshPort"] = fromStd(port->get<std::string>()).toInt();
    const QString priority = stringAt(inner, "vmPriority");
    if (!priority.isEmpty())
        inner["vmPriority"] = priority.startsWith(u'l', Qt::CaseInsensitive) ? "LowPriority" : "Dedicated";
    for (const char *unknown : {"identityType", "identityIds"})
        inner.erase(unknown);
    inner = withoutNulls(inner);
}

Json machineSecrets(Json &inner)
{
    Json account = inner.value("administratorAccount", Json::object());
    const Json user{{"username", account.value("username", Json(""))}};
    if (inner.contains("administratorAccount"))
        inner["administratorAccount"] = user;
    account.erase("passphrase");
    return {{"computeType", "VirtualMachine"}, {"administratorAccount", account}};
}

Json nodeCounts(int idle)
{
    return {{"idleNodeCount", idle},  {"runningNodeCount", 0}, {"preparingNodeCount", 0},
            {"unusableNodeCount", 0}, {"leavingNodeCount", 0}, {"preemptedNodeCount", 0}};
}

void addClusterState(Json &inner)
{
    if (!inner.contains("scaleSettings"))
        inner["scaleSettings"] = {{"minNodeCount", 0}, {"maxNodeCount", 1}, {"nodeIdleTimeBeforeScaleDown", "PT120S"}};
    const int nodes = int(intAt(inner["scaleSettings"], "minNodeCount"));
    inner["allocationState"] = "Steady";
    inner["allocationStateTransitionTime"] = labNow();
    inner["currentNodeCount"] = nodes;
    inner["targetNodeCount"] = nodes;
    inner["nodeStateCounts"] = nodeCounts(nodes);
    if (!inner.contains("vmPriority"))
        inner["vmPriority"] = "Dedicated";
    if (!inner.contains("subnet"))
        inner["subnet"] = nullptr; // azureml-core looks into it
}

void addInstanceState(Json &inner, const QString &name)
{
    inner["state"] = "Running";
    inner["errors"] = Json::array(); // azureml-core lists nothing of the workspace where one instance lacks it
    inner["connectivityEndpoints"] = {{"publicIpAddress", "192.0.2.20"}, {"privateIpAddress", "10.0.0.20"}};
    const QString page = u"https://%1.practice.invalid"_s.arg(name);
    inner["applications"] = Json::array({{{"displayName", "Jupyter"}, {"endpointUri", toStd(page + u"/tree"_s)}},
                                         {{"displayName", "Jupyter Lab"}, {"endpointUri", toStd(page + u"/lab"_s)}}});
    inner["createdBy"] = {{"userName", "practice-user"}, {"userOrgId", practice::kTenant}, {"userId", practice::kUser}};
    inner["lastOperation"] = {{"operationName", "Create"},
                              {"operationTime", labNow()},
                              {"operationStatus", "Succeeded"},
                              {"operationTrigger", "User"}};
    if (!inner.contains("applicationSharingPolicy"))
        inner["applicationSharingPolicy"] = "Shared";
    Json ssh = inner.value("sshSettings", Json::object());
    if (!ssh.contains("sshPublicAccess"))
        ssh["sshPublicAccess"] = "Disabled";
    if (!ssh.contains("adminPublicKey"))
        ssh["adminPublicKey"] = "";
    if (!inner.contains("subnet"))
        inner["subnet"] = nullptr;
    ssh["adminUserName"] = "azureuser";
    ssh["sshPort"] = 50000;
    inner["sshSettings"] = ssh;
}

void addServiceCluster(Json &inner)
{
    const Json known{{"agentVmSize", "Standard_DS3_v2"}, {"agentCount", 3},
                     {"clusterPurpose", "FastProd"},     {"clusterFqdn", "practice-aks.invalid"},
                     {"systemServices", Json::array()},  {"loadBalancerType", "PublicIp"},
                     {"loadBalancerSubnet", nullptr}};
    for (const auto &[key, value] : known.items()) {
        if (!inner.contains(key))
            inner[key] = value;
    }
}

} // namespace

Json shownCompute(const Json &sent, Json &secrets)
{
    Json shown = withoutNulls(sent);
    if (!shown.contains("properties") || !shown["properties"].is_object())
        return shown;
    Json &inner = shown["properties"];
    straighten(inner);
    const QString type = stringAt(shown, "computeType");
    if (type == u"VirtualMachine" || type == u"HDInsight") {
        secrets = machineSecrets(inner);
    } else if (type == u"Databricks") {
        secrets = {{"computeType", "Databricks"},
                   {"databricksAccessToken", inner.value("databricksAccessToken", Json(""))}};
        inner.erase("databricksAccessToken");
    } else if (type == u"AKS") {
        secrets = {{"computeType", "AKS"},
                   {"userKubeConfig", "practice"},
                   {"adminKubeConfig", "practice"},
                   {"imagePullSecretName", "practice"}};
    }
    if (inner.contains("userAccountCredentials"))
        inner["userAccountCredentials"].erase("adminUserPassword");
    return shown;
}

void addWhatIsNotKnown(Json &compute)
{
    Json &properties = compute["properties"];
    for (const char *key : {"description", "resourceId", "provisioningErrors"}) {
        if (!properties.contains(key))
            properties[key] = nullptr;
    }
    if (!compute.contains("tags"))
        compute["tags"] = nullptr;
}

bool isManagedType(const QString &type) { return type == u"AmlCompute" || type == u"ComputeInstance"; }

bool isAttachedType(const QString &type)
{
    static const QStringList types{u"VirtualMachine"_s, u"HDInsight"_s, u"Databricks"_s, u"DataLakeAnalytics"_s,
                                   u"Kubernetes"_s,     u"AKS"_s,       u"Batch"_s,      u"SynapseSpark"_s};
    return types.contains(type);
}

void addRunningState(Json &properties, const QString &name)
{
    if (!properties.contains("properties") || !properties["properties"].is_object())
        properties["properties"] = Json::object();
    const QString type = stringAt(properties, "computeType");
    if (type == u"AmlCompute")
        addClusterState(properties["properties"]);
    else if (type == u"ComputeInstance")
        addInstanceState(properties["properties"], name);
    else if (type == u"AKS")
        addServiceCluster(properties["properties"]);
}

} // namespace mooring
