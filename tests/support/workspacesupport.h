#pragma once

#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"

#include <QTemporaryDir>

namespace mooring::test {

/// A profile in a folder of its own that goes with it: in memory where that is possible, for each write waits for the
/// disk.
struct TemporaryProfile
{
    TemporaryProfile();
    QTemporaryDir folder;
    Profile profile;

    std::unique_ptr<Workspace> open() const { return std::move(Workspace::open(profile)).value(); }
};

/// Run number `n` of a made-up history: another name, time, target, state and duration for each, the same every time.
RunRecord sampleRun(int n);
/// Puts the runs 0 … count - 1 into the profile's database at once (100 000 in seconds). Nobody else may have it open.
Result<> fillWithRuns(const Profile &profile, int count);

} // namespace mooring::test
