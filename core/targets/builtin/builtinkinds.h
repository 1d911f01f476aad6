#pragma once

#include "core/targets/kindregistry.h"
#include "core/transport/docker/dockerprobe.h"
#include "core/transport/ssh/hosttrust.h"
#include "core/transport/ssh/sshsignin.h"

namespace mooring {

/// The folders of the profile, as kinds need them; this folder stands below the workspace and does not know a profile.
struct KindPlaces
{
    QString dataFolder;
    QString runsFolder;
    QString environmentsFolder;
    QString spoolFolder;              ///< copies of what remote runs print
    std::shared_ptr<HostTrust> trust; ///< shared by all kinds that are reached over SSH
    /// Asks a person during a sign-in (SshSignIn::ask); may be empty.
    std::function<Result<std::vector<QByteArray>>(const SshPrompts &, const CancelToken &)> ask;
    std::function<DockerSearch()> docker = {}; ///< where Docker is looked for; empty: as for every user
};

/// The only place that names kinds. Without places they can be described, not used.
void registerBuiltinKinds(KindRegistry &registry, const KindPlaces &places = {});

} // namespace mooring
