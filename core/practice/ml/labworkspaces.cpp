#include "core/practice/ml/labworkspaces.h"

#include "core/practice/arm/armerror.h"
#include "core/practice/blob/labblobstore.h"

#include <QUrl>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

struct Size
{
    const char *name, *family;
    int cores, gpus;
    double memory;
};
constexpr std::array kSizes{
    Size{"STANDARD_DS3_V2", "standardDSv2Family", 4, 0, 14},
    Size{"STANDARD_D2S_V3", "standardDSv3Family", 2, 0, 8},
    Size{"STANDARD_NC6S_V3", "standardNCSv3Family", 6, 1, 112},
};

std::string resource(const QString &type, const QString &name)
{
    return toStd(practice::groupId(practice::kGroup) + u"/providers/"_s + type + u'/' + name);
}

bool isOurs(const LabPath &path)
{
    const QString group = path.at("g");
    return group.isEmpty() || group.compare(QLatin1StringView(practice::kGroup), Qt::CaseInsensitive) == 0;
}

} // namespace

void LabWorkspaces::addTo(LabRoutes &routes)
{
    const QString rp = u"/providers/Microsoft.MachineLearningServices"_s;
    const QString subscription = u"/subscriptions/{s}"_s;
    const QString group = subscription + u"/resourceGroups/{g}"_s + rp;
    const auto list = [this](const LabRequest &, const LabPath &path) {
        Json value = Json::array();
        if (isOurs(path))
            value.push_back(workspace());
        return LabReply::json({{"value", value}});
    };
    routes.add("GET", subscription + rp + u"/workspaces"_s, list);
    routes.add("GET", group + u"/workspaces"_s, list);
    routes.add("GET", group + u"/workspaces/{w}"_s, [this](const LabRequest &request, const LabPath &path) {
        const bool isIt =
            isOurs(path) && path.at("w").compare(QLatin1StringView(practice::kWorkspace), Qt::CaseInsensitive) == 0;
        return isIt ? LabReply::json(workspace()) : notFound(request.path);
    });
    routes.add("POST", group + u"/workspaces/{w}/listKeys"_s,
               [this](const LabRequest &, const LabPath &) { return keys(); });
    const QString place = subscription + rp + u"/locations/{l}"_s;
    routes.add("GET", place + u"/vmSizes"_s,
               [this](const LabRequest &request, const LabPath &) { return sizes(request); });
    routes.add("GET", place + u"/usages"_s, [this](const LabRequest &, const LabPath &) { return usages(); });
    routes.add("GET", place + u"/quotas"_s, [this](const LabRequest &, const LabPath &) { return quotas(); });
}

Json LabWorkspaces::workspace() const
{
    const QString tracking =
        u"azureml://%1/mlflow/v1.0%2"_s.arg(QUrl(m_world.ml).authority(), practice::workspaceResourceId());
    // No null: azureml-core subscripts what is there.
    return {{"id", toStd(practice::workspaceResourceId())},
            {"name", practice::kWorkspace},
            {"type", "Microsoft.MachineLearningServices/workspaces"},
            {"location", practice::kRegion},
            {"kind", "Default"},
            {"tags", Json::object({{"practice", "nothing here is real"}})},
            {"sku", {{"name", "Basic"}, {"tier", "Basic"}}},
            {"identity",
             {{"type", "SystemAssigned"},
              {"principalId", "70726163-7469-6365-8000-000000000005"},
              {"tenantId", practice::kTenant}}},
            {"properties",
             {{"friendlyName", practice::kWorkspace},
              {"description", "Practice lab: nothing here is real."},
              {"workspaceId", practice::kWorkspaceId},
              {"tenantId", practice::kTenant},
              {"provisioningState", "Succeeded"},
              {"discoveryUrl", toStd(m_world.ml + u"/discovery"_s)},
              {"mlFlowTrackingUri", toStd(tracking)},
              {"storageAccount", resource(u"Microsoft.Storage/storageAccounts"_s, u"practicestorage"_s)},
              {"keyVault", resource(u"Microsoft.KeyVault/vaults"_s, u"practicevault"_s)},
              {"applicationInsights", resource(u"Microsoft.Insights/components"_s, u"practiceinsights"_s)},
              {"containerRegistry", resource(u"Microsoft.ContainerRegistry/registries"_s, u"practiceregistry"_s)},
              {"publicNetworkAccess", "Enabled"},
              {"hbiWorkspace", false},
              {"v1LegacyMode", false},
              {"privateLinkCount", 0},
              {"allowPublicAccessWhenBehindVnet", false},
              {"storageHnsEnabled", false}}}};
}

LabReply LabWorkspaces::discovery() const
{
    const std::string base = toStd(m_world.ml);
    Json json;
    for (const char *service : {"api", "catalog", "experimentation", "gallery", "history", "hyperdrive", "labeling",
                                "modelmanagement", "pipelines", "studiocoreservices"})
        json[service] = base;
    json["studio"] = "https://practice.invalid";
    return LabReply::json(json);
}

LabReply LabWorkspaces::keys() const
{
    return LabReply::json(
        {{"userStorageKey", LabBlobStore::kAccountKey},
         {"userStorageResourceId", resource(u"Microsoft.Storage/storageAccounts"_s, u"practicestorage"_s)},
         {"appInsightsInstrumentationKey", "70726163-7469-6365-8000-000000000006"},
         {"containerRegistryCredentials",
          {{"location", practice::kRegion},
           {"username", "practiceregistry"},
           {"passwords", Json::array({{{"name", "password"}, {"value", "practice-registry-key"}}})}}}});
}

LabReply LabWorkspaces::sizes(const LabRequest &request) const
{
    Json value = Json::array();
    for (const Size &size : kSizes) {
        value.push_back({{"name", size.name},
                         {"family", size.family},
                         {"vCPUs", size.cores},
                         {"gpus", size.gpus},
                         {"osVhdSizeMB", 1'047'552},
                         {"maxResourceVolumeMB", 28'672},
                         {"memoryGB", size.memory},
                         {"lowPriorityCapable", false},
                         {"premiumIO", true},
                         {"supportedComputeTypes", Json::array({"AmlCompute", "ComputeInstance"})}});
    }
    // Versions till 2021-04-01, which azureml-core asks, name the list otherwise.
    const bool isOld = request.argument("api-version") <= u"2021-04-01"_s;
    return LabReply::json({{isOld ? "amlCompute" : "value", value}});
}

LabReply LabWorkspaces::usages() const
{
    const int limit = m_world.faults.isOn(LabFault::QuotaZero) ? 0 : 100;
    Json value = Json::array();
    for (const Size &size : kSizes) {
        value.push_back({{"id", toStd(practice::workspaceResourceId()) + "/usages/" + size.family},
                         {"type", "Microsoft.MachineLearningServices/workspaces/usages"},
                         {"unit", "Count"},
                         {"currentValue", 0},
                         {"limit", limit},
                         {"name", {{"value", size.family}, {"localizedValue", size.family}}}});
    }
    return LabReply::json({{"value", value}});
}

LabReply LabWorkspaces::quotas() const
{
    const int limit = m_world.faults.isOn(LabFault::QuotaZero) ? 0 : 100;
    Json value = Json::array();
    for (const Size &size : kSizes) {
        value.push_back({{"id", toStd(practice::workspaceResourceId()) + "/quotas/" + size.family},
                         {"type", "Microsoft.MachineLearningServices/workspaces/quotas"},
                         {"limit", limit},
                         {"unit", "Count"},
                         {"name", {{"value", size.family}, {"localizedValue", size.family}}}});
    }
    return LabReply::json({{"value", value}});
}

} // namespace mooring
