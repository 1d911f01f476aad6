#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QDateTime>

#include <optional>

namespace mooring {

/// A compute of a workspace as the service tells it, of any type, also of types that came later. A value without
/// secrets.
struct Compute
{
    QString name;
    QString type;              ///< computeType as it came: "VirtualMachine", "AmlCompute", "Quantum"
    QString provisioningState; ///< Succeeded, Failed, Creating … or a word of later
    QString state;             ///< of an instance (Running, Stopped …), allocationState of a cluster; else empty
    QString resourceId;        ///< of the thing itself; empty for what the workspace made
    QString id;
    QString location;
    bool isAttached = false; ///< isAttachedCompute
    std::optional<QDateTime> createdOn;
    std::optional<Error> trouble; ///< its provisioning errors, deepest cause first
    Json document;                ///< all of it, without secrets

    /// Nothing when it has no name or type.
    static std::optional<Compute> read(const Json &entry);
    /// Made by the workspace: it can be deleted, not detached.
    bool isManaged() const;
    bool isInstance() const;
    bool isCluster() const;
    /// "ready", "failed", "unknown" (on its way, or a word that nobody knows), as `targets` says it.
    QString targetState() const;
    /// "Running", "Succeeded": what a person is shown.
    QString shownState() const
    {
        return state.isEmpty() || provisioningState != QStringLiteral("Succeeded") ? provisioningState : state;
    }
    const Json *properties() const; ///< of the type ("properties.properties"); null when there are none
    Json toJson() const;            ///< the key "azure" of a target's document
};

} // namespace mooring
