#pragma once

#include "ui/settings/settingssection.h"

namespace mooring {

struct AppContext;

/// Every address at which Docker is looked for, in order, and what came of it; which one is always used, and whether
/// one without TLS may be.
SettingsSection *makeDockerSection(const AppContext &context);

} // namespace mooring
