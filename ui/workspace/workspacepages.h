#pragma once

namespace mooring {

class PageRegistry;

/// "welcome", "targets", "environments", "models", "endpoints".
void registerWorkspacePages(PageRegistry &registry);

} // namespace mooring
