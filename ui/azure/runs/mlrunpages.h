#pragma once

namespace mooring {

class PageRegistry;

/// "runs", "run/<id>" and "new-run" (as at home) while an Azure ML workspace is open.
void registerMlRunPages(PageRegistry &registry);

} // namespace mooring
