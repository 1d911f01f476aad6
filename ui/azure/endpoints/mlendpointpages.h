#pragma once

namespace mooring {

class PageRegistry;

/// "endpoints" and "endpoint-of-workspace" while an Azure ML workspace is open. After registerInferencePages(), whose
/// table it takes the place of.
void registerMlEndpointPages(PageRegistry &registry);

} // namespace mooring
