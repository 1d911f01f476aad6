#pragma once

namespace mooring {

class PageRegistry;

/// "welcome", "targets", "environments", "models".
void registerWorkspacePages(PageRegistry &registry);

} // namespace mooring
