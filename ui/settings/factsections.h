#pragma once

#include "ui/settings/settingssection.h"

namespace mooring {

struct AppContext;

/// Where secrets are, as the keychain answers now.
SettingsSection *makeKeychainSection(const AppContext &context);
/// The Pythons that the last check of this computer found.
SettingsSection *makePythonSection(const AppContext &context);
/// What is kept where.
SettingsSection *makeKeptSection(const AppContext &context);
SettingsSection *makeAboutSection();

} // namespace mooring
