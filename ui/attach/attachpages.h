#pragma once

namespace mooring {

class PageRegistry;

/// "target/<name>". Shows the part "runs-of-target", when somebody offers it, under its own tab.
void registerAttachPages(PageRegistry &registry);

} // namespace mooring
