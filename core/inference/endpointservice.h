#pragma once

#include "core/inference/deploymentlook.h"
#include "core/inference/deployrequest.h"
#include "core/inference/endpointbench.h"
#include "core/inference/endpointbook.h"
#include "core/inference/endpointlock.h"
#include "core/inference/modelsource.h"

#include <map>
#include <memory>

namespace mooring {

struct PortGiver;

/// Deploys, tests and looks after endpoints. The window and the command line use this and nothing
/// else. Every function blocks: worker threads and the command line only. Thread-safe; two processes on one profile do
/// not change the same endpoint at once ("endpoint.busy").
class EndpointService : public EndpointBench
{
public:
    using Runners = std::map<QString, std::shared_ptr<EndpointRunner>>; ///< "process", "docker", "aci"

    /// `book` must outlive the service; `folder` holds a folder for each endpoint.
    EndpointService(EndpointBook &book, QString folder, Runners runners, FindRunOutput findOutput);

    /// Where an endpoint runs whose settings do not say: with Docker when it answers and nothing speaks against it.
    QString usualRunner(const DeploymentSettings &settings, const CancelToken &cancel) const;

    /// Makes a version and returns when it answers. An earlier version goes on serving until then, and for good when
    /// the new one fails. A name that is taken needs `replace` ("endpoint.exists"); a port that is taken is
    /// "endpoint.portBusy" with its owner in the message and in detail ("pid", "command", "endpoint").
    /// A failed init() is "endpoint.initFailed": cause = last line of the traceback, detail.file and detail.line, and
    /// it stays pinned in the record. Others: "endpoint.buildFailed", "endpoint.ended", "endpoint.notReady", those of
    /// checkModelSource(), of the snapshot and of the runner.
    Result<EndpointRecord> deploy(const DeployRequest &request, JobContext &context);
    Result<EndpointRecord> deploy(const DeploymentSettings &settings, bool replace, JobContext &context)
    {
        return deploy(DeployRequest{settings, replace, {}, {}}, context);
    }
    /// What can be said about settings before anything is done, each part by itself; wrong ones are no error.
    DeploymentLook look(const DeploymentSettings &settings, JobContext &context);
    /// The Dockerfile that would be made, with all that it copies, in a folder of the person's; gives its path. This
    /// computer's network settings are not in it: they are added again when it is built. Nothing there is overwritten
    /// ("endpoint.dockerfileExists").
    Result<QString> writeDockerfile(const DeploymentSettings &settings, const QString &folder, JobContext &context);
    /// Who holds a port, for an endpoint of this name. Reads /proc and the records.
    Result<PortLook> lookAtPort(int port, const QString &name);
    /// A new version with the code and the model as they are now, and the settings of the newest version.
    Result<EndpointRecord> reload(const QString &name, JobContext &context);
    /// The version that serves, or served, again.
    Result<EndpointRecord> restart(const QString &name, JobContext &context);
    Result<EndpointRecord> stop(const QString &name, JobContext &context);
    /// Stops it and deletes everything of it but the model and the source folder.
    Result<EndpointRecord> undeploy(const QString &name, JobContext &context);

    /// The state read anew and kept. An endpoint that another Mooring is working on is left as that one wrote it.
    Result<EndpointRecord> refresh(const QString &name, const CancelToken &cancel) override;
    /// All, and behind them those that other programs made.
    Result<std::vector<EndpointRecord>> refreshAll(const CancelToken &cancel);
    EndpointList list(const CancelToken &cancel) override;

    /// A version that does not run is started on another port for the call and stopped again.
    Result<> withVersion(const QString &name, int version, JobContext &context, const VersionWork &work) override;
    QString codeOf(const QString &name, int version) const override
    {
        return VersionFolder(folderOf(name), version).code();
    }
    Result<std::vector<ScoringCall>> calls(const QString &name, int limit) override
    {
        return m_book.calls(name, limit);
    }
    Result<Payload> samplePayload(const QString &name, const CancelToken &cancel,
                                  SampleFrom from = SampleFrom::Anywhere) override;

    Result<> readLog(const QString &name, Log log, LogOf of, bool follow, const EndpointRunner::Sink &sink,
                     const CancelToken &cancel) override;
    /// Path of that log on this computer; empty when there is none.
    Result<QString> logFile(const QString &name, Log log, LogOf of);
    Result<> followLogFile(const QString &name, Log log, LogOf of, const std::function<void(const QString &)> &onFile,
                           const CancelToken &cancel) override;
    Result<> watchUsage(const QString &name, const EndpointRunner::UsageSink &sink, const CancelToken &cancel) override;

    EndpointBook &book() { return m_book; }

private:
    /// An endpoint with the right to change it, as it is now that nobody else can.
    struct Held
    {
        std::unique_ptr<EndpointLock> lock;
        EndpointRecord record;
        EndpointRunner *runner = nullptr;
    };
    Result<Held> hold(const QString &name, const CancelToken &cancel);
    Result<> stopHeld(Held &held, JobContext &context);
    Result<qint64> keepCall(const ScoringCall &call) override { return m_book.saveCall(call); }
    Result<> withLogged(const QString &name, LogOf of,
                        const std::function<Result<>(EndpointRunner &, const EndpointVersion &)> &work);
    Result<EndpointRunner *> runner(const QString &word) const;
    QString folderOf(const QString &name) const { return m_folder + u'/' + name; }
    /// The record; "endpoint.foreign" when another program made the endpoint of that name.
    Result<EndpointRecord> ours(const QString &name) const;
    Result<ServerAddress> withItsKey(const EndpointRecord &record, const EndpointVersion &version, int port,
                                     const CancelToken &cancel);
    Result<int> choosePort(const DeploymentSettings &settings, const EndpointRecord &record,
                           const QString &takesPortOf);
    PortGiver giverOf(const QString &name);
    Result<EndpointRecord> deployLocked(const ModelSource &source, EndpointRecord record, JobContext &context,
                                        const DeployRequest &request = {});
    Result<> settle(EndpointRecord &record, const CancelToken &cancel);

    EndpointBook &m_book;
    QString m_folder;
    Runners m_runners;
    FindRunOutput m_findOutput;
};

} // namespace mooring
