#pragma once

#include "core/azure/ml/mlclient.h"
#include "core/runs/runrecord.h"

namespace mooring {

/// What run history tells of one run.
struct MlRunDetails
{
    QString status;
    std::optional<QDateTime> startedAt, endedAt;
    QString cause;                ///< of a failure, the deepest; empty: none
    std::map<QString, QUrl> logs; ///< by name, with their SAS: secrets
    std::map<QString, QString> tags;
};

/// The data plane of runs: /history/v1.0 of the 2019-09-30 specification (runHistory.json), which takes the resource
/// manager's token. Blocks.
class RunHistory
{
public:
    /// `experiment` and `run` as the job names them.
    RunHistory(MlClient &client, QString experiment, QString run)
        : m_client(client), m_experiment(std::move(experiment)), m_run(std::move(run))
    {
    }

    Result<MlRunDetails> details(const CancelToken &cancel) const;
    /// A call below the run, or below its experiment ("metrics:query").
    Result<ArmCall> runCall(const QByteArray &method, const QString &path, const QString &what,
                            const CancelToken &cancel) const;
    Result<ArmCall> experimentCall(const QByteArray &method, const QString &path, const QString &what, Json body,
                                   const CancelToken &cancel) const;
    const QString &run() const { return m_run; }
    const ArmClient &arm() const { return m_client.arm(); }

private:
    MlClient &m_client;
    QString m_experiment, m_run;
};

} // namespace mooring
