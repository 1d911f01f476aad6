#pragma once

#include "core/azure/arm/armclient.h"

namespace mooring {

struct Tenant
{
    QString id, name, domain;
};

struct Subscription
{
    QString id, name, tenant;
    QString state; ///< Enabled, Warned, PastDue, Disabled, Deleted, or a word of later
};

struct ResourceGroup
{
    QString name, location;
};

/// What the account can see; for pickers. Blocks. Sources: resources/…/2022-12-01/subscriptions.json, 2024-07-01/
/// resources.json. What lacks its id is passed over.
Result<std::vector<Tenant>> tenants(const ArmClient &client, const CancelToken &cancel);
Result<std::vector<Subscription>> subscriptions(const ArmClient &client, const CancelToken &cancel);
Result<std::vector<ResourceGroup>> resourceGroups(const ArmClient &client, const QString &subscription,
                                                  const CancelToken &cancel);

} // namespace mooring
