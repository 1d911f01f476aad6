#pragma once

namespace mooring {

class PageRegistry;

/// Of this computer's workspace: "new-run", "new-run?again=<run id>", "new-run?source=<folder>",
/// "new-run?target=<name>".
void registerRunWizardPages(PageRegistry &registry);

} // namespace mooring
