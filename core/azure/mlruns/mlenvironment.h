#pragma once

#include "core/azure/ml/mlclient.h"
#include "core/environments/environmentchoice.h"
#include "core/jobs/jobcontext.h"

namespace mooring {

struct EnvironmentFile;

/// Azure ML's own image, where a run names none.
QString defaultMlImage();
/// The file as Azure ML builds it, which is from conda files only: the lines of a requirements file, and of those that
/// it includes, become the pip part of one. "environment.constraints": of such a file there is no counterpart.
Result<QByteArray> condaOf(const EnvironmentFile &file);

/// "properties" of an environment's version for what a run asks for: an image, or a conda or requirements file on the
/// default image, or the default image alone. A file may be named relative to the source folder.
/// "run.pythonElsewhere" for an interpreter: Azure ML has none to name. Errors of
/// readEnvironmentFile().
Result<Json> environmentBody(const EnvironmentChoice &choice, const QString &sourceFolder);

/// An environment's version as a run asks for it, named by the hash of its content: the same one is used again.
struct MlEnvironment
{
    QString name; ///< "mooring-0123456789abcdef"
    Json body;
    bool isThere = false; ///< in the workspace

    QString version() const { return QStringLiteral("environments/%1/versions/1").arg(name); }
};
/// Asks for it and makes nothing. Errors of environmentBody() too.
Result<MlEnvironment> findEnvironment(MlClient &client, const EnvironmentChoice &choice, const QString &sourceFolder,
                                      const CancelToken &cancel);

/// The environment with that content, made where it is not there. Its resource id.
Result<QString> ensureEnvironment(MlClient &client, const EnvironmentChoice &choice, const QString &sourceFolder,
                                  JobContext &context);

} // namespace mooring
