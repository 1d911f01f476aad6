#pragma once

#include "core/environments/environmentplanner.h"
#include "core/inference/modelsource.h"

namespace mooring {

/// The environment of an endpoint that runs without Docker: what the person chose, with the inference server in it.
///
/// A requirements or conda file that does not name the server gets it added, in a file of `folder`; so does an MLflow
/// model's own. Without a choice: the python3 of PATH when it has the server, else an environment with the server
/// alone. Builds nothing. Codes: "endpoint.noServer" (a named Python without it) and those of planEnvironment().
Result<EnvironmentPlan> planServerEnvironment(const DeploymentSettings &settings, const QString &modelPath,
                                              const QString &folder, EnvironmentHost &host, JobContext &context);

/// What pip is asked for: the inference server, not pinned to one release, for it must fit the Python.
QString serverRequirement();
/// Whether one of the packages, as they stand in the file, brings the server.
bool bringsServer(const QStringList &packages);
/// The conda file with the requirement added to its pip section.
Result<QByteArray> withPipRequirement(const QByteArray &conda, const QString &requirement);

} // namespace mooring
