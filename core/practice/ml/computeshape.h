#pragma once

#include "core/base/json.h"

namespace mooring {

/// What a client sent, as the schema of 2024-10-01 shows it back: the right types and words, the secrets taken out into
/// `secrets` (a ComputeSecrets document).
Json shownCompute(const Json &sent, Json &secrets);

/// Keys that are there as null: azureml-core refuses a compute without them.
void addWhatIsNotKnown(Json &compute);

/// Made by the workspace itself, and billed: AmlCompute and ComputeInstance.
bool isManagedType(const QString &type);
/// A type that needs the id of the thing it attaches.
bool isAttachedType(const QString &type);
/// What is known only when it is there: nodes, addresses, state. `properties`: of the compute.
void addRunningState(Json &properties, const QString &name);

} // namespace mooring
