#include "core/practice/ml/labcomputes.h"

#include "core/practice/arm/armerror.h"
#include "core/practice/arm/armoperations.h"
#include "core/practice/ml/computeshape.h"

#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

const QString kProvider = u"Microsoft.MachineLearningServices"_s;

/// As a real service wrote it when it could not dial a machine (MachineLearningNotebooks issue 251).
Json deepFailure()
{
    const Json cause =
        armErrorDetail("ConnectionFailed", u"Connection failed to establish within 30000 milliseconds."_s);
    const Json middle =
        armErrorDetail("ComputeSetupFailed", u"The compute could not be set up."_s, Json::array({cause}));
    return armErrorDetail("InternalServerError", u"An internal error occurred."_s, Json::array({middle}));
}

Json quotaFailure()
{
    return armErrorDetail(
        "QuotaExceeded", u"The requested 4 cores exceed the quota of 0 for the family of this size in koreacentral."_s);
}

Json settings(Json &document) { return document["properties"].value("properties", Json::object()); }

} // namespace

LabComputes::LabComputes(LabWorld &world, const LabResources &resources) : m_world(world), m_resources(resources) {}

void LabComputes::addTo(LabRoutes &routes, const QString &workspace)
{
    const QString all = workspace + u"/computes"_s;
    const QString one = all + u"/{compute}"_s;
    routes.add("GET", all, [this](const LabRequest &, const LabPath &) { return list(); });
    routes.add("GET", one, [this](const LabRequest &, const LabPath &path) { return read(path.at("compute")); });
    routes.add("PUT", one,
               [this](const LabRequest &request, const LabPath &path) { return put(request, path.at("compute")); });
    routes.add("PATCH", one,
               [this](const LabRequest &request, const LabPath &path) { return patch(request, path.at("compute")); });
    routes.add("DELETE", one,
               [this](const LabRequest &request, const LabPath &path) { return remove(request, path.at("compute")); });
    routes.add("POST", one + u"/listNodes"_s,
               [this](const LabRequest &, const LabPath &path) { return nodes(path.at("compute")); });
    routes.add("POST", one + u"/listKeys"_s,
               [this](const LabRequest &, const LabPath &path) { return keys(path.at("compute")); });
    for (const QString &action : {u"start"_s, u"stop"_s, u"restart"_s}) {
        routes.add("POST", one + u'/' + action, [this, action](const LabRequest &request, const LabPath &path) {
            return act(request, path.at("compute"), action);
        });
    }
    routes.add("POST", workspace + u"/checkComputeNameAvailability"_s,
               [this](const LabRequest &request, const LabPath &) { return nameAvailability(request); });
}

void LabComputes::seed(const QString &name, const Json &properties)
{
    Compute &made = m_computes[name.toLower()];
    made.isAttached = isAttachedType(stringAt(properties, "computeType"));
    Json shown = shownCompute(properties, made.secrets);
    shown.update({{"computeLocation", practice::kRegion},
                  {"provisioningState", "Succeeded"},
                  {"createdOn", labNow()},
                  {"modifiedOn", labNow()},
                  {"isAttachedCompute", made.isAttached}});
    addRunningState(shown, name);
    made.document = {{"id", toStd(practice::workspaceResourceId() + u"/computes/"_s + name)},
                     {"name", toStd(name)},
                     {"type", "Microsoft.MachineLearningServices/workspaces/computes"},
                     {"location", practice::kRegion},
                     {"properties", shown}};
    addWhatIsNotKnown(made.document);
}

LabComputes::Compute *LabComputes::find(const QString &name)
{
    const auto found = m_computes.find(name.toLower());
    return found == m_computes.end() ? nullptr : &found->second;
}

LabReply LabComputes::list() const
{
    Json value = Json::array();
    for (const auto &[name, compute] : m_computes)
        value.push_back(compute.document);
    return LabReply::json({{"value", value}}); // without a nextLink of null: azureml-core would loop
}

LabReply LabComputes::read(const QString &name)
{
    const Compute *compute = find(name);
    return compute ? LabReply::json(compute->document) : notFound(name);
}

std::optional<LabReply> LabComputes::refused(const Json &properties, const QString &name) const
{
    static const QRegularExpression good(u"^[A-Za-z][A-Za-z0-9-]{0,22}[A-Za-z0-9]$"_s);
    if (!good.match(name).hasMatch())
        return armError(
            400, "UserError",
            u"Compute name %1 is invalid. It may have letters, digits and hyphens, 2 to 24 of them."_s.arg(name));
    const QString type = stringAt(properties, "computeType");
    if (!isManagedType(type) && !isAttachedType(type) && type != u"DataFactory")
        return armError(400, "UserError", u"The compute type '%1' is not supported."_s.arg(type));
    if (!isAttachedType(type))
        return {};
    const QString resource = stringAt(properties, "resourceId");
    if (resource.isEmpty())
        return armError(400, "UserError", u"The resource id of the compute is missing."_s);
    if (!m_resources.has(resource))
        return armError(
            400, "ComputeNotFound",
            u"The resource '%1' does not exist in the practice lab. Its own begin with practice."_s.arg(resource));
    return {};
}

LabReply LabComputes::put(const LabRequest &request, const QString &name)
{
    const Json sent = request.json();
    const Json properties = sent.value("properties", Json::object());
    if (const auto refusal = refused(properties, name))
        return *refusal;
    const bool isNew = !find(name);
    const QString resource = stringAt(properties, "resourceId");
    for (auto &[key, other] : m_computes) { // the second attachment breaks the first
        if (key != name.toLower() && !resource.isEmpty() &&
            stringAt(other.document["properties"], "resourceId").compare(resource, Qt::CaseInsensitive) == 0)
            other.document["properties"]["provisioningState"] = "Failed";
    }
    seed(name, properties);
    Compute &compute = *find(name);
    for (const char *key : {"location", "tags", "identity", "sku"}) {
        if (sent.contains(key) && !sent[key].is_null())
            compute.document[key] = sent[key];
    }
    compute.document["properties"]["provisioningState"] = isNew ? "Creating" : "Updating";
    const bool isManaged = isManagedType(stringAt(properties, "computeType"));
    const QString operation = m_world.operations.begin(m_world.provisioningMs(),
                                                       [this, name, isManaged] { return finishPut(name, isManaged); });
    return withOperation(LabReply::json(compute.document, isNew ? 201 : 200), request, kProvider, operation,
                         OperationHeaders::Status);
}

std::optional<Json> LabComputes::finishPut(const QString &name, bool isManaged)
{
    Compute *compute = find(name);
    if (!compute)
        return {}; // deleted meanwhile
    if (m_world.faults.strikes(LabFault::NestedError))
        return fail(name, deepFailure());
    if (isManaged && m_world.faults.strikes(LabFault::QuotaZero))
        return fail(name, quotaFailure());
    compute->document["properties"]["provisioningState"] = "Succeeded";
    compute->document["properties"]["modifiedOn"] = labNow();
    return {};
}

std::optional<Json> LabComputes::fail(const QString &name, const Json &error)
{
    Json &properties = find(name)->document["properties"];
    properties["provisioningState"] = "Failed";
    properties["provisioningErrors"] = Json::array({{{"error", error}}});
    if (properties["properties"].contains("state"))
        properties["properties"]["state"] = "CreateFailed";
    return error;
}

LabReply LabComputes::patch(const LabRequest &request, const QString &name)
{
    Compute *compute = find(name);
    if (!compute)
        return notFound(name);
    const Json sent = request.json().value("properties", Json::object()).value("properties", Json::object());
    if (!sent.contains("scaleSettings"))
        return armError(400, "UserError", u"Only the scale settings of an AmlCompute can be changed."_s);
    Json &properties = compute->document["properties"];
    properties["properties"]["scaleSettings"] = sent["scaleSettings"];
    properties["properties"]["allocationState"] = "Resizing";
    properties["provisioningState"] = "Updating";
    const QString operation = m_world.operations.begin(m_world.provisioningMs(), [this, name]() -> std::optional<Json> {
        Compute *resized = find(name);
        if (!resized)
            return {};
        addRunningState(resized->document["properties"], name);
        return finishPut(name, true);
    });
    return withOperation(LabReply::json(compute->document), request, kProvider, operation, OperationHeaders::Status);
}

LabReply LabComputes::remove(const LabRequest &request, const QString &name)
{
    Compute *compute = find(name);
    if (!compute)
        return LabReply{204};
    const QString action = request.argument("underlyingResourceAction").toLower();
    if (action != u"detach" && action != u"delete")
        return armError(400, "UserError", u"Say underlyingResourceAction: Delete or Detach."_s);
    if (action == u"detach" && !compute->isAttached)
        return armError(400, "UserError", u"A compute that the workspace made cannot be detached, only deleted."_s);
    if (action == u"delete" && compute->isAttached) // in earnest that would go through
        return armError(400, "PracticeRefusal",
                        u"In Azure, Delete would have removed the attached resource itself. The practice lab stops it: "
                        u"send Detach."_s);
    compute->document["properties"]["provisioningState"] = "Deleting";
    const QString operation = m_world.operations.begin(m_world.provisioningMs(), [this, name]() -> std::optional<Json> {
        m_computes.erase(name.toLower());
        return {};
    });
    return withOperation(LabReply{202}, request, kProvider, operation, OperationHeaders::Both);
}

LabReply LabComputes::act(const LabRequest &request, const QString &name, const QString &action)
{
    Compute *compute = find(name);
    if (!compute)
        return notFound(name);
    if (stringAt(compute->document["properties"], "computeType") != u"ComputeInstance")
        return armError(400, "UserError", u"Only a compute instance can be started, stopped or restarted."_s);
    const QString during = action == u"start" ? u"Starting"_s : action == u"stop" ? u"Stopping"_s : u"Restarting"_s;
    const QString after = action == u"stop" ? u"Stopped"_s : u"Running"_s;
    const auto set = [this, name](const QString &state) {
        if (Compute *changed = find(name))
            changed->document["properties"]["properties"]["state"] = toStd(state);
    };
    set(during);
    const QString operation = m_world.operations.begin(m_world.provisioningMs(), [set, after]() -> std::optional<Json> {
        set(after);
        return {};
    });
    return withOperation(LabReply{202}, request, kProvider, operation, OperationHeaders::Status);
}

LabReply LabComputes::nodes(const QString &name)
{
    Compute *compute = find(name);
    if (!compute)
        return notFound(name);
    Json list = Json::array();
    const qint64 count = intAt(settings(compute->document), "currentNodeCount");
    for (qint64 i = 0; i < count; ++i) {
        list.push_back({{"nodeId", "practice-node-" + std::to_string(i)},
                        {"privateIpAddress", "10.0.1." + std::to_string(i + 4)},
                        {"publicIpAddress", "192.0.2.30"},
                        {"port", 50000 + i},
                        {"nodeState", "idle"}});
    }
    return LabReply::json({{"nodes", list}});
}

LabReply LabComputes::keys(const QString &name)
{
    const Compute *compute = find(name);
    if (!compute)
        return notFound(name);
    if (compute->secrets.is_null())
        return armError(400, "UserError", u"This compute has no keys."_s);
    return LabReply::json(compute->secrets);
}

LabReply LabComputes::nameAvailability(const LabRequest &request) const
{
    const Json sent = request.json();
    const QString name = stringAt(sent, "Name", stringAt(sent, "name"));
    const bool isFree = !has(name);
    Json json{{"nameAvailable", isFree}};
    if (!isFree)
        json.update({{"reason", "AlreadyExists"}, {"message", "The name is in use."}});
    return LabReply::json(json);
}

} // namespace mooring
