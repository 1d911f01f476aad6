#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/environments/environmentchoice.h"

#include <map>
#include <optional>

namespace mooring {

/// Everything a person decides about an endpoint on this computer. The same for the window and the command line.
struct DeploymentSettings
{
    QString name;
    QString model;                        ///< folder or file, absolute; or "run:RUN/PATH", an output of a run
    QString score;                        ///< scoring script, relative to source; empty: made for an MLflow model
    QString source;                       ///< folder of the code, absolute; empty: that of the scoring script
    EnvironmentChoice environment;        ///< Image: a base image, with Docker only
    QString dockerfile;                   ///< absolute, with Docker only; excludes an environment
    QString runner;                       ///< "process" or "docker"
    std::optional<int> port;              ///< nothing: a free one is taken and kept
    std::map<QString, QString> variables; ///< not secret: they stand in the record
    /// With Docker: this computer's certificates, pip and conda settings and proxies go into the build and the
    /// container. See findNetworkItems().
    bool networkSettings = false;

    bool operator==(const DeploymentSettings &) const = default;

    Json toJson() const;
    static Result<DeploymentSettings> fromJson(const Json &value);
    /// What can be said without touching the disk. ErrorKind::Usage: "endpoint.badName", "endpoint.badPort",
    /// "endpoint.badVariable", "endpoint.oneEnvironment", "endpoint.badRunner", "endpoint.needsDocker".
    Result<> validate() const;
    /// The same thing as a command line: {"mooring","deploy","bearing","--model",…}. Unquoted; see shellCommand().
    QStringList toCommand() const;
};

/// As Azure ML names endpoints: letters, digits and "-", a letter first, no "-" last, 2 to 32 characters.
bool isEndpointName(const QString &name);

} // namespace mooring
