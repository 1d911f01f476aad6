#include "ui/runs/outputfetchjob.h"

#include "core/jobs/jobrunner.h"
#include "core/runs/outputfetch.h"
#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString jobName(const QString &runId) { return u"fetchOutputs/"_s + runId; }

} // namespace

Job *runningOutputFetch(const AppContext &context, const QString &runId)
{
    for (const auto &job : context.jobs.jobs()) {
        const bool goesOn = job->state() == Job::State::Running || job->state() == Job::State::Waiting;
        if (goesOn && job->objectName() == jobName(runId))
            return job.get();
    }
    return nullptr;
}

Job *startOutputFetch(const AppContext &context, const RunRecord &run)
{
    if (Job *job = runningOutputFetch(context, run.id))
        return job;
    const auto work = [runs = &context.runs, workspace = &context.workspace, run](JobContext &job) -> Result<> {
        const auto fetched = fetchOutputs(*runs, *workspace, run, {}, job);
        return fetched ? Result<>() : Result<>(fetched.error());
    };
    Job *job = context.jobs.start(
        QCoreApplication::translate("mooring::OutputFetchJob", "Fetch the outputs of %1").arg(run.name), work);
    job->setObjectName(jobName(run.id));
    return job;
}

} // namespace mooring
