#pragma once

#include "core/transport/docker/dockerprobe.h"

#include <vector>

namespace mooring {

/// One address in the order in which Mooring looks, and what came of it.
struct DockerTry
{
    enum class Place { Setting, Host, Context, System, Rootless, Desktop, Podman };
    enum class Outcome {
        Used,
        Unset,    ///< nothing is named here
        Failed,   ///< it is the one that counts, and cannot be used: `problem`
        Absent,   ///< nothing listens there
        Answers,  ///< an engine answers, but an earlier one counts
        NotAsked, ///< on another computer, and an earlier one counts
    };
    Place place = Place::System;
    Outcome outcome = Outcome::Unset;
    QString name = {};    ///< of a context
    QString address = {}; ///< empty: unset
    QString problem = {}; ///< whole sentence or raw words, of Failed and Absent
    QString fix = {};     ///< of Failed
    DockerWords words = {};
    qint64 ms = -1; ///< until it answered
};

/// Every address in order: Mooring's own setting, DOCKER_HOST, the context, the system's socket, rootless Docker,
/// Docker Desktop, podman. The first that is named counts, as for the docker command; none named, the system's socket
/// does. Sockets of this computer are asked in any case, so that a person sees what could be chosen; machines elsewhere
/// only when they count. Blocks: for each socket at most `limit`, for one elsewhere ten times as long.
std::vector<DockerTry> surveyDocker(const DockerSearch &search, std::chrono::milliseconds limit,
                                    const CancelToken &cancel);

/// Of the one that counts; null when the list is empty.
const DockerTry *countingTry(const std::vector<DockerTry> &tries);

} // namespace mooring
