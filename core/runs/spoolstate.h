#pragma once

#include "core/runs/runhost.h"

#include <QDateTime>

#include <map>
#include <optional>

namespace mooring {

/// What is known about the copy of one run's files, beside the bytes themselves. Kept as spool.json in the copy's
/// folder.
struct SpoolState
{
    /// Why a file is not followed any more. What was copied before stays.
    struct Mark
    {
        QByteArray name;
        QString what;        ///< "shorter", "replaced", "gone"
        qint64 copied = 0;   ///< bytes that the copy has
        qint64 hostSize = 0; ///< what the host had then
        QDateTime at;
    };
    QString hostFolder;                  ///< of the run, on the host
    QByteArray boot;                     ///< of this computer when it was written
    std::map<QByteArray, qint64> synced; ///< bytes that survive a power cut
    std::vector<Mark> marks;
    std::optional<QDateTime> endSeenAt; ///< when a drain first found the run ended
    bool complete = false;              ///< the run ended and everything is here: the host is not needed any more
    std::vector<HostFile> outputs;      ///< what is in outputs/ on the host; not copied
    std::optional<QDateTime> outputsAt;

    const Mark *markOf(const QByteArray &name) const;
    /// For people: what the copy lacks.
    QStringList notices() const;

    Json toJson() const;
    /// Anything that cannot be read is as if it were not there.
    static SpoolState fromJson(const Json &value);
};

} // namespace mooring
