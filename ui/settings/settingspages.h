#pragma once

namespace mooring {

class PageRegistry;

/// "settings", with "?section=appearance|keychain|python|kept|about".
void registerSettingsPages(PageRegistry &registry);

} // namespace mooring
