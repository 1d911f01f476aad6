#pragma once

namespace mooring {

class PageRegistry;

/// "environments" and "models" while an Azure ML workspace is open; "…?name=<name>" selects one.
void registerMlAssetPages(PageRegistry &registry);

} // namespace mooring
