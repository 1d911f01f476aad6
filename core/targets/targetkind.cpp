#include "core/targets/targetkind.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

Json flagOrNull(std::optional<bool> flag) { return flag ? Json(*flag) : Json(nullptr); }

std::optional<bool> factFlag(const Json &facts, const char *key)
{
    const auto found = facts.find(key);
    return found != facts.end() && found->is_boolean() ? std::optional(found->get<bool>()) : std::nullopt;
}

Capabilities capabilitiesOf(const TargetRecord &record, const TargetKind *kind)
{
    Capabilities found = kind ? kind->capabilities() : Capabilities{};
    if (record.lastCheck) {
        if (const auto docker = factFlag(record.lastCheck->facts, "docker"))
            found.docker = docker;
        if (const auto gpu = factFlag(record.lastCheck->facts, "gpu"))
            found.gpu = gpu;
    }
    return found;
}

} // namespace

Json Capabilities::toJson() const
{
    return {{"training", training}, {"inference", inference}, {"docker", flagOrNull(docker)}, {"gpu", flagOrNull(gpu)}};
}

QString TargetRecord::state() const
{
    if (!lastCheck)
        return u"unknown"_s;
    switch (lastCheck->verdict) {
    case Verdict::Passed:
        return u"ready"_s;
    case Verdict::Warned:
        return u"warning"_s;
    case Verdict::Failed:
        return u"failed"_s;
    default:
        return u"unknown"_s;
    }
}

Json TargetRecord::toListJson(const TargetKind *kindOrNull) const
{
    Json check = nullptr;
    if (lastCheck)
        check = {{"at", timeOrNull(lastCheck->at)}, {"verdict", toStd(toWord(lastCheck->verdict))}};
    // Of a kind that this version does not have, nothing is known, whatever an earlier check said.
    return {{"name", toStd(name)},
            {"kind", toStd(kind)},
            {"state", toStd(kindOrNull ? state() : u"unknown"_s)},
            {"identity", textOrNull(identity)},
            {"attachedAt", timeOrNull(attachedAt)},
            {"lastCheck", std::move(check)},
            {"capabilities", capabilitiesOf(*this, kindOrNull).toJson()}};
}

Json TargetRecord::toFullJson(const TargetKind *kindOrNull) const
{
    Json json = toListJson(kindOrNull);
    json["settings"] = settings;
    json["log"] = toStd(log);
    return json;
}

Json TargetRecord::toStoreJson() const
{
    return {{"name", toStd(name)},
            {"kind", toStd(kind)},
            {"identity", toStd(identity)},
            {"settings", settings},
            {"attachedAt", timeOrNull(attachedAt)},
            {"lastCheck", lastCheck ? lastCheck->toStoreJson() : Json(nullptr)},
            {"log", toStd(log)}};
}

Result<TargetRecord> TargetRecord::fromStoreJson(const Json &value)
{
    TargetRecord record;
    record.name = stringAt(value, "name");
    record.kind = stringAt(value, "kind");
    if (record.name.isEmpty() || record.kind.isEmpty()) {
        return Error::failed(u"target.unreadable"_s,
                             QCoreApplication::translate("mooring::Targets", "A stored target has no name or no kind."))
            .withDetail(value);
    }
    record.identity = stringAt(value, "identity");
    if (value.contains("settings") && value["settings"].is_object())
        record.settings = value["settings"];
    record.attachedAt = timeAt(value, "attachedAt");
    if (value.contains("lastCheck") && value["lastCheck"].is_object())
        record.lastCheck = LadderReport::fromStoreJson(value["lastCheck"]);
    record.log = stringAt(value, "log");
    return record;
}

Json TargetKind::toJson() const
{
    Json fieldList = Json::array();
    for (const Field &field : fields())
        fieldList.push_back(field.toJson());
    Json end = nullptr;
    if (const auto note = retirement())
        end = {{"date", toStd(note->date.toString(Qt::ISODate))},
               {"text", toStd(note->text)},
               {"source", toStd(note->source)}};
    const Capabilities best = capabilities();
    return {{"kind", toStd(id())},          {"title", toStd(title())},        {"summary", toStd(summary())},
            {"training", best.training},    {"inference", best.inference},    {"attachable", attachable()},
            {"retirement", std::move(end)}, {"fields", std::move(fieldList)}, {"needsAzureMl", needsAzureMl()}};
}

QString targetStateText(const QString &state)
{
    const char *text = state == u"ready"     ? QT_TRANSLATE_NOOP("mooring::Targets", "Ready")
                       : state == u"warning" ? QT_TRANSLATE_NOOP("mooring::Targets", "Warning")
                       : state == u"failed"  ? QT_TRANSLATE_NOOP("mooring::Targets", "Failed")
                                             : QT_TRANSLATE_NOOP("mooring::Targets", "Unknown");
    return QCoreApplication::translate("mooring::Targets", text);
}

} // namespace mooring
