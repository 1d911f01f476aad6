#pragma once

#include "core/azure/http/webtransport.h"
#include "core/azure/ml/openml.h"
#include "core/azure/ml/seenlist.h"
#include "core/azure/online/onlinerecord.h"
#include "core/inference/endpointbench.h"

#include <QTemporaryDir>

#include <mutex>

namespace mooring {

class OnlineCalls;

/// The online endpoints of one Azure ML workspace, which others made. See README.md. The history of requests is kept
/// while this lives, and no longer: an endpoint of others has no record of ours.
///
/// Codes beside those of EndpointBench: of opening the workspace, of scoringAddress(), of OnlineCalls::credential(),
/// "endpoint.noAddress" (it has none yet), "endpoint.tokenElsewhere", "endpoint.readOnly".
class OnlineEndpoints : public EndpointBench
{
public:
    /// `workspace`: its name in the profile. `store` must outlive this: it keeps what was seen last.
    OnlineEndpoints(OpenMl open, Workspace &store, QString workspace);

    bool isElsewhere() const override { return true; }
    /// What was seen last, where Azure cannot be reached.
    EndpointList list(const CancelToken &cancel) override;
    /// Also of one that was seen last: then its state is Unknown and the reason says why.
    Result<EndpointRecord> refresh(const QString &name, const CancelToken &cancel) override;
    Result<std::vector<ScoringCall>> calls(const QString &name, int limit) override;
    Result<> withVersion(const QString &name, int version, JobContext &context, const VersionWork &work) override;
    Result<ScoringCall> ask(const ServerAddress &server, const ScoringRequest &request, std::chrono::milliseconds limit,
                            const CancelToken &cancel) override;
    Result<Payload> samplePayload(const QString &name, const CancelToken &cancel, SampleFrom from) override;
    /// Of the deployment that gets most requests, where none is named. Log::Build is what fetches model and code.
    Result<> readLog(const QString &name, Log log, LogOf of, bool follow, const EndpointRunner::Sink &sink,
                     const CancelToken &cancel) override;
    Result<> followLogFile(const QString &name, Log log, LogOf of, const std::function<void(const QString &)> &onFile,
                           const CancelToken &cancel) override;
    Result<> watchUsage(const QString &name, const EndpointRunner::UsageSink &sink, const CancelToken &cancel) override;

    /// Why nothing of it can be changed from here, for the commands that would.
    static Error readOnly(const EndpointRecord &record);
    /// The deployment whose log is meant; null: it has none.
    static const EndpointVersion *loggedVersion(const EndpointRecord &record, LogOf of);

    /// Between two looks at a log; tests make it small.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

protected:
    Result<qint64> keepCall(const ScoringCall &call) override;

private:
    Result<EndpointRecord> fetch(MlClient &client, const QString &name, const CancelToken &cancel);
    std::optional<EndpointRecord> recordOf(const OnlineCalls &calls, const Json &endpoint, Json &deployments,
                                           const CancelToken &cancel);
    EndpointList lastSeen(const Error &problem);
    Result<ServerAddress> serverOf(MlClient &client, const EndpointRecord &record, const QString &uri,
                                   const CancelToken &cancel) const;
    Result<std::shared_ptr<WebTransport>> transport(const QByteArray &caPem);
    NumberOfDeployment numbers();
    Error unknown(const QString &name) const;

    OpenMl m_open;
    SeenList m_seen;
    QString m_workspace;
    QTemporaryDir m_folder; ///< logs, while they are looked at
    std::chrono::milliseconds m_pause{5000};
    std::mutex m_mutex;                                  // guards what follows; never held while anything is waited for
    std::map<QString, QStringList> m_deployments;        ///< by endpoint, in the order in which they were first seen
    std::map<QString, std::vector<ScoringCall>> m_calls; ///< newest first
    std::map<QByteArray, std::shared_ptr<WebTransport>> m_transports;
    qint64 m_lastCall = 0;
    int m_logFiles = 0;
};

} // namespace mooring
