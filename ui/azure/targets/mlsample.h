#pragma once

#include "ui/azure/targets/mlworkplace.h"

namespace mooring {

/// Writes the sample project where it is not there yet, submits it to a target of the open Azure ML workspace as a job,
/// and opens the run's page. `then` as of runSample(). Returns at once.
void runMlSample(const AppContext &context, const std::shared_ptr<MlWorkplace> &workplace, const QString &target,
                 QObject *receiver, std::function<void(const std::optional<Error> &)> then);

} // namespace mooring
