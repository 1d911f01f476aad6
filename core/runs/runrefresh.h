#pragma once

#include "core/runs/hostscripts.h"
#include "core/runs/runrecord.h"

namespace mooring {

/// Brings the records of one target's runs in line with the truth on its host. Used once, on one thread.
class RunRefresh
{
public:
    RunRefresh(RunHost &host, const CancelToken &cancel) : m_host(host), m_cancel(cancel) {}

    /// Asks the host once for all of them. A host that does not answer makes them Unknown; a canceled question is an
    /// Error and changes none.
    Result<> apply(std::vector<RunRecord> &runs);
    bool reached() const { return m_reached; } ///< the host answered

private:
    void update(RunRecord &run, const HostFacts &host);
    void updateUnstarted(RunRecord &run, const RunFacts &facts);
    void takeTruth(RunRecord &run, const RunFacts &facts, const HostFacts &host);
    QString whyNotBuilt(const RunRecord &run) const;
    void sweepAfterDeadSupervisor(const RunRecord &run);

    RunHost &m_host;
    const CancelToken &m_cancel;
    bool m_reached = false;
};

/// Unknown since now, or since when it already was; keeps all else.
void makeUnknown(RunRecord &run, const QString &reason);

} // namespace mooring
