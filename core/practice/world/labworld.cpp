#include "core/practice/world/labworld.h"

#include "core/base/clock.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSlowMs = 8 * 60 * 1000;

} // namespace

qint64 LabWorld::provisioningMs() { return faults.strikes(LabFault::SlowProvisioning) ? kSlowMs : pace.provisioningMs; }

QString practice::groupId(const char *group)
{
    return u"/subscriptions/%1/resourceGroups/%2"_s.arg(QLatin1StringView(kSubscription), QString::fromUtf8(group));
}

QString practice::workspaceResourceId()
{
    return groupId(kGroup) + u"/providers/Microsoft.MachineLearningServices/workspaces/"_s +
           QLatin1StringView(kWorkspace);
}

Json withoutNulls(Json object)
{
    for (auto entry = object.begin(); entry != object.end();)
        entry = entry->is_null() ? object.erase(entry) : std::next(entry);
    return object;
}

Json labTime(const QDateTime &time) { return toStd(toIso(time)); }
Json labNow() { return labTime(nowUtc()); }

} // namespace mooring
