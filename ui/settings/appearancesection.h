#pragma once

#include "ui/settings/settingssection.h"

namespace mooring {

/// Palette, text size, motion, language.
SettingsSection *makeAppearanceSection(UiSettings &settings);

} // namespace mooring
