#pragma once

#include "core/targets/ladder.h"
#include "core/targets/ssh/sshcheck.h"

namespace mooring {

/// The rungs of a machine over SSH, in the order in which they are run. They share the check.
using SharedCheck = std::shared_ptr<SshCheck>;
using RungList = std::vector<Rung>;

void addConnectionRungs(RungList &rungs, const SharedCheck &check); ///< jump hosts, name to sign-in
void addMachineRungs(RungList &rungs, const SharedCheck &check);    ///< shell, system, clock, space
void addToolRungs(RungList &rungs, const SharedCheck &check);       ///< Pythons, Docker, GPU
void addProvingRungs(RungList &rungs, const SharedCheck &check);    ///< what is tried out: files, processes, a job

/// A rung that failed by an error: what it means for the exit code, and the card that a person must decide on.
RungResult failedBy(const Error &error, const QString &asked);

} // namespace mooring
