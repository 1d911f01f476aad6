#pragma once

#include "core/inference/endpointrunner.h"
#include "core/inference/networksettings.h"
#include "core/transport/docker/dockerengine.h"

#include <functional>
#include <mutex>

namespace mooring {

/// What becomes an image: a Dockerfile, the files that it copies, and a tag that follows from all of that.
struct ImageRecipe
{
    QByteArray dockerfile;
    std::vector<std::pair<QByteArray, QByteArray>> files;
    QString contextFolder; ///< of the person's own Dockerfile; empty: the files alone
    QString dockerfileName = QStringLiteral("Dockerfile");
    QString tag;
    std::map<QString, QString> arguments;        ///< of the build, no secrets
    std::vector<NetworkedBuild::Secret> secrets; ///< then it needs BuildKit
};

/// The generated Dockerfile for the settings, or the person's own; with the items of the network in it.
Result<ImageRecipe> makeImageRecipe(const DeploymentSettings &settings, const QString &modelPath,
                                    const std::vector<NetworkItem> &network = {});

/// The inference server in a container: image by content, code and model copied in, port 5001 published on 127.0.0.1
/// alone, no privileges, no socket. Only containers with our labels for this endpoint's folder are ever touched.
class DockerRunner : public EndpointRunner
{
public:
    using FindSearch = std::function<DockerSearch()>; ///< asked at each call: a person may choose another engine

    explicit DockerRunner(FindSearch find) : m_find(std::move(find)) {}
    explicit DockerRunner(const DockerSearch &search) : m_find([search] { return search; }) {}

    bool isAvailable(const CancelToken &cancel) override;
    std::vector<EndpointRecord> foreign(const CancelToken &cancel) override;
    Result<> prepare(EndpointVersion &version, const VersionFolder &folder, const DeployWatch &watch,
                     JobContext &context) override;
    Result<> start(EndpointVersion &version, const VersionFolder &folder, int port, JobContext &context) override;
    Result<InstanceTruth> look(const EndpointVersion &version, const VersionFolder &folder,
                               const CancelToken &cancel) override;
    Result<> stop(const EndpointVersion &version, const VersionFolder &folder, JobContext &context) override;
    Result<> discard(const EndpointVersion &version, const VersionFolder &folder, JobContext &context) override;
    Result<> readLog(const EndpointVersion &version, const VersionFolder &folder, Log log, bool follow,
                     const Sink &sink, const CancelToken &cancel) override;
    Result<> watchUsage(const EndpointVersion &version, const VersionFolder &folder, const UsageSink &sink,
                        const CancelToken &cancel) override;
    QString servedCode(const VersionFolder &folder) const override;
    bool writesLogFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const override;
    QString logFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const override;

    static QString buildLogOf(const VersionFolder &folder) { return folder.path() + QStringLiteral("/build.log"); }

private:
    Result<std::shared_ptr<DockerEngine>> engine(const CancelToken &cancel);
    Result<> copyIn(DockerEngine &engine, const EndpointVersion &version, const VersionFolder &folder,
                    const CancelToken &cancel) const;
    Result<Json> containersOf(DockerEngine &engine, const VersionFolder &folder, const CancelToken &cancel) const;

    FindSearch m_find;
    std::mutex m_mutex;
    std::shared_ptr<DockerEngine> m_engine; // kept while it answers and is the one that is wanted
    QString m_wanted, m_plainTcp;           // what it was opened with
};

} // namespace mooring
