#pragma once

namespace mooring {

class PageRegistry;

/// The parts "as-code-of-run" (by id) and "as-code-of-endpoint" (by name).
void registerAsCodeParts(PageRegistry &registry);

} // namespace mooring
