#include "core/practice/ml/labonline.h"

#include "core/base/clock.h"
#include "core/practice/arm/armerror.h"
#include "core/practice/ml/labassets.h"
#include "core/practice/world/labmodel.h"

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTokenSeconds = 3600;
const QString kType = u"Microsoft.MachineLearningServices/workspaces/onlineEndpoints"_s;

QString idOf(const QString &endpoint) { return practice::workspaceResourceId() + u"/onlineEndpoints/"_s + endpoint; }

QString keyOf(const QString &endpoint) { return u"practice-key-of-"_s + endpoint; }

QString logLine(const QString &text) { return toIso(nowUtc()).replace(u'T', u' ') + u" I [7] "_s + text; }

QStringList started()
{
    return {u"Practice lab: a pretend container, nothing is executed"_s, logLine(u"Booting worker with pid: 7"_s),
            logLine(u"Listening at: http://0.0.0.0:31311 (7)"_s)};
}

QStringList broken()
{
    return {u"Practice lab: a pretend container, nothing is executed"_s,
            logLine(u"Booting worker with pid: 7"_s),
            u"Traceback (most recent call last):"_s,
            u"  File \"/var/azureml-app/score.py\", line 12, in init"_s,
            u"    model = load(path)"_s,
            u"FileNotFoundError: practice: model.json is not in the model's folder"_s,
            logLine(u"Worker exiting (pid: 7)"_s)};
}

/// As Azure nests it: the deployment, the container, the script.
Json brokenError()
{
    const Json script =
        armErrorDetail("UserScriptException",
                       u"FileNotFoundError in init() of score.py, line 12: practice: model.json is not there"_s);
    const Json container =
        armErrorDetail("ResourceNotReady", u"User container has crashed or terminated. See the deployment's log."_s,
                       Json::array({script}));
    return armErrorDetail("BadRequest", u"The deployment could not be provisioned."_s, Json::array({container}));
}

LabReply refusedScore(int status, const QString &text)
{
    return LabReply::json({{"message", toStd(u"practice: "_s + text)}}, status);
}

/// What real endpoints have, with Azure's own words.
Json tracked(const QString &id, const QString &name, const QString &type, const char *kind)
{
    return {{"id", toStd(id)},
            {"name", toStd(name)},
            {"type", toStd(type)},
            {"location", practice::kRegion},
            {"kind", kind},
            {"tags", Json::object({{"practice", "nothing here is real"}})},
            {"systemData", labSystemData(nowUtc().addDays(-3))}};
}

} // namespace

void LabOnline::open()
{
    const QString operation = m_world.operations.begin(0, [] { return std::optional(brokenError()); });
    const QString failed = m_world.arm + u"/subscriptions/"_s + QLatin1StringView(practice::kSubscription) +
                           u"/providers/Microsoft.MachineLearningServices/locations/koreacentral/operationsStatus/"_s +
                           operation + u"?api-version=2024-10-01"_s;
    m_endpoints = {{u"practice-online"_s,
                    u"Key"_s,
                    u"Managed"_s,
                    {{u"blue"_s, 90, {}, started()}, {u"green"_s, 10, {}, started()}}},
                   {u"practice-online-k8s"_s, u"AMLToken"_s, u"Kubernetes"_s, {{u"main"_s, 100, {}, started()}}},
                   {u"practice-online-failed"_s, u"Key"_s, u"Managed"_s, {{u"first"_s, 100, failed, broken()}}}};
}

LabOnline::Endpoint *LabOnline::find(const QString &name)
{
    const auto found = std::find_if(m_endpoints.begin(), m_endpoints.end(), [&name](const Endpoint &each) {
        return each.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_endpoints.end() ? nullptr : &*found;
}

LabRoutes::Handler LabOnline::with(Handler handler)
{
    return [this, handler = std::move(handler)](const LabRequest &request, const LabPath &path) {
        Endpoint *endpoint = find(path.at("e"));
        return endpoint ? handler(*endpoint, request, path) : notFound(path.at("e"));
    };
}

void LabOnline::addTo(LabRoutes &routes, const QString &workspace)
{
    const QString all = workspace + u"/onlineEndpoints"_s, one = all + u"/{e}"_s;
    const QString deployments = one + u"/deployments"_s, deployment = deployments + u"/{d}"_s;
    routes.add("GET", all, [this](const LabRequest &, const LabPath &) {
        Json value = Json::array();
        for (const Endpoint &each : m_endpoints)
            value.push_back(document(each));
        return LabReply::json({{"value", value}});
    });
    routes.add("GET", one, with([this](const Endpoint &endpoint, const LabRequest &, const LabPath &) {
                   return LabReply::json(document(endpoint));
               }));
    routes.add("POST", one + u"/listKeys"_s,
               with([this](const Endpoint &endpoint, const LabRequest &, const LabPath &) { return keys(endpoint); }));
    routes.add("POST", one + u"/token"_s,
               with([this](const Endpoint &endpoint, const LabRequest &, const LabPath &) { return token(endpoint); }));
    routes.add("GET", deployments, with([this](const Endpoint &endpoint, const LabRequest &, const LabPath &) {
                   Json value = Json::array();
                   for (const Deployment &each : endpoint.deployments)
                       value.push_back(document(endpoint, each));
                   return LabReply::json({{"value", value}});
               }));
    const auto withDeployment =
        [this](const std::function<LabReply(Endpoint &, Deployment &, const LabRequest &)> &work) {
            return with([work](Endpoint &endpoint, const LabRequest &request, const LabPath &path) {
                Deployment *found = chosen(endpoint, path.at("d"));
                return found ? work(endpoint, *found, request) : notFound(path.at("d"));
            });
        };
    routes.add("GET", deployment, withDeployment([this](Endpoint &endpoint, Deployment &found, const LabRequest &) {
                   return LabReply::json(document(endpoint, found));
               }));
    routes.add("POST", deployment + u"/getLogs"_s,
               withDeployment(
                   [this](Endpoint &, Deployment &found, const LabRequest &request) { return logs(found, request); }));
}

Json LabOnline::document(const Endpoint &endpoint) const
{
    Json traffic = Json::object();
    for (const Deployment &each : endpoint.deployments)
        traffic[toStd(each.name)] = each.share;
    const QString base = m_world.online + u'/' + endpoint.name;
    Json document = tracked(idOf(endpoint.name), endpoint.name, kType, toStd(endpoint.computeType).c_str());
    document["identity"] = {{"type", "SystemAssigned"},
                            {"principalId", "70726163-7469-6365-8000-000000000007"},
                            {"tenantId", practice::kTenant}};
    document["properties"] = {{"authMode", toStd(endpoint.authMode)},
                              {"description", "Practice lab: nothing here is real."},
                              {"provisioningState", "Succeeded"},
                              {"scoringUri", toStd(base + u"/score"_s)},
                              {"swaggerUri", toStd(base + u"/swagger.json"_s)},
                              {"publicNetworkAccess", "Enabled"},
                              {"traffic", traffic},
                              {"properties", {{"azureml.onlineendpointid", toStd(idOf(endpoint.name))}}}};
    if (endpoint.computeType == u"Kubernetes")
        document["properties"]["compute"] = toStd(practice::workspaceResourceId() + u"/computes/practice-aks"_s);
    return document;
}

Json LabOnline::document(const Endpoint &endpoint, const Deployment &deployment) const
{
    Json document = tracked(idOf(endpoint.name) + u"/deployments/"_s + deployment.name, deployment.name,
                            kType + u"/deployments"_s, toStd(endpoint.computeType).c_str());
    document["sku"] = {{"name", "Default"}, {"capacity", deployment.name == u"blue" ? 2 : 1}};
    Json notes = Json::object();
    if (!deployment.operation.isEmpty())
        notes["AzureAsyncOperationUri"] = toStd(deployment.operation);
    const QString assets = practice::workspaceResourceId();
    document["properties"] = {
        {"endpointComputeType", toStd(endpoint.computeType)},
        {"provisioningState", deployment.operation.isEmpty() ? "Succeeded" : "Failed"},
        {"model",
         toStd(assets + u"/models/practice-bearing/versions/"_s + (deployment.name == u"green" ? u"2"_s : u"1"_s))},
        {"environmentId", toStd(assets + u"/environments/practice-env/versions/1"_s)},
        {"codeConfiguration",
         {{"codeId", toStd(assets + u"/codes/practice-code/versions/1"_s)}, {"scoringScript", "score.py"}}},
        {"instanceType", endpoint.computeType == u"Managed" ? "Standard_DS3_v2" : "defaultinstancetype"},
        {"environmentVariables", {{"PRACTICE_SECRET", "practice-variable"}}},
        {"appInsightsEnabled", false},
        {"requestSettings",
         {{"maxConcurrentRequestsPerInstance", 1}, {"requestTimeout", "PT5S"}, {"maxQueueWait", "PT0.5S"}}},
        {"scaleSettings", {{"scaleType", "Default"}}},
        {"properties", notes}};
    return document;
}

LabReply LabOnline::keys(const Endpoint &endpoint) const
{
    if (endpoint.authMode != u"Key")
        return armError(400, "BadRequest", u"Keys are not there for authMode %1."_s.arg(endpoint.authMode));
    return LabReply::json(
        {{"primaryKey", toStd(keyOf(endpoint.name))}, {"secondaryKey", toStd(keyOf(endpoint.name) + u"-2"_s)}});
}

LabReply LabOnline::token(const Endpoint &endpoint) const
{
    if (endpoint.authMode != u"AMLToken")
        return armError(400, "BadRequest", u"Tokens are not there for authMode %1."_s.arg(endpoint.authMode));
    const qint64 now = nowUtc().toSecsSinceEpoch();
    return LabReply::json(
        {{"accessToken", toStd(m_world.tokens.make({{"endpoint", toStd(endpoint.name)}}, kTokenSeconds))},
         {"expiryTimeUtc", now + kTokenSeconds},
         {"refreshAfterTimeUtc", now + kTokenSeconds / 2},
         {"tokenType", "Bearer"}});
}

LabReply LabOnline::logs(const Deployment &deployment, const LabRequest &request) const
{
    const Json wanted = request.json();
    QStringList lines = deployment.log;
    if (stringAt(wanted, "containerType") == u"StorageInitializer")
        lines = QStringList{u"Practice lab: a pretend download, nothing was fetched"_s, u"Model and code are there"_s};
    const auto tail = optionalIntAt(wanted, "tail");
    if (tail && *tail >= 0 && *tail < lines.size())
        lines = lines.mid(lines.size() - qsizetype(*tail));
    return LabReply::json({{"content", lines.isEmpty() ? std::string() : toStd(lines.join(u'\n') + u'\n')}});
}

/// Empty: the one whose turn it is by the split of the requests.
LabOnline::Deployment *LabOnline::chosen(Endpoint &endpoint, const QString &wanted)
{
    int place = wanted.isEmpty() ? endpoint.requests++ * 7 % 100 : 0; // 7 meets every percent once in a hundred
    for (Deployment &each : endpoint.deployments) {
        if (wanted.isEmpty() ? place < each.share : each.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return &each;
        place -= each.share;
    }
    return nullptr;
}

bool LabOnline::mayAsk(const Endpoint &endpoint, const LabRequest &request) const
{
    if (endpoint.authMode == u"Key")
        return request.bearer() == keyOf(endpoint.name) || request.bearer() == keyOf(endpoint.name) + u"-2"_s;
    const auto claims = m_world.tokens.verified(request.bearer());
    return claims && stringAt(*claims, "endpoint") == endpoint.name;
}

LabReply LabOnline::answer(const LabRequest &request)
{
    Endpoint *endpoint = find(request.segments.value(0));
    if (!endpoint)
        return refusedScore(404, u"there is no such endpoint"_s);
    const QString path = u'/' + request.segments.mid(1).join(u'/');
    if (path != u"/" && !mayAsk(*endpoint, request))
        return refusedScore(401, u"the key or token is missing or wrong"_s).with("WWW-Authenticate", "Bearer");
    Deployment *deployment = chosen(*endpoint, QString::fromUtf8(request.header("azureml-model-deployment")));
    if (!deployment)
        return refusedScore(404, u"there is no such deployment"_s);
    if (!deployment->operation.isEmpty())
        return refusedScore(503, u"no container of the deployment is ready"_s);
    LabReply reply = pretendModel(request, path, {}, deployment->name);
    deployment->log << logLine(
        u"%1 %2 %3"_s.arg(QString::fromLatin1(request.method), path, QString::number(reply.status)));
    return reply.with("azureml-model-deployment", deployment->name.toUtf8());
}

} // namespace mooring
