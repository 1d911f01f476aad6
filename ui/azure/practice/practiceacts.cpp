#include "ui/azure/practice/practiceacts.h"

#include "core/azure/ml/mlworkspacebook.h"
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "core/practice/practicesession.h"
#include "core/workspace/profile.h"
#include "ui/context/appcontext.h"
#include "ui/context/openworkspace.h"

#include <QCoreApplication>
#include <QPointer>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PracticePage", text); }

PracticeSession sessionOf(const AppContext &context)
{
    return {context.profile.folder(), context.workspace, context.signIn};
}

void follow(Job *job, QObject *receiver, const std::function<void(const std::optional<Error> &)> &done)
{
    QObject::connect(job, &Job::finished, receiver, [job, done] {
        if (done)
            done(job->state() == Job::State::Succeeded ? std::optional<Error>() : job->error());
    });
}

} // namespace

void startPractice(const AppContext &context, QObject *receiver, PracticeDone done)
{
    Job *job =
        context.jobs.start(tr("Start the practice lab"), [session = sessionOf(context)](JobContext &work) -> Result<> {
            const auto status = session.start({}, work.cancelToken());
            return status ? Result<>() : Result<>(status.error());
        });
    follow(job, receiver, std::move(done));
}

void leavePractice(const AppContext &context, QObject *receiver, PracticeDone done)
{
    const auto wasOpen = std::make_shared<bool>(false);
    Job *job = context.jobs.start(tr("Leave the practice lab"),
                                  [session = sessionOf(context), wasOpen, name = context.openWorkspace.name(),
                                   workspace = &context.workspace](JobContext &work) -> Result<> {
                                      if (const auto open = MlWorkspaceBook(*workspace).find(name))
                                          *wasOpen = open->cloud == PracticeSession::cloudName();
                                      return session.leave(work.cancelToken());
                                  });
    // Not bound to the page: whoever looks at another one meanwhile is brought home too.
    QObject::connect(job, &Job::finished, &context.openWorkspace, [job, wasOpen, open = &context.openWorkspace] {
        if (job->state() == Job::State::Succeeded && *wasOpen)
            open->open({});
    });
    follow(job, receiver, std::move(done));
}

void chooseFaults(const AppContext &context, const QStringList &faults, QObject *receiver, PracticeDone done)
{
    inBackground(
        receiver,
        [folder = context.profile.folder(), faults] { return LabFolder(folder).setFaults(faults, CancelToken()); },
        [done = std::move(done)](const Result<> &set) { done(set ? std::optional<Error>() : set.error()); });
}

} // namespace mooring
