#pragma once

#include "core/inference/deploywatch.h"
#include "core/inference/endpointrecord.h"
#include "core/jobs/jobcontext.h"

#include <functional>

namespace mooring {

/// Where one version of an endpoint keeps its things on this computer. A value; touches no disk.
class VersionFolder
{
public:
    VersionFolder(const QString &endpointFolder, int version)
        : m_endpoint(endpointFolder),
          m_path(endpointFolder + QStringLiteral("/v") + QString::number(version)),
          m_number(QString::number(version))
    {
    }

    const QString &path() const { return m_path; }
    QString code() const { return m_path + QStringLiteral("/code"); } ///< as it was when the version was made
    /// AZUREML_MODEL_DIR: links to the model where it lies. The last two names are the model's and its version, which
    /// the server takes from there.
    QString models() const
    {
        return m_path + QStringLiteral("/azureml-models") + m_endpoint.mid(m_endpoint.lastIndexOf(u'/')) + u'/' +
               m_number;
    }
    QString instance(const QString &id) const { return m_path + u'/' + id; }
    QString environment() const { return m_endpoint + QStringLiteral("/environment"); } ///< files made for its builds

private:
    QString m_endpoint, m_path, m_number;
};

/// What is true of a started version.
struct InstanceTruth
{
    enum class Life {
        Preparing, ///< its environment is being built
        Alive,     ///< its process or container runs; whether it answers is another question
        Ended,
        Unknown, ///< cannot be told now
    };
    Life life = Life::Unknown;
    std::optional<int> exitCode;
    QString reason; ///< whole sentence, of Ended and Unknown
    std::optional<qint64> pid;
    bool portTaken = false; ///< of Ended: somebody else was quicker to take the port
};

/// What an instance takes of this computer at one moment.
struct InstanceUsage
{
    QDateTime at;
    double cpuPercent = 0; ///< 100: one core
    qint64 memory = 0;     ///< bytes, without what the kernel would give back
    std::optional<qint64> memoryLimit;
};

/// A way to run the inference server. Calls block and honour the context's token; one at a time for
/// each endpoint.
class EndpointRunner
{
public:
    enum class Log { Server, Build };
    using Sink = std::function<bool(const QByteArray &)>; ///< false: enough

    virtual ~EndpointRunner() = default;

    /// Whether it could be used now.
    virtual bool isAvailable(const CancelToken & /*cancel*/) { return true; }
    /// Endpoints that other programs made: to be shown, never to be touched.
    virtual std::vector<EndpointRecord> foreign(const CancelToken & /*cancel*/) { return {}; }

    /// Whether each start gets an address of its own, which nobody chooses and start() fills in (EndpointVersion::own).
    /// Then ports of this computer are 0, and a new version takes the place of another by being named as the one that
    /// serves: both run meanwhile.
    virtual bool givesAddresses() const { return false; }
    /// What it cannot do of the settings, said before anything is touched.
    virtual Result<> check(const DeploymentSettings & /*settings*/) const { return {}; }
    /// The longest rest between two looks at a version that starts.
    virtual std::chrono::milliseconds lookPause() const { return std::chrono::milliseconds(250); }
    /// What the server of the version asks for; empty: nothing. Reads the keychain.
    virtual Result<QByteArray> key(const EndpointVersion & /*version*/, const VersionFolder & /*folder*/,
                                   const CancelToken & /*cancel*/)
    {
        return QByteArray();
    }

    /// Makes ready what is slow and needs no port: fills the version's image or environment. Nothing to take back.
    virtual Result<> prepare(EndpointVersion &version, const VersionFolder &folder, const DeployWatch &watch,
                             JobContext &context) = 0;
    /// Starts it on 127.0.0.1:port, or on an address of its own; fills instance and container. It goes on without us.
    virtual Result<> start(EndpointVersion &version, const VersionFolder &folder, int port, JobContext &context) = 0;
    virtual Result<InstanceTruth> look(const EndpointVersion &version, const VersionFolder &folder,
                                       const CancelToken &cancel) = 0;
    /// Whether it is the instance that listens on 127.0.0.1:port, and not another program.
    virtual bool holdsPort(const EndpointVersion & /*version*/, int /*port*/) const { return true; }
    /// On return nothing of the instance runs. Works also when it ended already or was never started.
    virtual Result<> stop(const EndpointVersion &version, const VersionFolder &folder, JobContext &context) = 0;
    /// Before the version's folder is deleted; takes away what lies elsewhere and is ours.
    virtual Result<> discard(const EndpointVersion &version, const VersionFolder &folder, JobContext &context) = 0;
    /// Bytes as they were printed. `follow`: goes on until the instance ended or the token is canceled.
    virtual Result<> readLog(const EndpointVersion &version, const VersionFolder &folder, Log log, bool follow,
                             const Sink &sink, const CancelToken &cancel) = 0;
    /// About once a second what it takes, until it ended, the sink had enough or the token is canceled (then an error).
    /// "endpoint.noUsage": this way of running does not tell.
    using UsageSink = std::function<bool(const InstanceUsage &)>;
    virtual Result<> watchUsage(const EndpointVersion &version, const VersionFolder &folder, const UsageSink &sink,
                                const CancelToken &cancel);
    /// Where the code lies for the server: what its tracebacks name.
    virtual QString servedCode(const VersionFolder &folder) const = 0;
    /// Whether the log stands in logFile() now, and grows there; false: only readLog() has it.
    virtual bool writesLogFile(const EndpointVersion & /*version*/, const VersionFolder & /*folder*/, Log) const
    {
        return true;
    }
    /// The file that a view can follow while it grows; empty when there is none on this computer.
    virtual QString logFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const = 0;
};

} // namespace mooring
