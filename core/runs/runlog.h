#pragma once

#include "core/runs/runservice.h"

#include <functional>

namespace mooring {

/// Hands the bytes of a run's log from `offset` to `sink`, exactly and in order, until the run has ended and the log
/// was read to its end; then gives the record. A log that is not there yet is waited for. A run that stays Unknown for
/// half a minute ends it too, with that record; but another computer that does not answer is waited for, and
/// `onTrouble` (may be empty) is told once each time. `onBuild` (may be empty) gets the log of the environment's build
/// in the same way, while nothing but that goes on or where the run ended in it. Cancel (ErrorKind::Canceled) ends the
/// wait, not the run. Blocks: worker threads and the command line only. The functions are called on the calling thread.
Result<RunRecord> followLog(RunService &service, const RunRecord &run, const QString &name, qint64 offset,
                            const CancelToken &cancel, const std::function<void(const QByteArray &)> &sink,
                            const std::function<void(const QString &)> &onTrouble = {},
                            const std::function<void(const QByteArray &)> &onBuild = {});

} // namespace mooring
