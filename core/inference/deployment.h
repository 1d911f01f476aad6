#pragma once

#include "core/inference/endpointbook.h"
#include "core/inference/endpointrunner.h"
#include "core/inference/modelsource.h"

namespace mooring {

/// Waits until the version answers GET / with 200, while it lives. `unanswered` says why it did not.
/// Codes as EndpointService::deploy().
Result<> awaitHealthy(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder, int port,
                      JobContext &context);

/// Copies the code into the version's folder and links the model.
Result<> copyIntoVersion(const ModelSource &source, EndpointVersion &version, const VersionFolder &folder,
                         JobContext &context);

/// Why what was started ended, from its log: "endpoint.initFailed", "endpoint.buildFailed" or "endpoint.ended". Pins
/// the traceback in the version.
Error explainEnd(EndpointRunner &runner, EndpointVersion &version, const VersionFolder &folder,
                 const InstanceTruth &truth);

/// One new version of an endpoint, from its folder to its first answer, taking the place of the one that serves.
class Deployment
{
public:
    Deployment(EndpointBook &book, EndpointRunner &runner, QString endpointFolder, EndpointRecord &record)
        : m_book(book), m_runner(runner), m_folder(std::move(endpointFolder)), m_record(record)
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
    void fail(EndpointVersion &version, const Error &error);
    void forgetOldVersions(JobContext &context);

    EndpointBook &m_book;
    EndpointRunner &m_runner;
    QString m_folder;
    EndpointRecord &m_record;
};

} // namespace mooring
