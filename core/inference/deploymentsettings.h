#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/environments/environmentchoice.h"

#include <map>
#include <optional>

namespace mooring {

/// What a container in a cloud gets, and where it is.
struct CloudContainer
{
    QString workspace; ///< of Azure ML, as the profile names it; empty: none is open
    double cpu = 1;    ///< cores
    double memory = 2; ///< GB
    QString dnsLabel;  ///< the version's number is added: two versions have two addresses; empty: an IP address alone

    bool operator==(const CloudContainer &) const = default;
    bool hasChoices() const { return cpu != 1 || memory != 2 || !dnsLabel.isEmpty(); }
};

/// Everything a person decides about an endpoint. The same for the window and the command line.
struct DeploymentSettings
{
    QString name;
    QString model;                        ///< folder or file, absolute; or "run:RUN/PATH", an output of a run
    QString score;                        ///< scoring script, relative to source; empty: made for an MLflow model
    QString source;                       ///< folder of the code, absolute; empty: that of the scoring script
    EnvironmentChoice environment;        ///< Image: a base image, in a container only
    QString dockerfile;                   ///< absolute, with Docker only; excludes an environment
    QString runner;                       ///< "process", "docker" or "aci"
    CloudContainer cloud = {};            ///< with "aci" only
    std::optional<int> port;              ///< nothing: a free one is taken and kept
    std::map<QString, QString> variables; ///< not secret: they stand in the record
    /// With Docker: this computer's certificates, pip and conda settings and proxies go into the build and the
    /// container. See findNetworkItems().
    bool networkSettings = false;

    bool operator==(const DeploymentSettings &) const = default;

    Json toJson() const;
    static Result<DeploymentSettings> fromJson(const Json &value);
    /// What can be said without touching the disk. ErrorKind::Usage: "endpoint.badName", "endpoint.badPort",
    /// "endpoint.badVariable", "endpoint.oneEnvironment", "endpoint.badRunner", "endpoint.needsDocker",
    /// "endpoint.badSize", "endpoint.badDnsLabel", "endpoint.onlyInAzure".
    Result<> validate() const;
    /// The same thing as a command line: {"mooring","deploy","bearing","--model",…}. Unquoted; see shellCommand().
    QStringList toCommand() const;
};

/// As Azure ML names endpoints: letters, digits and "-", a letter first, no "-" last, 2 to 32 characters.
bool isEndpointName(const QString &name);

} // namespace mooring
