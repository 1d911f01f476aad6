#include "core/practice/arm/armcatalog.h"

#include "core/practice/arm/armerror.h"

#include <QUrl>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kProviders{"Microsoft.MachineLearningServices",
                                "Microsoft.Compute",
                                "Microsoft.Network",
                                "Microsoft.HDInsight",
                                "Microsoft.Batch",
                                "Microsoft.Databricks",
                                "Microsoft.DataLakeAnalytics",
                                "Microsoft.ContainerService",
                                "Microsoft.Storage",
                                "Microsoft.ContainerInstance",
                                "Microsoft.ContainerRegistry"};

Json subscription()
{
    return {{"id", "/subscriptions/" + std::string(practice::kSubscription)},
            {"subscriptionId", practice::kSubscription},
            {"tenantId", practice::kTenant},
            {"displayName", "practice-subscription"},
            {"state", "Enabled"},
            {"subscriptionPolicies",
             {{"locationPlacementId", "Internal_2014-09-01"},
              {"quotaId", "Internal_2014-09-01"},
              {"spendingLimit", "Off"}}},
            {"authorizationSource", "RoleBased"},
            {"managedByTenants", Json::array()}};
}

Json tenant()
{
    return {{"id", "/tenants/" + std::string(practice::kTenant)},
            {"tenantId", practice::kTenant},
            {"tenantCategory", "Home"},
            {"displayName", "practice-tenant"},
            {"defaultDomain", "practice.example"},
            {"domains", Json::array({"practice.example"})},
            {"countryCode", "KR"}};
}

Json group(const char *name)
{
    return {{"id", toStd(practice::groupId(name))},
            {"name", name},
            {"type", "Microsoft.Resources/resourceGroups"},
            {"location", practice::kRegion},
            {"properties", {{"provisioningState", "Succeeded"}}}};
}

Json provider(const char *name)
{
    return {{"id", "/subscriptions/" + std::string(practice::kSubscription) + "/providers/" + name},
            {"namespace", name},
            {"registrationState", "Registered"},
            {"registrationPolicy", "RegistrationRequired"},
            {"resourceTypes", Json::array()}};
}

Json location()
{
    return {{"id", "/subscriptions/" + std::string(practice::kSubscription) + "/locations/" + practice::kRegion},
            {"subscriptionId", practice::kSubscription},
            {"name", practice::kRegion},
            {"type", "Region"},
            {"displayName", "Korea Central (practice)"},
            {"regionalDisplayName", "(Asia Pacific) Korea Central"},
            {"metadata",
             {{"regionType", "Physical"}, {"regionCategory", "Recommended"}, {"geographyGroup", "Asia Pacific"}}}};
}

Json listOf(Json entries) { return {{"value", std::move(entries)}}; }

/// The lists of subscriptions.json must say a next page, be it none.
Json onlyPageOf(Json entries) { return {{"value", std::move(entries)}, {"nextLink", ""}}; }

LabReply oneGroup(const QString &name)
{
    for (const char *known : {practice::kGroup, practice::kKoreanGroup}) {
        if (QString::fromUtf8(known).compare(name, Qt::CaseInsensitive) == 0)
            return LabReply::json(group(known));
    }
    return armError(404, "ResourceGroupNotFound", u"Resource group '%1' could not be found."_s.arg(name));
}

LabReply oneProvider(const QString &name)
{
    for (const char *known : kProviders) {
        if (QLatin1StringView(known).compare(name, Qt::CaseInsensitive) == 0)
            return LabReply::json(provider(known));
    }
    return armError(404, "InvalidResourceNamespace", u"The resource namespace '%1' is invalid."_s.arg(name));
}

Json permissions()
{
    return listOf(Json::array({{{"actions", Json::array({"*"})},
                                {"notActions", Json::array()},
                                {"dataActions", Json::array()},
                                {"notDataActions", Json::array()}}}));
}

} // namespace

void ArmCatalog::addTo(LabRoutes &routes)
{
    const auto constant = [&](const char *method, const QString &pattern, const Json &document) {
        routes.add(method, pattern,
                   [document](const LabRequest &, const LabPath &) { return LabReply::json(document); });
    };
    const QString one = u"/subscriptions/{s}"_s;
    Json providers = Json::array();
    for (const char *name : kProviders)
        providers.push_back(provider(name));
    const Json groups = listOf(Json::array({group(practice::kGroup), group(practice::kKoreanGroup)}));
    constant("GET", u"/tenants"_s, onlyPageOf(Json::array({tenant()})));
    constant("GET", u"/subscriptions"_s, onlyPageOf(Json::array({subscription()})));
    constant("GET", one, subscription());
    constant("GET", one + u"/locations"_s, listOf(Json::array({location()})));
    constant("GET", one + u"/resourcegroups"_s, groups);
    constant("GET", one + u"/providers"_s, listOf(providers));
    for (const QString &scope :
         {one, one + u"/resourceGroups/{g}"_s, one + u"/resourceGroups/{g}/providers/{p}/{t}/{n}"_s}) {
        constant("GET", scope + u"/providers/Microsoft.Authorization/permissions"_s, permissions());
        constant("GET", scope + u"/providers/Microsoft.Authorization/roleAssignments"_s, listOf(Json::array()));
    }
    routes.add("GET", one + u"/resourcegroups/{g}"_s,
               [](const LabRequest &, const LabPath &path) { return oneGroup(path.at("g")); });
    routes.add("GET", one + u"/providers/{p}"_s,
               [](const LabRequest &, const LabPath &path) { return oneProvider(path.at("p")); });
    routes.add("POST", one + u"/providers/{p}/register"_s,
               [](const LabRequest &, const LabPath &path) { return oneProvider(path.at("p")); });
}

LabReply ArmCatalog::metadata(const LabRequest &request) const
{
    const QString version = request.argument("api-version");
    const std::string arm = toStd(m_world.arm);
    const std::string blobHost = QUrl(m_world.blob).authority().toStdString();
    const Json entry{{"name", "practice"},
                     {"portal", "https://practice.invalid"},
                     {"resourceManager", arm},
                     {"graph", arm},
                     {"graphAudience", arm},
                     {"microsoftGraphResourceId", arm},
                     {"gallery", arm},
                     {"media", arm},
                     {"vmImageAliasDoc", arm + "/vmImageAliasDoc"},
                     {"sqlManagement", arm},
                     {"batch", toStd(m_world.batch) + "/"},
                     {"activeDirectoryDataLake", toStd(m_world.dataLake) + "/"},
                     {"ossrdbmsResourceId", arm},
                     {"logAnalyticsResourceId", arm},
                     {"appInsightsResourceId", arm},
                     {"authentication",
                      {{"loginEndpoint", toStd(m_world.signIn)},
                       {"audiences", Json::array({arm})},
                       {"tenant", practice::kTenant},
                       {"identityProvider", "AAD"}}},
                     {"suffixes",
                      {{"storage", blobHost},
                       {"acrLoginServer", "practice.invalid"},
                       {"keyVaultDns", "practice.invalid"},
                       {"sqlServerHostname", "practice.invalid"},
                       {"azureDataLakeStoreFileSystem", "practice.invalid"},
                       {"azureDataLakeAnalyticsCatalogAndJob", "practice.invalid"}}}};
    if (version < u"2019-05-01"_s && version != u"2015-01-01")
        return armError(400, "InvalidApiVersionParameter", u"The api-version '%1' is invalid."_s.arg(version));
    if (version < u"2022-09-01"_s && version != u"2015-01-01") {
        Json forV1 = entry; // azureml-core: an authority that ends in /adfs is not looked up in public
        forV1["authentication"]["loginEndpoint"] = toStd(m_world.signIn) + "/adfs";
        return LabReply::json(Json::array({forV1}));
    }
    return LabReply::json(entry);
}

} // namespace mooring
