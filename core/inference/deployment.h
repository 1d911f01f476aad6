#pragma once

#include "core/inference/deploywatch.h"
#include "core/inference/endpointbook.h"
#include "core/inference/endpointrunner.h"
#include "core/inference/modelsource.h"

namespace mooring {

/// Waits until the version answers GET / with 200, while it lives. `port`: of this computer, for one without an address
/// of its own.
/// Codes as EndpointService::deploy().
Result<> awaitHealthy(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder, int port,
                      JobContext &context, const DeployWatch &watch = {});

/// Starts the version and waits until it answers. Where somebody else was quicker to take the port, the one that
/// `another` finds is tried; without `another` that is a failure. On failure nothing of the version runs. `onStarted`
/// is called each time before the wait, also when the start failed.
Result<> bringUp(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder, int &port,
                 const std::function<int()> &another, JobContext &context, const DeployWatch &watch = {},
                 const std::function<void()> &onStarted = {});

/// A free port for a version that proves itself or answers one call, while nobody else knows of it; 0: none is left.
int findTrialPort();

/// Copies the code into the version's folder and links the model.
Result<> copyIntoVersion(const ModelSource &source, EndpointVersion &version, const VersionFolder &folder,
                         JobContext &context);

/// Why what was started ended, from its log: "endpoint.initFailed", "endpoint.buildFailed", "endpoint.portTaken" or
/// "endpoint.ended". Pins the traceback in the version.
Error explainEnd(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder,
                 const InstanceTruth &truth);

/// Where the port of a deployment comes from.
struct PortGiver
{
    /// Another free one, where any will do; empty: it has to be that one.
    std::function<int()> another;
    /// Another endpoint gives its port away once it is known that it will be used.
    std::function<Result<>(JobContext &)> give; ///< it is stopped; empty: nobody has to give a port
    std::function<void(JobContext &)> takeBack; ///< it serves there again, as far as that can be
};

/// One new version of an endpoint, from its folder to its first answer, taking the place of the one that serves.
class Deployment
{
public:
    /// `portBefore`: on which the version that serves does; 0: none does.
    Deployment(EndpointBook &book, EndpointRunner &runner, QString endpointFolder, EndpointRecord &record,
               int portBefore = 0, PortGiver giver = {}, const DeployWatch &watch = {})
        : m_book(book),
          m_runner(runner),
          m_folder(std::move(endpointFolder)),
          m_record(record),
          m_portBefore(portBefore > 0 ? portBefore : record.port),
          m_giver(std::move(giver)),
          m_watch(watch)
    {
    }

    /// On success the record's newest version serves, on the record's port or on its own address. On failure the
    /// version that served before still does, and the record says what failed.
    Result<> make(const ModelSource &source, JobContext &context);
    /// Starts a version that is there already, on the record's port.
    Result<> start(EndpointVersion &version, JobContext &context);

private:
    VersionFolder folder(const EndpointVersion &version) const { return {m_folder, version.number}; }
    Result<> prove(EndpointVersion &version, int &port, const std::function<int()> &another, JobContext &context);
    Result<> takeOver(EndpointVersion &version, JobContext &context);
    Result<> proveBeside(EndpointVersion &version, JobContext &context);
    void endBefore(EndpointVersion &before, JobContext &context);
    void fail(EndpointVersion &version, const Error &error);
    void forgetOldVersions(JobContext &context);
    void tellPlace(const EndpointVersion &version) const;

    EndpointBook &m_book;
    EndpointRunner &m_runner;
    QString m_folder;
    EndpointRecord &m_record;
    int m_portBefore;
    PortGiver m_giver;
    DeployWatch m_watch;
};

} // namespace mooring
