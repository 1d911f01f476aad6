#pragma once

namespace mooring {

class PageRegistry;

/// "runs" and "run/<id>" while an Azure ML workspace is open.
void registerMlRunPages(PageRegistry &registry);

} // namespace mooring
