#pragma once

#include "core/inference/endpointrunner.h"

namespace mooring {

/// Code, model and pip requirements of one version as a tar.gz: `code/`, `model/<name>`, and where something has to be
/// installed `requirements.txt` with the files that it names. Equal content is an equal file.
struct ModelPackage
{
    QString path;      ///< of the file on this computer
    QByteArray sha256; ///< hex
    qint64 size = 0;
};

/// What pip is to install in the container.
struct PackageRequirements
{
    std::vector<std::pair<QByteArray, QByteArray>> files; ///< by their names in the package; empty: nothing
    QStringList leftOut;                                  ///< packages of a conda file that pip does not have
};

/// From the settings, or an MLflow model's own. Errors: those of readEnvironmentFile().
Result<PackageRequirements> requirementsOf(const DeploymentSettings &settings, const QString &modelPath);

/// Writes the package to `path`. Blocks; canceled between two pieces.
Result<ModelPackage> packModel(const EndpointVersion &version, const VersionFolder &folder,
                               const PackageRequirements &requirements, const QString &path, JobContext &context);

} // namespace mooring
