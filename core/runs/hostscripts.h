#pragma once

#include "core/runs/runfacts.h"
#include "core/runs/runhost.h"

namespace mooring {

/// What a search for a run's processes found and did.
struct ProcessReport
{
    struct Process
    {
        qint64 pid = 0;
        QString command;
        QString signal; ///< "SIGTERM", "SIGKILL"; empty for one that is left
    };
    std::vector<Process> ended, left;
    bool searched = false; ///< false: the host does not let us look, so an empty `left` proves nothing
};

/// What to write beside the first signal, which decides how the run's end is called.
enum class CancelMark {
    Cancel, ///< a person wanted it
    Lost,   ///< nothing: cleaning up after a dead supervisor
};

/// The scripts of resources/remote/ as functions. All block, with a limit of their own; errors are the host's.
namespace hostscripts {

/// Fails when the folder is there.
Result<> prepare(RunHost &host, const QString &runFolder, const CancelToken &cancel);
/// Returns when the supervisor has said who it is. Canceled by cancel.sh before that: code "run.canceled".
Result<> launch(RunHost &host, const QString &runFolder, const CancelToken &cancel);
/// One process for up to some hundred runs.
Result<HostFacts> readStates(RunHost &host, const QStringList &runFolders, const CancelToken &cancel);
Result<ProcessReport> endProcesses(RunHost &host, const QString &runFolder, std::chrono::seconds grace, CancelMark mark,
                                   const CancelToken &cancel);
ProcessReport parseProcessReport(const QByteArray &output, bool *complete);

enum class Discarded {
    Missing, ///< there was no folder
    Claimed, ///< somebody is starting it or has: nothing was touched
    Done,    ///< it cannot be started any more
};
Result<Discarded> discard(RunHost &host, const QString &runFolder, bool force, const CancelToken &cancel);
/// Ids of all folders with a run.json.
Result<QStringList> listRuns(RunHost &host, const CancelToken &cancel);

} // namespace hostscripts
} // namespace mooring
