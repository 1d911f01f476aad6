#pragma once

#include "core/base/canceltoken.h"
#include "core/transport/docker/dockerdoor.h"

#include <QStringList>

#include <chrono>

namespace mooring {

/// Where Docker may be on this computer.
struct DockerSearch
{
    QString defaultSocket;
    QString configFolder;       ///< $DOCKER_CONFIG or ~/.docker
    QStringList otherSockets;   ///< rootless Docker, Docker Desktop, podman
    QStringList programFolders; ///< beside PATH: an ordinary user's has no sbin
    QString chosen = {};        ///< in Mooring: an address or the name of a context; before all that others set
    DockerDoorRules rules = {};

    /// MOORING_DOCKER_HOST is the choice, MOORING_DOCKER_PLAIN_TCP the host that is allowed without TLS. No ssh:// yet.
    static DockerSearch ofThisUser();
};

/// States that ask for different remedies are different states.
enum class DockerState {
    Running,
    RunningElsewhere, ///< not where the docker command would look, but at another socket
    NotInstalled,
    NotRunning, ///< installed
    NoRight,    ///< runs, but this user may not open its socket
    Hung,       ///< something accepts and never answers
    Broken,     ///< something answers that is not Docker, or the settings cannot be read
    NotLookedAt ///< a remote host (tcp, ssh): not part of this computer
};

struct DockerFinding
{
    DockerState state = DockerState::NotInstalled;
    DockerEndpoint endpoint; ///< the one that the docker command would use
    QString otherHost;       ///< of RunningElsewhere: the first of otherHosts
    QStringList otherHosts;  ///< all that answer
    QString version;         ///< of the engine; empty when unknown
    QString apiVersion;
    bool isPodman = false;
    QString socketGroup;      ///< of NoRight: the group that may
    bool isNewMember = false; ///< of NoRight: in the group already, but not in this session
    bool hasClient = false;   ///< of NotInstalled: the docker command alone is there
    QString problem;          ///< raw, of Broken and Hung
};

/// What an engine says of itself.
struct DockerWords
{
    QString version, apiVersion;
    bool isPodman = false;
};

/// Codes: those of the door; "socket.badAnswer": it is no engine.
Result<DockerWords> askDocker(const DockerDoor &door, std::chrono::milliseconds limit, const CancelToken &cancel);

/// The sockets of this computer at which an engine answers, `except` left out. Each gets half of the time that is left.
QStringList dockerHostsThatAnswer(const DockerSearch &search, const QString &except, std::chrono::milliseconds limit,
                                  const CancelToken &cancel);

/// Blocks for at most `limit` in all. Canceled: NotLookedAt.
DockerFinding probeDocker(const DockerSearch &search, std::chrono::milliseconds limit, const CancelToken &cancel);

} // namespace mooring
