#include "core/azure/ml/compute.h"

#include "core/azure/arm/longoperation.h"
#include "core/azure/http/redaction.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

bool isWord(const QString &text, QLatin1StringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; }

Json nodes(const Json &properties)
{
    return {{"current", intOrNull(optionalIntAt(properties, "currentNodeCount"))},
            {"target", intOrNull(optionalIntAt(properties, "targetNodeCount"))}};
}

} // namespace

std::optional<Compute> Compute::read(const Json &entry)
{
    const auto properties = entry.find("properties");
    if (!entry.is_object() || properties == entry.end() || !properties->is_object())
        return {};
    Compute compute;
    compute.name = stringAt(entry, "name");
    compute.type = stringAt(*properties, "computeType");
    if (compute.name.isEmpty() || compute.type.isEmpty())
        return {};
    compute.id = stringAt(entry, "id");
    compute.location = stringAt(entry, "location", stringAt(*properties, "computeLocation"));
    compute.provisioningState = stringAt(*properties, "provisioningState", u"Succeeded"_s);
    compute.resourceId = stringAt(*properties, "resourceId");
    compute.isAttached = boolAt(*properties, "isAttachedCompute");
    compute.createdOn = timeAt(*properties, "createdOn");
    compute.trouble = provisioningError(
        entry, QCoreApplication::translate("mooring::Compute", "Azure ML could not provide %1.").arg(compute.name));
    compute.document = withoutSecrets(entry);
    if (const Json *own = compute.properties())
        compute.state = stringAt(*own, compute.isInstance() ? "state" : "allocationState");
    return compute;
}

bool Compute::isInstance() const { return isWord(type, "ComputeInstance"_L1); }
bool Compute::isCluster() const { return isWord(type, "AmlCompute"_L1); }
bool Compute::isManaged() const { return (isInstance() || isCluster()) && !isAttached; }

QString Compute::targetState() const
{
    const QString end = endOf(provisioningState);
    if (end == u"Failed" || end == u"Canceled" || state.endsWith(u"Failed"_s) || state == u"Unusable")
        return u"failed"_s;
    if (end != u"Succeeded")
        return u"unknown"_s;
    const bool isUp = !isInstance() || state == u"Running" || state == u"JobRunning" || state.isEmpty();
    return isUp ? u"ready"_s : u"unknown"_s;
}

const Json *Compute::properties() const
{
    const auto outer = document.find("properties");
    if (outer == document.end())
        return nullptr;
    const auto inner = outer->find("properties");
    return inner == outer->end() || !inner->is_object() ? nullptr : &*inner;
}

Json Compute::toJson() const
{
    Json json = {{"computeType", toStd(type)},
                 {"provisioningState", textOrNull(provisioningState)},
                 {"state", textOrNull(state)},
                 {"resourceId", textOrNull(resourceId)},
                 {"attached", !isManaged()},
                 {"location", textOrNull(location)},
                 {"error", trouble ? Json(toStd(trouble->text())) : Json()}};
    const Json *own = properties();
    if (own && isManaged())
        json["vmSize"] = textOrNull(stringAt(*own, "vmSize"));
    if (own && isCluster())
        json["nodes"] = nodes(*own);
    if (own && isInstance()) {
        const auto last = own->find("lastOperation");
        json["lastOperation"] = last == own->end() || !last->is_object() ? Json() : *last;
    }
    return json;
}

} // namespace mooring
