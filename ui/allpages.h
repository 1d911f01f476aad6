#pragma once

namespace mooring {

class PageRegistry;

/// The only place that names every folder with pages. The registry must outlive the window.
void registerAllPages(PageRegistry &registry);

} // namespace mooring
