#pragma once

#include "core/inference/endpointservice.h"

namespace mooring::test {

/// A way to run that runs nothing: versions are as their records say, and what other programs made is told to it. A
/// version with a port of a WebServer answers.
class PaperRunner : public EndpointRunner
{
public:
    std::vector<EndpointRecord> others;

    std::vector<EndpointRecord> foreign(const CancelToken &) override { return others; }
    Result<> prepare(EndpointVersion &, const VersionFolder &, const DeployWatch &, JobContext &) override
    {
        return {};
    }
    Result<> start(EndpointVersion &, const VersionFolder &, int, JobContext &) override;
    Result<InstanceTruth> look(const EndpointVersion &, const VersionFolder &, const CancelToken &) override;
    Result<> stop(const EndpointVersion &, const VersionFolder &, JobContext &) override { return {}; }
    Result<> discard(const EndpointVersion &, const VersionFolder &, JobContext &) override { return {}; }
    Result<> readLog(const EndpointVersion &, const VersionFolder &, Log, bool, const Sink &,
                     const CancelToken &) override;
    Result<> watchUsage(const EndpointVersion &, const VersionFolder &, const UsageSink &sink,
                        const CancelToken &cancel) override;
    QString servedCode(const VersionFolder &folder) const override { return folder.code(); }
    QString logFile(const EndpointVersion &, const VersionFolder &folder, Log) const override
    {
        return folder.path() + QStringLiteral("/paper.log");
    }
};

/// A record with `versions` versions, of which the last serves.
EndpointRecord paperEndpoint(const QString &name, EndpointState state, int port, int versions = 1);
/// The same whose newest version failed in init(): the traceback names line 12 of score.py in `code`.
EndpointRecord brokenEndpoint(const QString &name, EndpointState state, int port, int versions, const QString &code);
/// A call of `version`, `secondsAgo`.
ScoringCall paperCall(const QString &endpoint, int version, const QString &label, int status, double ms,
                      int secondsAgo);

} // namespace mooring::test
