#pragma once

#include "core/base/result.h"

#include <QString>

namespace mooring {

/// A resource id of Azure Resource Manager, taken apart:
/// /subscriptions/S/resourceGroups/G/providers/P/T/N[/T2/N2 …]. Names compare without regard to case and may come back
/// in another one (Microsoft Learn, "Naming rules and restrictions"); shown as they were written.
struct ArmId
{
    QString subscription;
    QString resourceGroup;
    QString provider; ///< "Microsoft.Compute"
    QString type;     ///< "virtualMachines", "workspaces/bigDataPools"
    QString name;     ///< of the last part
    QString text;     ///< as it was written, without a slash at its end

    /// "azure.badResourceId", with a sentence for each way to be wrong. A group's name may have letters of any script,
    /// at most 90, and does not end in a period.
    static Result<ArmId> parse(const QString &text);
    /// Wants a provider and type, in any case: "azure.otherResource".
    static Result<ArmId> parseOf(const QString &text, const QString &provider, const QString &type);
    static ArmId of(const QString &subscription, const QString &group, const QString &provider, const QString &type,
                    const QString &name);

    /// Percent-encoded, to stand in an address.
    QString path() const;
    /// Two ids of one thing are equal here.
    QString key() const;
};

} // namespace mooring
