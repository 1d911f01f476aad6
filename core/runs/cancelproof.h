#pragma once

#include "core/runs/runservice.h"

namespace mooring {

/// What a cancel left in the run's provisioning log: which processes it ended, and what its search found afterwards.
struct CancelProof
{
    std::vector<CanceledProcess> ended;
    std::vector<CanceledProcess> left;
    bool searched = false; ///< false: the host did not let us look, so that an empty `left` proves nothing

    bool isNoneLeft() const { return searched && left.empty(); }
};

/// The newest whole report in the log; nothing when no cancel came to its end.
std::optional<CancelProof> findCancelProof(const QByteArray &provisioningLog);

} // namespace mooring
