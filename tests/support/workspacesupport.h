#pragma once

#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"

#include <QTemporaryDir>

namespace mooring::test {

/// A profile in a folder of its own that goes with it.
struct TemporaryProfile
{
    TemporaryProfile() : profile(Profile::open(folder.path() + QStringLiteral("/profile")).value()) {}
    QTemporaryDir folder;
    Profile profile;

    std::unique_ptr<Workspace> open() const { return std::move(Workspace::open(profile)).value(); }
};

/// Run number `n` of a made-up history: another name, time, target, state and duration for each, the same every time.
RunRecord sampleRun(int n);

} // namespace mooring::test
