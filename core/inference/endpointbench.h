#pragma once

#include "core/inference/endpointrunner.h"
#include "core/inference/payload.h"

#include <memory>

namespace mooring {

/// Whose log: that of the newest attempt, for it is the one that fails; of the version that serves; or of one version.
struct LogOf
{
    LogOf(bool isServing = false) : serving(isServing) {} // NOLINT(google-explicit-constructor)
    static LogOf one(int number)
    {
        LogOf log;
        log.version = number;
        return log;
    }

    bool serving = false;
    int version = 0; ///< 0: none is named
};

/// All endpoints that one place has, and what keeps the list from being whole.
struct EndpointList
{
    std::vector<EndpointRecord> endpoints;
    std::optional<Error> problem;
    std::optional<QDateTime> seenAt; ///< the place could not be asked: this is what it said then
};

/// Endpoints of one place, as one looks at them, asks them and reads their logs: those of this computer
/// (EndpointService), and those that others made in a workspace elsewhere. Nothing here changes an endpoint.
///
/// Every function blocks: worker threads and the command line only. Thread-safe. A name that is not there is
/// "endpoint.unknown"; one that can be shown and no more is "endpoint.foreign".
class EndpointBench
{
public:
    using Log = EndpointRunner::Log;
    enum class SampleFrom { Anywhere, Files, Swagger };
    using VersionWork = std::function<Result<>(const ServerAddress &server, int version)>;

    virtual ~EndpointBench() = default;

    /// Each look goes over the network, to a service that counts them: one looks seldom.
    virtual bool isElsewhere() const { return false; }

    virtual EndpointList list(const CancelToken &cancel) = 0;
    /// The endpoint as it is now.
    virtual Result<EndpointRecord> refresh(const QString &name, const CancelToken &cancel) = 0;
    /// The folder on this computer that holds a version's code as it was when it was made; empty: none is kept.
    virtual QString codeOf(const QString & /*name*/, int /*version*/) const { return {}; }
    /// Requests that were sent, newest first, at most `limit`.
    virtual Result<std::vector<ScoringCall>> calls(const QString &name, int limit) = 0;

    /// Runs `work` with the address at which a version answers (0: the one that serves), and its key.
    virtual Result<> withVersion(const QString &name, int version, JobContext &context, const VersionWork &work) = 0;
    /// One request to such an address. A status is an answer; "endpoint.noAnswer" is none.
    virtual Result<ScoringCall> ask(const ServerAddress &server, const ScoringRequest &request,
                                    std::chrono::milliseconds limit, const CancelToken &cancel);
    /// Sends the request to a version (0: the one that serves) and keeps the call in the history.
    Result<ScoringCall> score(const QString &name, int version, const ScoringRequest &request, JobContext &context);

    /// A request that came with the code or the model, or the server's own example. None: "endpoint.noSample".
    virtual Result<Payload> samplePayload(const QString &name, const CancelToken &cancel,
                                          SampleFrom from = SampleFrom::Anywhere) = 0;

    /// Bytes as they were printed. `follow`: goes on until there is no more to come or the token is canceled.
    virtual Result<> readLog(const QString &name, Log log, LogOf of, bool follow, const EndpointRunner::Sink &sink,
                             const CancelToken &cancel) = 0;
    /// The file of that log for a view that follows it, given once before the first byte. Where the log is no file, it
    /// is written into one as it comes, until there is no more to come or the token is canceled; else this returns at
    /// once.
    virtual Result<> followLogFile(const QString &name, Log log, LogOf of,
                                   const std::function<void(const QString &)> &onFile, const CancelToken &cancel) = 0;
    /// What the serving instance takes: see EndpointRunner::watchUsage(). Blocks: on a thread of its own.
    virtual Result<> watchUsage(const QString &name, const EndpointRunner::UsageSink &sink,
                                const CancelToken &cancel) = 0;

protected:
    /// In the history; gives its id.
    virtual Result<qint64> keepCall(const ScoringCall &call) = 0;
};

/// For who shares benches: of one that outlives them all.
inline std::shared_ptr<EndpointBench> borrowed(EndpointBench &bench) { return {std::shared_ptr<void>(), &bench}; }

} // namespace mooring
