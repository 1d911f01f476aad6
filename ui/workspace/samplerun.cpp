#include "ui/workspace/samplerun.h"

#include "core/jobs/jobrunner.h"
#include "core/runs/runservice.h"
#include "core/runs/sample.h"
#include "core/workspace/profile.h"
#include "ui/context/appcontext.h"
#include "ui/widgets/navigator.h"
#include "ui/workspace/targetcheck.h"
#include "ui/workspace/workspacecontent.h"

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SampleRun", text); }

} // namespace

RunSettings sampleSettings(const QString &folder, const QString &target)
{
    RunSettings settings;
    settings.source = folder;
    settings.script = QStringLiteral("train.py");
    settings.experiment = QStringLiteral("sample");
    settings.target = target;
    return settings;
}

void runSample(const AppContext &context, const QString &title, const QString &target, const SubmitRun &submit,
               QObject *receiver, std::function<void(const std::optional<Error> &)> then)
{
    const auto runId = std::make_shared<QString>(); // written by the work before it ends, read after
    const QString folder = context.profile.sampleFolder();
    Job *job = context.jobs.start(title, [folder, target, submit, runId](JobContext &work) -> Result<> {
        const Result<QString> source = writeSample(folder);
        if (!source)
            return source.error();
        const Result<RunRecord> run = submit(sampleSettings(*source, target), work);
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

void runSample(const AppContext &context, const QString &target, QObject *receiver,
               std::function<void(const std::optional<Error> &)> then)
{
    const QString title = target == builtinTargetName(context)
                              ? tr("Run the sample on this computer")
                              : tr("Run the sample on %1").arg(targetTitle(target, context.kinds));
    const auto submit = [runs = &context.runs](const RunSettings &settings, JobContext &work) {
        return runs->submit(settings, work);
    };
    runSample(context, title, target, submit, receiver, std::move(then));
}

void runSample(const AppContext &context, QObject *receiver, std::function<void(const std::optional<Error> &)> then)
{
    runSample(context, builtinTargetName(context), receiver, std::move(then));
}

} // namespace mooring
