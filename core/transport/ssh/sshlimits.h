#pragma once

#include <chrono>

namespace mooring {

/// How long the steps of a connection may take. Tests shorten them before they connect; nothing else writes them.
struct SshLimits
{
    std::chrono::milliseconds lookUp{10000};
    std::chrono::milliseconds nextAddress{300}; ///< before the next address of a name is tried beside the first
    std::chrono::milliseconds banner{15000};
    std::chrono::milliseconds keyExchange{20000};
    std::chrono::milliseconds signIn{30000}; ///< of one request; a person's answer does not count
    std::chrono::milliseconds agent{5000}; ///< to list keys; a signature may need a touch or a confirmation: six times
    std::chrono::milliseconds keepAlive{15000}; ///< of silence before the server is asked; three of them end it
    std::chrono::milliseconds idleClose{10 * 60 * 1000};
    std::chrono::milliseconds firstPause{1000}; ///< SshLink, after a dial that failed; doubled up to lastPause
    std::chrono::milliseconds lastPause{60000};
};

SshLimits &sshLimits();

} // namespace mooring
