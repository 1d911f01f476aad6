#include "core/azure/mlruns/mlruns.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/mlruns/codeupload.h"
#include "core/azure/mlruns/mlenvironment.h"
#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/runs/runsource.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlRuns", text); }

QString jobPath(const QString &id) { return u"jobs/"_s + pathSegment(id); }

} // namespace

Result<QString> MlRuns::computeId(const QString &name, const CancelToken &cancel)
{
    const auto target = m_targets.find(name, cancel);
    if (!target)
        return target.error();
    if (!target->takesJobs())
        return Error::usage(u"run.targetCannot"_s, tr("Azure ML runs no command jobs on %1 (%2).")
                                                       .arg(target->record.name, target->compute ? target->compute->type
                                                                                                 : target->record.kind))
            .withFix(tr("It does on virtual machines, clusters, instances and Kubernetes."));
    return u"%1/computes/%2"_s.arg(m_client->workspace().id.text, target->record.name);
}

Result<RunRecord> MlRuns::submit(const RunSettings &wanted, JobContext &context)
{
    const CancelToken &cancel = context.cancelToken();
    const auto settings = checkRunSource(wanted);
    if (!settings)
        return settings.error();
    const QString id = newRunId(QFileInfo(settings->script).completeBaseName());
    JobParts parts;
    // What can be wrong with the input is found before anything is sent.
    if (const auto trial = jobBody(*settings, id, {}); !trial)
        return trial.error();
    if (const auto environment = environmentBody(settings->environment, settings->source); !environment)
        return environment.error();
    const auto compute = computeId(settings->target, cancel);
    if (!compute)
        return compute.error();
    parts.computeId = *compute;
    context.setStep(u"snapshot"_s, tr("Code"));
    const auto code = uploadCode(*m_client, settings->source, context);
    if (!code)
        return code.error();
    parts.codeId = code->id;
    context.setStep(u"environment"_s, tr("Environment"));
    const auto environment = ensureEnvironment(*m_client, settings->environment, settings->source, context);
    if (!environment)
        return environment.error();
    parts.environmentId = *environment;

    context.setStep(u"submit"_s, tr("Job"));
    auto run = sendJob(id, *settings, parts, context);
    if (!run)
        return run;
    if (const auto kept = m_notes.keep(m_client->workspace(), id, *settings); !kept)
        context.log(tr("The settings of the run are not kept on this computer: %1").arg(kept.error().text()),
                    LogLine::Level::Warning);
    run->snapshot = {{"files", code->files}, {"totalSize", code->size}, {"sha256", code->hash.toStdString()}};
    return run;
}

Result<RunRecord> MlRuns::sendJob(const QString &id, const RunSettings &settings, const JobParts &parts,
                                  JobContext &context)
{
    const CancelToken &cancel = context.cancelToken();
    const QString what = tr("The run could not be submitted.");
    const auto before = m_client->arm().send(m_client->call("GET", jobPath(id), what), cancel);
    if (!before)
        return before.error();
    if (before->status != 404)
        return before->isSuccess() ? Error::failed(u"run.exists"_s, what) : errorOf(*before, what);
    const auto body = jobBody(settings, settings.name.isEmpty() ? id : settings.name, parts);
    if (!body)
        return body.error();
    const auto made = m_client->arm().json(m_client->call("PUT", jobPath(id), what, *body), cancel);
    if (!made && (made.error().kind == ErrorKind::Canceled || made.error().kind == ErrorKind::NotReachable))
        return afterLostAnswer(id, made.error(), context);
    if (!made)
        return made.error();
    const auto run = runOf(*made);
    return run ? Result<RunRecord>(*run) : find(id, cancel);
}

Result<RunRecord> MlRuns::afterLostAnswer(const QString &id, const Error &lost, JobContext &context)
{
    const CancelToken notStopped; // the calls have limits of their own
    const auto there = find(id, notStopped);
    if (!there && there.error().code == u"run.unknown")
        return lost;
    const bool isUnwanted = lost.kind == ErrorKind::Canceled;
    if (there && !isUnwanted)
        return there;
    if (there) {
        context.log(tr("The job was there already when the stop came: Azure ML is asked to end it."));
        JobContext ending;
        if (const auto ended = cancelRun(id, m_pause, ending))
            return lost;
    }
    return Error::of(ErrorKind::NotReachable, u"run.perhapsSubmitted"_s,
                     tr("It is not known whether the run %1 goes on in Azure ML.").arg(id))
        .withCause(there ? QString() : there.error().text())
        .withFix(u"mooring show-run "_s + id);
}

Result<std::vector<RunRecord>> MlRuns::runs(const QString &target, std::optional<RunState> state, int limit,
                                            const CancelToken &cancel)
{
    std::vector<RunRecord> runs;
    const auto take = [&](const Json &job) {
        const auto run = runOf(job);
        if (run && (target.isEmpty() || run->settings.target.compare(target, Qt::CaseInsensitive) == 0) &&
            (!state || run->state == *state))
            runs.push_back(*run);
        return int(runs.size()) < limit;
    };
    const auto call = m_client->call("GET", u"jobs?listViewType=ActiveOnly"_s,
                                     tr("The runs of %1 could not be listed.").arg(m_client->workspace().name));
    const auto listed = m_client->arm().each(call, take, cancel);
    return listed ? Result<std::vector<RunRecord>>(std::move(runs)) : Result<std::vector<RunRecord>>(listed.error());
}

Result<RunRecord> MlRuns::find(const QString &id, const CancelToken &cancel)
{
    const auto call = m_client->call("GET", jobPath(id), tr("The run %1 could not be read.").arg(id));
    const auto job = m_client->arm().jsonIfThere(call, cancel);
    if (!job)
        return job.error();
    if (!*job)
        return Error::usage(u"run.unknown"_s, tr("There is no run %1 in %2.").arg(id, m_client->workspace().name))
            .withFix(u"mooring runs"_s);
    auto run = runOf(**job);
    if (!run)
        return Error::failed(u"azure.badAnswer"_s, call.what).withCause(tr("The answer is no job."));
    if (const auto details = history(*run).details(cancel)) { // of a job that never began there is no history
        run->startedAt = details->startedAt ? details->startedAt : run->startedAt;
        run->endedAt = details->endedAt ? details->endedAt : run->endedAt;
        run->reason = details->cause.isEmpty() ? run->reason : details->cause;
    }
    if (const auto noted = m_notes.find(m_client->workspace(), id); noted && *noted) {
        RunSettings settings = **noted;
        settings.target = run->settings.target;
        settings.experiment = run->settings.experiment; // as the service calls it: history is asked by it
        run->settings = settings;
    }
    return *run;
}

Result<RunRecord> MlRuns::cancelRun(const QString &id, std::chrono::milliseconds wait, JobContext &context)
{
    auto run = find(id, context.cancelToken());
    if (!run || isEnded(run->state))
        return run;
    const auto call =
        m_client->call("POST", jobPath(id) + u"/cancel"_s, tr("The run %1 could not be canceled.").arg(id));
    const auto reply = m_client->arm().send(call, context.cancelToken());
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return errorOf(*reply, call.what);
    QElapsedTimer timer;
    timer.start();
    while (true) {
        run = find(id, context.cancelToken());
        if (!run || isEnded(run->state) || timer.elapsed() >= wait.count())
            return run;
        context.log(toText(run->state));
        if (context.cancelToken().waitFor(m_pause))
            return Error::canceled();
    }
}

} // namespace mooring
