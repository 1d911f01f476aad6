#pragma once

#include "core/inference/endpointrunner.h"

#include <QUrl>

namespace mooring {

/// An event of a group or its container: "Pulling", "Pulled", "Started", "Failed", "BackOff", "Killing" or another.
struct ContainerEvent
{
    QString name, message, type;
    int count = 1;
    QString lastAt; ///< as Azure wrote it
};

/// What Azure tells of a container group with one container (containerInstance.json 2023-05-01). What it leaves out is
/// empty, what nobody knows stays as it was written.
struct ContainerGroup
{
    QString name, provisioningState;
    QString state; ///< of the group: Running, Stopped, Pending, Succeeded, Failed, or a word of later
    QString ip, fqdn;
    QString containerState, detailStatus; ///< "Waiting", "CrashLoopBackOff"
    std::optional<int> exitCode;          ///< of the container now, or before its last restart
    int restarts = 0;
    std::map<QString, QString> tags;
    std::vector<ContainerEvent> events; ///< in the order of their last times

    static ContainerGroup of(const Json &document);
    /// The image cannot be had, as far as Azure has tried more than once: its own words; empty: nothing says so.
    QString pullProblem() const;
    /// `hasAnswered`: a version that never did and was started again by Azure has ended, for its init() failed.
    /// "Unknown" has a reason.
    InstanceTruth truth(bool hasAnswered) const;
};

/// What is put where nobody reads it again.
struct ContainerSecrets
{
    QUrl package;
    QByteArray key;
};

/// The body of the PUT. `tags` mark it as ours. Secrets stand in the secret volume alone.
Json groupBody(const EndpointVersion &version, const QString &location, const QByteArray &packageSha256,
               const ContainerSecrets &secrets, const std::map<QString, QString> &tags);

inline constexpr const char *kContainerName = "model";
inline constexpr const char *kServedFolder = "/tmp/mooring"; ///< where aci_start.py works
int portOf(const DeploymentSettings &settings);
QString imageOf(const DeploymentSettings &settings);

} // namespace mooring
