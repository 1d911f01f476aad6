#pragma once

#include "app/cli/commandline.h"
#include "core/azure/online/onlineendpoints.h"

namespace mooring {

/// The online endpoints of the Azure ML workspace that the command works in; null: it works on this computer alone.
Result<std::unique_ptr<OnlineEndpoints>> onlineEndpoints(CommandContext &context);

/// Where the endpoint of a name is.
struct EndpointPlace
{
    EndpointBench *bench = nullptr;            ///< never null
    std::unique_ptr<OnlineEndpoints> online;   ///< `bench`, where it is there
    std::optional<EndpointRecord> record = {}; ///< where it is there: as it is now

    /// The number of the version that a word names: a deployment's name, or our number; 0 for an empty word.
    Result<int> version(const QString &endpoint, const std::string &word) const;
};

/// An endpoint of ours comes first, then an online endpoint of the workspace, then what other programs made here; a
/// name that is nowhere is left to the bench of this computer to say.
Result<EndpointPlace> placeOf(CommandContext &context, const QString &name);

} // namespace mooring
