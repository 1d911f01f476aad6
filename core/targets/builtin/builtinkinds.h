#pragma once

#include "core/targets/kindregistry.h"

namespace mooring {

/// The folders of the profile, as kinds need them; this folder stands below the workspace and does not know a profile.
struct KindPlaces
{
    QString dataFolder;
    QString runsFolder;
    QString environmentsFolder;
};

/// The only place that names kinds. Without places they can be described, not used.
void registerBuiltinKinds(KindRegistry &registry, const KindPlaces &places = {});

} // namespace mooring
