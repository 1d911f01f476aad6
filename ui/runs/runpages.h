#pragma once

namespace mooring {

class PageRegistry;

/// "runs" and "run/<id>".
void registerRunPages(PageRegistry &registry);

} // namespace mooring
