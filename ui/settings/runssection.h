#pragma once

#include "ui/settings/settingssection.h"

namespace mooring {

/// What a new run starts with.
SettingsSection *makeRunsSection(UiSettings &settings);

} // namespace mooring
