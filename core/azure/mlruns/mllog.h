#pragma once

#include "core/azure/mlruns/runhistory.h"
#include "core/runs/runstate.h"

#include <functional>

namespace mooring {

/// Follows one log of a run by its SAS address in ranges, and renews the address when it expired. Bytes are given as
/// they came, each once. Blocks until the run has ended and all was read.
class MlLog
{
public:
    using OnBytes = std::function<void(const QByteArray &)>;
    using OnTrouble = std::function<void(const QString &)>; ///< whole sentence; once for each kind of trouble

    /// `kind`: "std", "build" or "provisioning", as `logs --name` takes it.
    MlLog(const ArmClient &arm, RunHistory history, QString kind)
        : m_arm(arm), m_history(std::move(history)), m_kind(std::move(kind))
    {
    }

    /// What is there now.
    Result<> print(const OnBytes &onBytes, const CancelToken &cancel);
    /// To the end; the last details. A service that does not answer for a while is trouble and asked again; a refused
    /// sign-in is an Error, and the run goes on.
    Result<MlRunDetails> follow(const OnBytes &onBytes, const OnTrouble &onTrouble, const CancelToken &cancel);

    /// 1: as Azure's own clients wait, 2 s at first and up to 60 s; tests make it small.
    void setPace(double factor) { m_pace = factor; }

    /// The name of the log to follow; empty: there is none yet. The first of several processes.
    static QString choose(const std::map<QString, QUrl> &logs, const QString &kind);

private:
    Result<> readNew(const MlRunDetails &details, const OnBytes &onBytes, const CancelToken &cancel);
    std::chrono::milliseconds pause(qint64 elapsedMs) const;

    const ArmClient &m_arm;
    RunHistory m_history;
    QString m_kind;
    QString m_name;      ///< of the log, once it was chosen: it stays the same one
    qint64 m_offset = 0; ///< bytes given so far
    double m_pace = 1;
};

} // namespace mooring
