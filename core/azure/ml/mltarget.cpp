#include "core/azure/ml/mltarget.h"

namespace mooring {

bool MlTarget::takesJobs() const
{
    const auto azure = kind ? kind->azure() : std::nullopt;
    return azure && compute && azure->jobTypes.contains(compute->type, Qt::CaseInsensitive);
}

QString MlTarget::state() const { return compute ? compute->targetState() : record.state(); }

Json MlTarget::toListJson() const
{
    Json json = record.toListJson(kind);
    json["state"] = toStd(state());
    json["azure"] = compute ? compute->toJson() : Json();
    return json;
}

Json MlTarget::toFullJson() const
{
    Json json = record.toFullJson(kind);
    json["state"] = toStd(state());
    json["azure"] = compute ? compute->toJson() : Json();
    json["document"] = compute ? compute->document : Json();
    return json;
}

MlTarget MlTarget::of(const Compute &compute, const KindRegistry &kinds, const TargetRecord *note)
{
    MlTarget target;
    target.compute = compute;
    target.kind = kinds.findAzure(compute.type);
    const QString identity = (compute.resourceId.isEmpty() ? compute.id : compute.resourceId).toLower();
    // A note is about the same thing only: somebody else may have detached that one and used its name again.
    if (note && note->identity == identity)
        target.record = *note;
    target.record.name = compute.name;
    target.record.kind = target.kind ? target.kind->id() : compute.type.toLower();
    target.record.identity = identity;
    target.record.attachedAt = compute.createdOn;
    if (target.record.settings.empty() && !compute.resourceId.isEmpty())
        target.record.settings = Json{{"resourceId", toStd(compute.resourceId)}};
    return target;
}

} // namespace mooring
