#pragma once

#include "core/practice/ml/labjobs.h"

namespace mooring {

/// Run history, artifacts and metrics of the pretend workspace, as clients of both generations ask for them. Sources:
/// runHistory.json and artifact.json 2019-09-30; azure-ai-ml 1.35 (runs without an experiment), MLflow's REST API.
class LabHistory
{
public:
    explicit LabHistory(LabJobs &jobs) : m_jobs(jobs) {}
    void addTo(LabRoutes &routes, const QString &workspace);

private:
    using Handler = LabReply (LabHistory::*)(const LabRequest &, LabJobs::Job &);
    /// Below a run, in the three ways to name one.
    void addRun(LabRoutes &routes, const QString &history, const QByteArray &method, const QString &end,
                Handler handler);
    void addArtifacts(LabRoutes &routes, const QString &workspace);
    void addTracking(LabRoutes &routes, const QString &workspace);
    LabReply run(const LabRequest &request, LabJobs::Job &job);
    LabReply details(const LabRequest &request, LabJobs::Job &job);
    LabReply artifacts(const LabRequest &request, LabJobs::Job &job);
    LabReply contentInfo(const LabRequest &request, LabJobs::Job &job);
    LabReply prefixInfo(const LabRequest &request, LabJobs::Job &job);
    LabReply events(const LabRequest &request, LabJobs::Job &job);
    LabReply metrics(const LabRequest &request, const QString &experiment) const;
    LabReply trackedRun(const LabRequest &request);
    LabReply trackedMetric(const LabRequest &request);
    Json document(const LabJobs::Job &job) const;

    LabJobs &m_jobs;
};

} // namespace mooring
