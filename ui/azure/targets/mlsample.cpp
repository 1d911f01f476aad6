#include "ui/azure/targets/mlsample.h"

#include "core/jobs/jobrunner.h"
#include "core/runs/sample.h"
#include "core/workspace/profile.h"
#include "ui/widgets/navigator.h"
#include "ui/workspace/samplerun.h"
#include "ui/workspace/workspacecontent.h"

#include <QCoreApplication>

namespace mooring {

void runMlSample(const AppContext &context, const std::shared_ptr<MlWorkplace> &workplace, const QString &target,
                 QObject *receiver, std::function<void(const std::optional<Error> &)> then)
{
    const auto runId = std::make_shared<QString>(); // written by the work before it ends, read after
    const QString title = QCoreApplication::translate("mooring::SampleRun", "Run the sample on %1").arg(target);
    Job *job = context.jobs.start(
        title, [folder = context.profile.sampleFolder(), workplace, target, runId](JobContext &work) -> Result<> {
            const auto session = workplace->session();
            if (!session)
                return session.error();
            const Result<QString> source = writeSample(folder);
            if (!source)
                return source.error();
            const auto run = (*session)->runs.submit(sampleSettings(*source, target), work);
            if (!run)
                return run.error();
            *runId = run->id;
            return {};
        });
    QObject::connect(job, &Job::finished, receiver, [job, runId, then, navigator = &context.navigator] {
        const bool started = job->state() == Job::State::Succeeded;
        then(started ? std::optional<Error>() : job->error());
        if (started)
            navigator->go(routeTo("run", *runId));
    });
}

bool takesJobs(const MlTarget &target)
{
    const auto azure = target.kind ? target.kind->azure() : std::nullopt;
    return azure && target.compute && azure->jobTypes.contains(target.compute->type, Qt::CaseInsensitive);
}

} // namespace mooring
