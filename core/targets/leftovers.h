#pragma once

#include "core/runs/runservice.h"
#include "core/targets/ladder.h"

#include <optional>
#include <vector>

namespace mooring {

/// One thing that Mooring made on a target and that could go with it.
struct Leftover
{
    enum class Kind {
        Runs,         ///< code and logs of all runs; what they printed is copied before it goes
        Outputs,      ///< of one run; only on the target, as far as Mooring knows
        Environments, ///< cached environments
        Store         ///< contents of snapshots, kept so that they are sent once
    };
    Kind kind = Kind::Runs;
    QString run;     ///< id, of Outputs
    QString runName; ///< of Outputs
    QString path;    ///< on the target
    int count = 0;   ///< runs, files of Outputs, environments
    qint64 size = 0; ///< bytes, as the disk counts them

    QString title() const; ///< "Code and logs of 24 runs", translated
};

/// What a detach of a target would be about.
struct Leftovers
{
    QString target;
    QString folder;                 ///< Mooring's own on the target
    std::vector<Leftover> things;   ///< only what is there
    std::vector<RunRecord> running; ///< first of all: while these run nothing can be removed
    QStringList others;             ///< entries of the folder that Mooring did not make: they stay
    QStringList secrets;            ///< fields with an entry in the keychain
    int runs = 0;                   ///< that stay in this workspace, with their copies
    std::vector<qint64> processes;  ///< of runs, by their id
    QStringList containers;         ///< of runs, by their label
    bool searched = false;          ///< false: the machine does not let us look for processes
    std::optional<Error> trouble;   ///< the target could not be looked at: `things` is not known

    qint64 sizeOf(Leftover::Kind kind) const;
};

/// What a person wants to go. Nothing that exists nowhere else goes unless it is named.
struct DetachChoices
{
    bool runs = false;
    bool environments = false; ///< and the store of contents
    QStringList outputsOf;     ///< ids of runs whose outputs go too
};

/// What became of one thing.
struct LeftoverFate
{
    enum class What { Removed, LeftAsChosen, StillThere };
    Leftover thing;
    What what = What::LeftAsChosen;
    QString note; ///< what the second look saw
};

struct DetachReport
{
    QString target;
    QStringList removed; ///< sentences for people
    QStringList left;
    std::vector<LeftoverFate> fates;
    std::vector<RungResult> proof; ///< the look afterwards, over a new connection; empty: nothing was removed
    QString removeCommand;         ///< for a terminal on the target, where something of ours is left; else empty

    Json toJson() const; ///< of `detach`
};

/// Parses what leftovers.sh printed; nothing when it is not whole.
struct LeftoversAnswer
{
    struct Run
    {
        QString id;
        qint64 size = 0, outputSize = 0;
        int outputFiles = 0;
        QString state; ///< "ended", "live", "never"
    };
    std::vector<Run> runs;
    int environments = 0;
    qint64 environmentsSize = 0;
    std::vector<std::pair<QString, qint64>> stores;
    QStringList others;
    std::vector<std::pair<qint64, QString>> processes; ///< pid, run id
    QStringList containers;                            ///< ids
    bool searched = false;
    bool missing = false; ///< the folder is not there
};
std::optional<LeftoversAnswer> parseLeftovers(const QByteArray &answer);

} // namespace mooring
