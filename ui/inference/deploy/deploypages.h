#pragma once

namespace mooring {

class PageRegistry;

/// "deploy", "deploy?run=<id>", "deploy?endpoint=<name>", or "deploy/<either>".
void registerDeployPages(PageRegistry &registry);

} // namespace mooring
