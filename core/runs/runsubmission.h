#pragma once

#include "core/environments/environmentplan.h"
#include "core/jobs/provisioninglog.h"
#include "core/runs/runfolder.h"
#include "core/runs/runservice.h"

namespace mooring {

/// One submission, from checked settings to a run that goes on by itself. Used once, on one thread.
class RunSubmission
{
public:
    RunSubmission(RunBook &book, const RunService::HostOf &hostOf, const RunService::PlanEnvironment &plan)
        : m_book(book), m_hostOf(hostOf), m_plan(plan)
    {
    }

    /// `settings` as checkRunSource() gave them. The record says in any case what became of it.
    Result<RunRecord> run(const RunSettings &settings, JobContext &context);

private:
    Result<> createRecord(const RunSettings &settings);
    Result<> prepareFolder(JobContext &context);
    Result<> planEnvironment(JobContext &context);
    Result<> copySource(JobContext &context);
    Result<> writeFiles(JobContext &context);
    Result<> start(JobContext &context);
    Result<> undoStart(const Error &problem);
    void discardFolder();
    void keepFailure(const Error &error);
    Result<> save();
    Result<> write(QStringView name, const QByteArray &content, const CancelToken &cancel);
    RunFolder folder() const { return RunFolder(m_host->runsFolder(), m_record.id); }

    RunBook &m_book;
    const RunService::HostOf &m_hostOf;
    const RunService::PlanEnvironment &m_plan;
    std::shared_ptr<RunHost> m_host;
    ProvisioningLog *m_log = nullptr;
    RunRecord m_record;
    EnvironmentPlan m_environment;
    QByteArray m_manifest;
    bool m_folderMade = false;
    bool m_leftAlone = false; ///< whether it started is not known: the record says so, nothing is taken back
};

} // namespace mooring
