#pragma once

#include "core/inference/deploywatch.h"
#include "core/inference/endpointbook.h"
#include "core/inference/endpointrunner.h"
#include "core/inference/modelsource.h"

namespace mooring {

/// Waits until the version answers GET / with 200, while it lives. `unanswered` says why it did not.
/// Codes as EndpointService::deploy().
Result<> awaitHealthy(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder, int port,
                      JobContext &context, const DeployWatch &watch = {});

/// Copies the code into the version's folder and links the model.
Result<> copyIntoVersion(const ModelSource &source, EndpointVersion &version, const VersionFolder &folder,
                         JobContext &context);

/// Why what was started ended, from its log: "endpoint.initFailed", "endpoint.buildFailed" or "endpoint.ended". Pins
/// the traceback in the version.
Error explainEnd(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder,
                 const InstanceTruth &truth);

/// Another endpoint that gives its port away once it is known that it will be used.
struct PortGiver
{
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

    /// On success the record's newest version serves on the record's port. On failure the version that served before
    /// still does, and the record says what failed.
    Result<> make(const ModelSource &source, JobContext &context);
    /// Starts a version that is there already, on the record's port.
    Result<> start(EndpointVersion &version, JobContext &context);

private:
    VersionFolder folder(const EndpointVersion &version) const { return {m_folder, version.number}; }
    Result<> prove(EndpointVersion &version, JobContext &context);
    Result<> takeOver(EndpointVersion &version, JobContext &context);
    Result<> proveAside(EndpointVersion &version, JobContext &context);
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
