#pragma once

namespace mooring {

class PageRegistry;

/// "targets", "target/<name>", "attach" and "new-compute" while an Azure ML workspace is open. The registry must
/// outlive the pages.
void registerMlTargetPages(PageRegistry &registry);

} // namespace mooring
