#pragma once

#include "core/runs/failurecause.h"
#include "core/runs/runrecord.h"

#include <QStringList>

namespace mooring {

/// Why a script failed, with the place in its snapshot.
struct CauseView
{
    FailureCause cause;
    QString file;         ///< of the frame that is the person's own, relative to the snapshot; empty: none
    QString absoluteFile; ///< to open it
    int line = 0;
    QString function;
    QString entryFile; ///< of the outermost frame, where that is another one
    int entryLine = 0;
    int framesAbove = 0;       ///< from the outermost one to the own one
    int framesBelow = 0;       ///< in libraries, from the own one to where it was raised
    int firstLine = 0;         ///< number of the first of `code`
    QStringList code;          ///< up to four lines around `line`; empty when the file cannot be read
    QString leftOutRule;       ///< sentence: the file that was not found is one that a rule kept out of the snapshot
    QString knownTitle, known; ///< what else Mooring knows of it, never a guess; in that place
};

/// Fills `code` from this file: two lines before the marked one and one after. A file that cannot be read, or is
/// shorter, changes nothing. Blocks.
void readCode(CauseView &view, const QString &path);

/// The cause in the end of a program's log, with its place in `code`: a folder on this computer; empty: no place.
/// `hostCode`: what the frames call that folder (empty: the same). Blocks: reads a file of it.
std::optional<CauseView> readCause(const QByteArray &logTail, const QString &code, const QString &hostCode = {});

/// Reads the cause out of the end of a failed run's log. `code`: the snapshot on this computer, or what was
/// copied of it; `hostCode`: what the machine that ran it calls that folder (empty: the same). Blocks: reads files of
/// the snapshot.
std::optional<CauseView> readCause(const RunRecord &run, const QByteArray &logTail, const QString &code,
                                   const QString &hostCode = {});

} // namespace mooring
