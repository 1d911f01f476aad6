#pragma once

#include <vector>

namespace mooring::test {

/// A client from the package index, the script that drives it, and what has to be seen of it in the lab. Patterns are
/// those of LabRecord::count().
struct RealClient
{
    struct Seen
    {
        const char *pattern;
        int atLeast;
    };
    /// By the official schema, and yet sent by the client: the lab takes it, Mooring never sends it.
    struct Refused
    {
        const char *operation; ///< by its name in the OpenAPI files
        const char *what;      ///< for the table
    };
    const char *package;
    const char *script; ///< in tests/fixtures/azure
    int steps;          ///< that it must have told
    std::vector<Seen> requests;
    std::vector<Refused> refused;    ///< all that is known of it, no more and no less
    bool readsCloudMetadata = false; ///< the address of it comes by the environment, as this client wants it
    int runMs = 1200;                ///< what a run takes in the lab
    const char *environment = MOORING_AZURE_CLIENTS; ///< folder of the virtual environment that it is in
};

const std::vector<RealClient> &realClients();

} // namespace mooring::test
