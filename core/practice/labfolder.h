#pragma once

#include "core/base/canceltoken.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <QStringList>

namespace mooring {

/// The practice lab of one profile, as other processes see it: PROFILE/practice with what the running lab writes.
///
///     lock          held by the lab; without it nothing runs
///     lab.json      the lab's own words: process, services, faults, certificate
///     faults.json   which faults a person chose; the lab reads it again when it changes
///     ca.pem        the throw-away authority that clients are told to trust
///
/// Blocks for short; any thread.
class LabFolder
{
public:
    explicit LabFolder(const QString &profileFolder);

    /// The lab itself: serves until canceled, or until its lock is gone from the folder. One at a time:
    /// "practice.running".
    Result<> run(const CancelToken &cancel) const;

    bool isRunning() const;
    /// What lab.json says; null when nothing runs.
    Json status() const;
    /// Waits until a lab that was started says where it is: "practice.notStarted".
    Result<Json> awaitStarted(std::chrono::milliseconds limit, const CancelToken &cancel) const;
    /// Chooses the faults; all others are off. With a running lab: returns when it has taken them.
    Result<> setFaults(const QStringList &words, const CancelToken &cancel) const;
    /// Ends a running lab and waits for its end: "practice.notStopped". Nothing running is fine.
    Result<> stop(const CancelToken &cancel) const;

    QString authorityPath() const;
    QString logPath() const;

private:
    QString at(const char *name) const;

    QString m_folder;
};

} // namespace mooring
