#pragma once

#include "core/base/error.h"

#include <functional>

namespace mooring {

struct AppContext;

/// Writes the sample project where it is not there yet, submits it to this computer as a job, and opens the run's page.
/// `failed` is called on the window's thread when there will be no run. Returns at once.
void runSample(const AppContext &context, std::function<void(const Error &)> failed);

} // namespace mooring
