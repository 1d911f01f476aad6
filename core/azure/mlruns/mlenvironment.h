#pragma once

#include "core/azure/ml/mlclient.h"
#include "core/environments/environmentchoice.h"
#include "core/jobs/jobcontext.h"

namespace mooring {

/// The image of Azure ML that a run gets which names none.
QString defaultJobImage();
/// A conda file whose pip part are the lines of a requirements file: Azure ML builds from conda files only.
QByteArray condaOf(const QByteArray &requirements);

/// "properties" of an environment's version for what a run asks for: an image, or a conda or requirements file on the
/// default image, or the default image alone. "run.pythonElsewhere" for an interpreter: Azure ML has none to name.
Result<Json> environmentBody(const EnvironmentChoice &choice);

/// The environment with that content, made where it is not there; named by the hash of the content, so the same one is
/// used again. Its resource id.
Result<QString> ensureEnvironment(MlClient &client, const EnvironmentChoice &choice, JobContext &context);

} // namespace mooring
