#pragma once

#include "core/runs/hostscripts.h"

namespace mooring {

/// A run of the smallest kind, carried from its folder to its end by the scripts that carry all runs, in one go.
/// Argument: the run's folder, which is gone afterwards.
QByteArray tinyJobScript();

/// What became of it, from what the script printed.
struct TinyJob
{
    bool prepared = false;
    bool launched = false;
    bool running = false;  ///< as state.sh saw it
    bool printed = false;  ///< its log had what the job prints
    bool canceled = false; ///< cancel.sh came to its end
    bool ended = false;    ///< as state.sh saw it afterwards
    ProcessReport report;

    bool works() const
    {
        return prepared && launched && running && printed && canceled && ended && report.left.empty();
    }
    QString problem() const; ///< the first step that failed, for people
};
TinyJob parseTinyJob(const QByteArray &output, const QString &runFolder);

} // namespace mooring
