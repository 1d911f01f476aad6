#pragma once

namespace mooring {

class PageRegistry;

/// "settings", with "?section=appearance|keychain|runs|python|docker|kept|about".
void registerSettingsPages(PageRegistry &registry);

} // namespace mooring
