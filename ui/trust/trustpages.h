#pragma once

namespace mooring {

class PageRegistry;

/// "known-machines"; the part "question-hostKey", the card for a rung that met a key which is not known.
void registerTrustPages(PageRegistry &registry);

} // namespace mooring
