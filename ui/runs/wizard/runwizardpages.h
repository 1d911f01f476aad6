#pragma once

namespace mooring {

class PageRegistry;

/// "new-run", "new-run?again=<run id>", "new-run?source=<folder>", "new-run?target=<name>".
void registerRunWizardPages(PageRegistry &registry);

} // namespace mooring
