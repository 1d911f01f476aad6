#pragma once

namespace mooring {

class PageRegistry;

/// Signing in, opening an Azure ML workspace, its start page, the practice lab. Its targets are ui/azure/targets.
void registerAzurePages(PageRegistry &registry);

} // namespace mooring
