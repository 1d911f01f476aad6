#pragma once

namespace mooring {

class PageRegistry;

/// "endpoints", "endpoint/<name>".
void registerInferencePages(PageRegistry &registry);

} // namespace mooring
