#include "core/azure/arm/directory.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Arm", text); }

} // namespace

Result<std::vector<Tenant>> tenants(const ArmClient &client, const CancelToken &cancel)
{
    const auto list =
        client.list({"GET", u"/tenants"_s, u"2022-12-01"_s, tr("The tenants could not be listed.")}, cancel);
    if (!list)
        return list.error();
    std::vector<Tenant> found;
    for (const Json &entry : *list) {
        if (const QString id = stringAt(entry, "tenantId"); !id.isEmpty())
            found.push_back({id, stringAt(entry, "displayName", id), stringAt(entry, "defaultDomain")});
    }
    return found;
}

Result<std::vector<Subscription>> subscriptions(const ArmClient &client, const CancelToken &cancel)
{
    const auto list = client.list(
        {"GET", u"/subscriptions"_s, u"2022-12-01"_s, tr("The subscriptions could not be listed.")}, cancel);
    if (!list)
        return list.error();
    std::vector<Subscription> found;
    for (const Json &entry : *list) {
        if (const QString id = stringAt(entry, "subscriptionId"); !id.isEmpty())
            found.push_back(
                {id, stringAt(entry, "displayName", id), stringAt(entry, "tenantId"), stringAt(entry, "state")});
    }
    return found;
}

Result<std::vector<ResourceGroup>> resourceGroups(const ArmClient &client, const QString &subscription,
                                                  const CancelToken &cancel)
{
    // "resourcegroups", as the specification's own path has it.
    const QString path = u"/subscriptions/%1/resourcegroups"_s.arg(pathSegment(subscription));
    const auto list =
        client.list({"GET", path, u"2024-07-01"_s, tr("The resource groups could not be listed.")}, cancel);
    if (!list)
        return list.error();
    std::vector<ResourceGroup> found;
    for (const Json &entry : *list) {
        if (const QString name = stringAt(entry, "name"); !name.isEmpty())
            found.push_back({name, stringAt(entry, "location")});
    }
    return found;
}

} // namespace mooring
