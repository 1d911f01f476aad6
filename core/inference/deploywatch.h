#pragma once

#include "core/transport/docker/buildsteps.h"

#include <functional>

namespace mooring {

/// What a deployment tells while it goes on, beside its job's log. Called on the deployment's thread; any may be empty.
struct DeployWatch
{
    /// In this order, but that a version which takes another's place is started twice, and that without Docker the
    /// environment is built after the start.
    enum class Phase { Context, Build, Start, Healthy };
    /// Where the version lies and logs.
    struct Place
    {
        int version = 0;
        qint64 codeFiles = 0, codeSize = 0; ///< 0: nothing was copied
        QString container;                  ///< id, with Docker, once it is there
        QString buildLog, serverLog;        ///< paths on this computer; empty: not yet
    };

    std::function<void(Phase)> onPhase; ///< it begins; the one before ended well
    std::function<void(const Place &)> onPlace;
    std::function<void(const QByteArray &)> onDockerfile; ///< as it is built
    std::function<void()> onReused;                       ///< the whole image is there: nothing is built
    std::function<void(const BuildStep &, bool hasEnded)> onStep;

    void tellPhase(Phase phase) const
    {
        if (onPhase)
            onPhase(phase);
    }
    void tellPlace(const Place &place) const
    {
        if (onPlace)
            onPlace(place);
    }
    void tellDockerfile(const QByteArray &text) const
    {
        if (onDockerfile)
            onDockerfile(text);
    }
    void tellReused() const
    {
        if (onReused)
            onReused();
    }
    void tellStep(const BuildStep &step, bool hasEnded) const
    {
        if (onStep)
            onStep(step, hasEnded);
    }
};

} // namespace mooring
